using Bms.Core.Storage;

namespace Bms.Core.Sensing;

/// <summary>The channel table: every channel the core knows, as rows with stable numbers.</summary>
public static class ChannelTable
{
    private const int Columns = 5;

    // name and unit of every row
    private const string Texts =
        "cell voltage|µV|" +
        "temperature|mK|" +
        "clamp pressure|Pa|" +
        "pack current A|µA|" +
        "pack current B|µA|" +
        "pack voltage A|mV|" +
        "pack voltage B|mV|" +
        "link voltage|mV|" +
        "ambient temperature|mK|" +
        "humidity|ppm|" +
        "hydrogen sulfide|ppb|" +
        "positive contactor|0/1|" +
        "negative contactor|0/1|" +
        "precharge relay|0/1|" +
        "controller supply|mV|" +
        "load request|µA|" +
        "connect request|0/1|" +
        "heat request|0/1|" +
        "front-end alert|0/1|" +
        "front-end status|bits";

    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static ChannelRow[] Rows()
    {
        int[] ranges =
        {
            // number                    count       lowest     highest  stale after, ms
            Channel.CellVoltage,          128,     -500000,    6000000,             300,
            Channel.Temperature,           64,      193150,     473150,            1000,
            Channel.ClampPressure,         16,     -500000,  120000000,             150,
            Channel.PackCurrentA,           1, -2147000000, 2147000000,             100,
            Channel.PackCurrentB,           1, -2147000000, 2147000000,             100,
            Channel.PackVoltageA,           1,       -1000,    1000000,             300,
            Channel.PackVoltageB,           1,       -1000,    1000000,             300,
            Channel.LinkVoltage,            1,       -1000,    1000000,             300,
            Channel.AmbientTemperature,     1,      193150,     373150,            5000,
            Channel.Humidity,               1,           0,    1000000,            5000,
            Channel.Gas,                    1,           0, 1000000000,            5000,
            Channel.ContactorPositive,      1,           0,          1,             200,
            Channel.ContactorNegative,      1,           0,          1,             200,
            Channel.Precharge,              1,           0,          1,             200,
            Channel.Supply,                 1,           0,      60000,            1000,
            Channel.LoadRequest,            1, -2147000000, 2147000000,             500,
            Channel.ConnectRequest,         1,           0,          1,            1000,
            Channel.HeatRequest,            1,           0,          1,            1000,
            Channel.FrontEndAlert,          1,           0,          1,             200,
            Channel.FrontEndStatus,         8,           0,      65535,            1000,
        };

        string[] texts = RowTexts.Split(Texts);
        ChannelRow[] rows = new ChannelRow[ranges.Length / Columns];
        for (int k = 0; k < rows.Length; k++)
        {
            int at = k * Columns;
            rows[k] = new ChannelRow(ranges[at], ranges[at + 1], texts[2 * k], texts[(2 * k) + 1], ranges[at + 2], ranges[at + 3], ranges[at + 4]);
        }

        return rows;
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
