namespace Bms.Core.Storage;

/// <summary>The settings table: every tunable of the firmware that is not a property of the cell.</summary>
public static class SettingTable
{
    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static SettingRow[] Rows()
    {
        return new SettingRow[]
        {
            //             number                        name                                 unit        lowest highest  default
            new SettingRow(Setting.TemperatureTolerance,   "temperature tolerance",             "mK",            0,  5000,    1200),
            new SettingRow(Setting.PressureTolerance,      "pressure tolerance",                "ppm",           0, 200000, 15000),
            new SettingRow(Setting.VoltageMargin,          "voltage margin",                    "µV",            0, 200000, 10000),
            new SettingRow(Setting.CriticalCurrentMargin,  "critical current margin",           "2^-8 sigma",    0,  2560,     768),
            new SettingRow(Setting.ReleaseRamp,            "release ramp",                      "ppm of 1C/s", 1000, 10000000, 500000),
            new SettingRow(Setting.OpeningDelay,           "opening delay",                     "ms",            0, 60000,    2000),
            new SettingRow(Setting.PrechargeTime,          "precharge time",                    "ms",          100, 10000,     200),
            new SettingRow(Setting.ReclosingDelay,         "reclosing delay",                   "ms",         1000, 600000,  10000),
            new SettingRow(Setting.VoltageNoise,           "voltage noise",                     "µV",         1000, 4000000, 35000),
            new SettingRow(Setting.ResistanceUncertainty,  "resistance uncertainty",            "ppm",           0, 1000000,  60000),
            new SettingRow(Setting.VoltageBias,            "voltage bias",                      "µV",          100, 100000,   3500),
            new SettingRow(Setting.RestoredUncertainty,    "restored state uncertainty",        "ppm",         1000, 1000000, 15000),
            new SettingRow(Setting.FilamentBudgetSoft,     "filament growth, reducing",         "ppm",           0, 1000000,  4000),
            new SettingRow(Setting.FilamentBudgetHard,     "filament growth, stopping",         "ppm",           1, 1000000,  8000),
            new SettingRow(Setting.HeatAboveDuty,          "heating above duty minimum",        "mK",            0, 60000,   10000),
            new SettingRow(Setting.ColdFade,               "fade-in above lowest temperature",  "mK",          100, 30000,    3000),
            new SettingRow(Setting.HotFade,                "fade-out below highest temperature", "mK",         100, 30000,    8000),
            new SettingRow(Setting.TrendHorizon,           "trend horizon",                     "ms",             0, 60000, 10000),
            new SettingRow(Setting.PressureRateSoft,       "pressure rate, reducing",           "Pa/s",           1000, 10000000, 50000),
            new SettingRow(Setting.PressureRateHard,       "pressure rate, stopping",           "Pa/s",           1001, 20000000, 250000),
            new SettingRow(Setting.VoidCaution,            "void caution",                      "ppm",            100000, 1000000, 800000),
            new SettingRow(Setting.VoidBudgetSoft,         "void budget, reducing",             "ppm of contact", 0, 1000000, 3000),
            new SettingRow(Setting.VoidBudgetHard,         "void budget, used up",              "ppm of contact", 1, 1000000, 8000),
            new SettingRow(Setting.StorageFade,            "storage fade",                      "µV",             1000, 1000000, 50000),
            new SettingRow(Setting.WearAllowed,            "wear allowed",                      "2^-8",           256, 65536, 512),
            new SettingRow(Setting.DeviationSoft,          "deviation, reducing",               "ppm",            1000, 1000000, 60000),
            new SettingRow(Setting.DeviationHard,          "deviation, least current",          "ppm",            1001, 1000000, 200000),
            new SettingRow(Setting.VoltageCorrection,      "voltage correction",                "0 or 1",        0, 1,           1),
        };
    }
}
