using Bms.Core.Cells;

namespace Bms.Core.Diagnostics;

/// <summary>The diagnosis table: every fault the core knows, as rows with stable numbers; thresholds come from the profile.</summary>
public static class DiagnosisTable
{
    /// <summary>All rows for a cell design. Makes a new array: for start-up, hosts and tests.</summary>
    public static DiagnosisRow[] Rows(CellProfile p)
    {
        const bool Below = true;
        const bool Above = false;
        const bool Latch = true;
        const bool Heals = false;
        int middle_Pa = p.PressureMaximum_Pa[0];
        return new DiagnosisRow[]
        {
            //               id  name                          input                              side   trip                              clear                                  delay  heal   severity            latch
            new DiagnosisRow(1,  "cell voltage low",           DiagnosisInput.LowestVoltage,      Below, p.VoltageMinimumHard_uV,          p.VoltageMinimumHard_uV + 100000,        500,  5000, Severity.Fault,     Latch),
            new DiagnosisRow(2,  "cell voltage high",          DiagnosisInput.HighestVoltage,     Above, p.VoltageMaximumHard_uV,          p.VoltageMaximumHard_uV - 50000,         500,  5000, Severity.Fault,     Latch),
            new DiagnosisRow(3,  "temperature low",            DiagnosisInput.LowestTemperature,  Below, p.TemperatureMinimum_mK - 2000,   p.TemperatureMinimum_mK + 1000,         5000,  5000, Severity.Warning,   Heals),
            new DiagnosisRow(4,  "temperature high",           DiagnosisInput.HighestTemperature, Above, p.TemperatureMaximum_mK + 3000,   p.TemperatureMaximum_mK - 3000,         2000, 10000, Severity.Fault,     Latch),
            new DiagnosisRow(5,  "clamp pressure low",         DiagnosisInput.LowestPressure,     Below, p.PressureMinimum_Pa,             p.PressureMinimum_Pa + 100000,           200,  5000, Severity.Warning,   Heals),
            new DiagnosisRow(6,  "clamp pressure lost",        DiagnosisInput.LowestPressure,     Below, p.PressureMinimumHard_Pa,         p.PressureMinimumHard_Pa + 200000,       200, 10000, Severity.Fault,     Heals),
            new DiagnosisRow(7,  "clamp pressure high",        DiagnosisInput.HighestPressure,    Above, middle_Pa,                        middle_Pa - 100000,                      200,  5000, Severity.Warning,   Heals),
            new DiagnosisRow(8,  "clamp pressure excessive",   DiagnosisInput.HighestPressure,    Above, p.PressureMaximumHard_Pa,         p.PressureMaximumHard_Pa - 200000,       200, 10000, Severity.Fault,     Heals),
            new DiagnosisRow(9,  "clamp pressure implausible", DiagnosisInput.PressureSurprise,   Above, 1000000,                          500000,                                 1000, 60000, Severity.Warning,   Heals),
            new DiagnosisRow(10, "cell voltage missing",       DiagnosisInput.VoltageMissing,     Above, 0,                                0,                                       500,  5000, Severity.Fault,     Heals),
            new DiagnosisRow(11, "temperature missing",        DiagnosisInput.TemperatureMissing, Above, 0,                                0,                                      2000,  5000, Severity.Fault,     Heals),
            new DiagnosisRow(12, "clamp pressure missing",     DiagnosisInput.PressureMissing,    Above, 0,                                0,                                       500,  5000, Severity.Fault,     Heals),
            new DiagnosisRow(13, "pack current missing",       DiagnosisInput.CurrentMissing,     Above, 0,                                0,                                       500,  5000, Severity.Fault,     Heals),
            new DiagnosisRow(14, "current sensors disagree",   DiagnosisInput.CurrentDisagreement, Above, 150000,                          80000,                                  2000, 10000, Severity.Warning,   Heals),
            new DiagnosisRow(15, "overcurrent",                DiagnosisInput.Overcurrent,        Above, 1100000,                          1000000,                                 200,  5000, Severity.Fault,     Latch),
            new DiagnosisRow(16, "contactor does not follow",  DiagnosisInput.ContactorMismatch,  Above, 0,                                0,                                       300,  1000, Severity.Fault,     Latch),
            new DiagnosisRow(17, "filament",                   DiagnosisInput.Filament,           Above, 500000,                           400000,                                 1000, 60000, Severity.Fault,     Latch),
            new DiagnosisRow(18, "short circuit",              DiagnosisInput.FrontEndAlert,      Above, 0,                                0,                                         0,  1000, Severity.Emergency, Latch),
            new DiagnosisRow(19, "front end silent",           DiagnosisInput.FrontEndSilent,     Above, 0,                                0,                                       500,  5000, Severity.Fault,     Heals),
        };
    }
}
