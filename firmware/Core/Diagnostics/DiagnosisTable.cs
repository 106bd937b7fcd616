using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Diagnostics;

/// <summary>
/// The diagnosis table: every fault the core knows, as rows with stable numbers; thresholds come from the profile. A row's number
/// is its place, from 1.
/// </summary>
public static class DiagnosisTable
{
    /// <summary>Columns of <see cref="Thresholds"/>, of which the first is the <see cref="DiagnosisInput"/>.</summary>
    public const int Columns = 8;

    /// <summary>Column of the side: -1 where a row trips below its threshold, 0 above.</summary>
    public const int Side = 1;

    /// <summary>Column of the threshold, in the unit of the input.</summary>
    public const int Trip = 2;

    /// <summary>Column of the threshold for clearing.</summary>
    public const int Clear = 3;

    /// <summary>Column of the time beyond the threshold before a row is active, ms.</summary>
    public const int Delay_ms = 4;

    /// <summary>Column of the time within bounds before it heals, ms.</summary>
    public const int Heal_ms = 5;

    /// <summary>Column of the <see cref="Severity"/>.</summary>
    public const int Level = 6;

    /// <summary>Column that is 1 where a row stays active until a restart, else 0.</summary>
    public const int Latches = 7;

    // name of every row
    private const string Texts =
        "cell voltage low|" +
        "cell voltage high|" +
        "temperature low|" +
        "temperature high|" +
        "clamp pressure low|" +
        "clamp pressure lost|" +
        "clamp pressure high|" +
        "clamp pressure excessive|" +
        "clamp pressure implausible|" +
        "cell voltage missing|" +
        "temperature missing|" +
        "clamp pressure missing|" +
        "pack current missing|" +
        "current sensors disagree|" +
        "overcurrent|" +
        "contactor does not follow|" +
        "filament|" +
        "short circuit|" +
        "front end silent";

    /// <summary>What the rows look at and lead to, row after row. Makes a new array: for start-up.</summary>
    public static int[] Thresholds(CellProfile p)
    {
        const int Below = -1;
        const int Above = 0;
        const int Latch = 1;
        const int Heals = 0;
        int middle_Pa = p.PressureMaximum_Pa[0];
        return new int[]
        {
            // input                                 side   trip                            clear                               delay   heal severity                 latch
            (int)DiagnosisInput.LowestVoltage,       Below, p.VoltageMinimumHard_uV,        p.VoltageMinimumHard_uV + 100000,    500,  5000, (int)Severity.Fault,     Latch,
            (int)DiagnosisInput.HighestVoltage,      Above, p.VoltageMaximumHard_uV,        p.VoltageMaximumHard_uV - 50000,     500,  5000, (int)Severity.Fault,     Latch,
            (int)DiagnosisInput.LowestTemperature,   Below, p.TemperatureMinimum_mK - 2000, p.TemperatureMinimum_mK + 1000,     5000,  5000, (int)Severity.Warning,   Heals,
            (int)DiagnosisInput.HighestTemperature,  Above, p.TemperatureMaximum_mK + 3000, p.TemperatureMaximum_mK - 3000,     2000, 10000, (int)Severity.Fault,     Latch,
            (int)DiagnosisInput.LowestPressure,      Below, p.PressureMinimum_Pa,           p.PressureMinimum_Pa + 100000,       200,  5000, (int)Severity.Warning,   Heals,
            (int)DiagnosisInput.LowestPressure,      Below, p.PressureMinimumHard_Pa,       p.PressureMinimumHard_Pa + 200000,   200, 10000, (int)Severity.Fault,     Heals,
            (int)DiagnosisInput.HighestPressure,     Above, middle_Pa,                      middle_Pa - 100000,                  200,  5000, (int)Severity.Warning,   Heals,
            (int)DiagnosisInput.HighestPressure,     Above, p.PressureMaximumHard_Pa,       p.PressureMaximumHard_Pa - 200000,   200, 10000, (int)Severity.Fault,     Heals,
            (int)DiagnosisInput.PressureSurprise,    Above, 1000000,                        500000,                             1000, 60000, (int)Severity.Warning,   Heals,
            (int)DiagnosisInput.VoltageMissing,      Above, 0,                              0,                                   500,  5000, (int)Severity.Fault,     Heals,
            (int)DiagnosisInput.TemperatureMissing,  Above, 0,                              0,                                  2000,  5000, (int)Severity.Fault,     Heals,
            (int)DiagnosisInput.PressureMissing,     Above, 0,                              0,                                   500,  5000, (int)Severity.Fault,     Heals,
            (int)DiagnosisInput.CurrentMissing,      Above, 0,                              0,                                   500,  5000, (int)Severity.Fault,     Heals,
            (int)DiagnosisInput.CurrentDisagreement, Above, 150000,                         80000,                              2000, 10000, (int)Severity.Warning,   Heals,
            (int)DiagnosisInput.Overcurrent,         Above, 1100000,                        1000000,                             200,  5000, (int)Severity.Fault,     Latch,
            (int)DiagnosisInput.ContactorMismatch,   Above, 0,                              0,                                   300,  1000, (int)Severity.Fault,     Latch,
            (int)DiagnosisInput.Filament,            Above, 500000,                         400000,                             1000, 60000, (int)Severity.Fault,     Latch,
            (int)DiagnosisInput.FrontEndAlert,       Above, 0,                              0,                                     0,  1000, (int)Severity.Emergency, Latch,
            (int)DiagnosisInput.FrontEndSilent,      Above, 0,                              0,                                   500,  5000, (int)Severity.Fault,     Heals,
        };
    }

    /// <summary>All rows for a cell design. Makes a new array: for hosts and tests.</summary>
    public static DiagnosisRow[] Rows(CellProfile p)
    {
        int[] thresholds = Thresholds(p);
        string[] names = RowTexts.Split(Texts);
        DiagnosisRow[] rows = new DiagnosisRow[names.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            rows[k] = new DiagnosisRow(k + 1, names[k], thresholds, k * Columns);
        }

        return rows;
    }
}
