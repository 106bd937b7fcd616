namespace Bms.Core.Diagnostics;

/// <summary>What a diagnosis looks at; the index into the evaluator's inputs. Measured values come first, then flags,
/// 0 or 1, then what moves slowly.</summary>
public enum DiagnosisInput
{
    /// <summary>Lowest cell voltage, µV.</summary>
    LowestVoltage = 0,

    /// <summary>Highest cell voltage, µV.</summary>
    HighestVoltage = 1,

    /// <summary>Lowest measured temperature, mK.</summary>
    LowestTemperature = 2,

    /// <summary>Highest measured temperature, mK.</summary>
    HighestTemperature = 3,

    /// <summary>Lowest clamp pressure, Pa.</summary>
    LowestPressure = 4,

    /// <summary>Highest clamp pressure, Pa.</summary>
    HighestPressure = 5,

    /// <summary>Current beyond the rated discharge, ppm of it.</summary>
    Overcurrent = 6,

    /// <summary>1 when a cell voltage is missing.</summary>
    VoltageMissing = 7,

    /// <summary>1 when a temperature is missing.</summary>
    TemperatureMissing = 8,

    /// <summary>1 when a clamp pressure is missing.</summary>
    PressureMissing = 9,

    /// <summary>1 when the pack current is missing.</summary>
    CurrentMissing = 10,

    /// <summary>1 when a contactor does not follow.</summary>
    ContactorMismatch = 11,

    /// <summary>1 when a front end has alerted since the evaluation before.</summary>
    FrontEndAlert = 12,

    /// <summary>1 when the front end's alert line has not been read recently.</summary>
    FrontEndSilent = 13,

    /// <summary>Largest distance of measured from predicted clamp pressure, Pa.</summary>
    PressureSurprise = 14,

    /// <summary>Difference of the current sensors, ppm of 1C.</summary>
    CurrentDisagreement = 15,

    /// <summary>Largest filament index, ppm.</summary>
    Filament = 16,

    /// <summary>Number of inputs.</summary>
    Count = 17,
}
