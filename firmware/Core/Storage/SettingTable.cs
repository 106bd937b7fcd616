using Bms.Core.Limits;

namespace Bms.Core.Storage;

/// <summary>The settings table: every tunable of the firmware that is not a property of the cell.</summary>
public static class SettingTable
{
    private const int Columns = 4;

    // name and unit of every row
    private const string Texts =
        "temperature tolerance|mK|" +
        "pressure tolerance|ppm|" +
        "voltage margin|µV|" +
        "critical current margin|2^-8 sigma|" +
        "release ramp|ppm of 1C/s|" +
        "opening delay|ms|" +
        "precharge time|ms|" +
        "reclosing delay|ms|" +
        "voltage noise|µV|" +
        "resistance uncertainty|ppm|" +
        "voltage bias|µV|" +
        "restored state uncertainty|ppm|" +
        "filament growth, reducing|ppm|" +
        "filament growth, stopping|ppm|" +
        "heating above duty minimum|mK|" +
        "fade-in above lowest temperature|mK|" +
        "fade-out below highest temperature|mK|" +
        "trend horizon|ms|" +
        "pressure rate, reducing|Pa/s|" +
        "pressure rate, stopping|Pa/s|" +
        "void caution|ppm|" +
        "void budget, reducing|ppm of contact|" +
        "void budget, used up|ppm of contact|" +
        "storage fade|µV|" +
        "wear allowed|2^-8|" +
        "deviation, reducing|ppm|" +
        "deviation, least current|ppm|" +
        "voltage correction|0 or 1";

    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static SettingRow[] Rows()
    {
        int[] ranges =
        {
            // number                       lowest   highest  default
            Setting.TemperatureTolerance,       0,     5000,    1200,
            Setting.PressureTolerance,          0,   200000,   15000,
            Setting.VoltageMargin,              0,   200000,   10000,
            Setting.CriticalCurrentMargin,      0,     2560,     CriticalCurrentMargin.Deviations_Q8,
            Setting.ReleaseRamp,             1000, 10000000,  500000,
            Setting.OpeningDelay,               0,    60000,    2000,
            Setting.PrechargeTime,            100,    10000,     200,
            Setting.ReclosingDelay,          1000,   600000,   10000,
            Setting.VoltageNoise,            1000,  4000000,   35000,
            Setting.ResistanceUncertainty,      0,  1000000,   60000,
            Setting.VoltageBias,              100,   100000,    3500,
            Setting.RestoredUncertainty,     1000,  1000000,   15000,
            Setting.FilamentBudgetSoft,         0,  1000000,    4000,
            Setting.FilamentBudgetHard,         1,  1000000,    8000,
            Setting.HeatAboveDuty,              0,    60000,   10000,
            Setting.ColdFade,                 100,    30000,    3000,
            Setting.HotFade,                  100,    30000,    8000,
            Setting.TrendHorizon,               0,    60000,   10000,
            Setting.PressureRateSoft,        1000, 10000000,   50000,
            Setting.PressureRateHard,        1001, 20000000,  250000,
            Setting.VoidCaution,           100000,  1000000,  800000,
            Setting.VoidBudgetSoft,             0,  1000000,    3000,
            Setting.VoidBudgetHard,             1,  1000000,    8000,
            Setting.StorageFade,             1000,  1000000,   50000,
            Setting.WearAllowed,              256,    65536,     512,
            Setting.DeviationSoft,           1000,  1000000,   60000,
            Setting.DeviationHard,           1001,  1000000,  200000,
            Setting.VoltageCorrection,          0,        1,       1,
        };

        string[] texts = RowTexts.Split(Texts);
        SettingRow[] rows = new SettingRow[ranges.Length / Columns];
        for (int k = 0; k < rows.Length; k++)
        {
            int at = k * Columns;
            rows[k] = new SettingRow(ranges[at], texts[2 * k], texts[(2 * k) + 1], ranges[at + 1], ranges[at + 2], ranges[at + 3]);
        }

        return rows;
    }
}
