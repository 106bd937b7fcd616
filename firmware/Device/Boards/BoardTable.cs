namespace Bms.Device.Boards;

/// <summary>The boards the firmware knows, as rows.</summary>
public static class BoardTable
{
    /// <summary>All rows; the one without a closer match comes first. Makes a new array: for start-up, hosts and tests.</summary>
    public static BoardPins[] Rows()
    {
        return new BoardPins[]
        {
            //            board                 target      I2C1    I2C2    link    contactors  heat act watchdog feedback    alert
            new BoardPins("ESP32-DevKitC",      "ESP32",    21, 22, 18, 19, 16, 17, 25, 32, 33, 26,  27, 23,      34, 35, 36, 39),
            new BoardPins("ESP32-S3-DevKitC-1", "ESP32_S3",  8,  9, 11, 12, 18, 17,  4,  5,  6,  7,  13, 14,       1,  2, 15, 16),
        };
    }

    /// <summary>The row of the board that runs this.</summary>
    /// <param name="target">Target name of the runtime, such as ESP32_REV3; an unknown one gets the first row.</param>
    public static BoardPins Row(string target)
    {
        BoardPins[] rows = Rows();
        BoardPins best = rows[0];
        for (int k = 1; k < rows.Length; k++)
        {
            if (target != null && target.StartsWith(rows[k].Target))
            {
                best = rows[k];
            }
        }

        return best;
    }
}
