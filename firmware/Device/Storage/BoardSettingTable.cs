using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>The board's settings: what is fitted, how it is wired, how it was calibrated.</summary>
public static class BoardSettingTable
{
    private const int TareRange = 8388607;
    private const int NominalSpan_Pa = 12000000;

    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static SettingRow[] Rows()
    {
        return new SettingRow[]
        {
            //             number                          name                              unit      lowest      highest    default
            new SettingRow(BoardSetting.Mode,              "mode: auto, demo, board, hil",   "0..3",         0,           3,         0),
            new SettingRow(BoardSetting.Cells,             "cells in series",                "",             3,          16,         8),
            new SettingRow(BoardSetting.CellsPerClamp,     "cells per clamp",                "",             2,          16,         8),
            new SettingRow(BoardSetting.CellsPerSensor,    "cells per temperature sensor",   "",             1,          16,         2),
            new SettingRow(BoardSetting.CurrentShunt,      "shunt of the current monitor",   "µohm",        50,       20000,       500),
            new SettingRow(BoardSetting.FrontEndShunt,     "sense resistor of the front end", "µohm",       50,       20000,       500),
            new SettingRow(BoardSetting.ThermistorBeta,    "thermistor beta 25/85",          "K",         2500,        5000,      3435),
            new SettingRow(BoardSetting.ThermistorPullUp,  "thermistor pull-up",             "ohm",       1000,      100000,     10000),
            new SettingRow(BoardSetting.LoadCellTare,      "load cell 0 tare",               "counts", -TareRange,   TareRange,         0),
            new SettingRow(BoardSetting.LoadCellTare + 1,  "load cell 1 tare",               "counts", -TareRange,   TareRange,         0),
            new SettingRow(BoardSetting.LoadCellTare + 2,  "load cell 2 tare",               "counts", -TareRange,   TareRange,         0),
            new SettingRow(BoardSetting.LoadCellTare + 3,  "load cell 3 tare",               "counts", -TareRange,   TareRange,         0),
            new SettingRow(BoardSetting.LoadCellSpan,      "load cell 0 at 2 mV/V",          "Pa",     100000,   110000000, NominalSpan_Pa),
            new SettingRow(BoardSetting.LoadCellSpan + 1,  "load cell 1 at 2 mV/V",          "Pa",     100000,   110000000, NominalSpan_Pa),
            new SettingRow(BoardSetting.LoadCellSpan + 2,  "load cell 2 at 2 mV/V",          "Pa",     100000,   110000000, NominalSpan_Pa),
            new SettingRow(BoardSetting.LoadCellSpan + 3,  "load cell 3 at 2 mV/V",          "Pa",     100000,   110000000, NominalSpan_Pa),
            new SettingRow(BoardSetting.GasSensitivity,    "gas sensor sensitivity",         "µV/ppm",    1000,      200000,     36000),
            new SettingRow(BoardSetting.GasZero,           "gas sensor zero",                "µV",           0,     2000000,    200000),
            new SettingRow(BoardSetting.HumidityFitted,    "humidity sensor fitted",         "0/1",          0,           1,         0),
            new SettingRow(BoardSetting.SupplyDivider,     "supply divider",                "ppm",      10000,     1000000,    100000),
            new SettingRow(BoardSetting.HeaterDuty,        "heater duty",                    "%",            0,         100,       100),
            new SettingRow(BoardSetting.Reference,         "reference of the thermistor",   "mV",        1000,        5500,      3300),
        };
    }
}
