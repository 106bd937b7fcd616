namespace Bms.Core.Sensing;

/// <summary>The channel table: every channel the core knows, as rows with stable numbers.</summary>
public static class ChannelTable
{
    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static ChannelRow[] Rows()
    {
        return new ChannelRow[]
        {
            //             number                      count  name                        unit    lowest       highest     stale after, ms
            new ChannelRow(Channel.CellVoltage,          128, "cell voltage",             "µV",        -500000,    6000000,  300),
            new ChannelRow(Channel.Temperature,           64, "temperature",              "mK",         193150,     473150, 1000),
            new ChannelRow(Channel.ClampPressure,         16, "clamp pressure",           "Pa",        -500000,  120000000,  150),
            new ChannelRow(Channel.PackCurrentA,           1, "pack current A",           "µA",    -2147000000, 2147000000,  100),
            new ChannelRow(Channel.PackCurrentB,           1, "pack current B",           "µA",    -2147000000, 2147000000,  100),
            new ChannelRow(Channel.PackVoltageA,           1, "pack voltage A",           "mV",          -1000,    1000000,  300),
            new ChannelRow(Channel.PackVoltageB,           1, "pack voltage B",           "mV",          -1000,    1000000,  300),
            new ChannelRow(Channel.LinkVoltage,            1, "link voltage",             "mV",          -1000,    1000000,  300),
            new ChannelRow(Channel.AmbientTemperature,     1, "ambient temperature",      "mK",         193150,     373150, 5000),
            new ChannelRow(Channel.Humidity,               1, "humidity",                 "ppm",             0,    1000000, 5000),
            new ChannelRow(Channel.Gas,                    1, "hydrogen sulfide",         "ppb",             0, 1000000000, 5000),
            new ChannelRow(Channel.ContactorPositive,      1, "positive contactor",       "0/1",             0,          1,  200),
            new ChannelRow(Channel.ContactorNegative,      1, "negative contactor",       "0/1",             0,          1,  200),
            new ChannelRow(Channel.Precharge,              1, "precharge relay",          "0/1",             0,          1,  200),
            new ChannelRow(Channel.Supply,                 1, "controller supply",        "mV",              0,      60000, 1000),
            new ChannelRow(Channel.LoadRequest,            1, "load request",             "µA",    -2147000000, 2147000000,  500),
            new ChannelRow(Channel.ConnectRequest,         1, "connect request",          "0/1",             0,          1, 1000),
            new ChannelRow(Channel.HeatRequest,            1, "heat request",             "0/1",             0,          1, 1000),
            new ChannelRow(Channel.FrontEndAlert,          1, "front-end alert",          "0/1",             0,          1,  200),
            new ChannelRow(Channel.FrontEndStatus,         8, "front-end status",         "bits",            0,      65535, 1000),
        };
    }

    /// <summary>The row that holds a channel; the first row for a number that no row holds.</summary>
    public static ChannelRow Row(ChannelRow[] rows, int channel)
    {
        for (int k = 0; k < rows.Length; k++)
        {
            if (channel >= rows[k].First && channel < rows[k].First + rows[k].Count)
            {
                return rows[k];
            }
        }

        return rows[0];
    }
}
