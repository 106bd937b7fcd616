namespace Bms.Core.Limits;

/// <summary>Stable numbers of everything that can bind a limit; <see cref="LimitReasonTable"/> has their names and texts.</summary>
public enum LimitReason
{
    /// <summary>Nothing binds.</summary>
    None = 0,

    /// <summary>No complete set of valid readings yet.</summary>
    StartUp = 1,

    /// <summary>A reading is missing, stale or implausible.</summary>
    Sensors = 2,

    /// <summary>A fault stands.</summary>
    Fault = 3,

    /// <summary>Rating of terminals and fuse.</summary>
    Rating = 4,

    /// <summary>Cell voltage over the horizon.</summary>
    CellVoltage = 5,

    /// <summary>Core temperature.</summary>
    CoreTemperature = 6,

    /// <summary>Stack pressure too low.</summary>
    PressureLow = 7,

    /// <summary>Stack pressure too high.</summary>
    PressureHigh = 8,

    /// <summary>Stripping limit of lithium.</summary>
    Stripping = 9,

    /// <summary>Critical current density of plating.</summary>
    Plating = 10,

    /// <summary>Filament index.</summary>
    Filament = 11,

    /// <summary>Ramp after a release.</summary>
    Release = 12,

    /// <summary>Contactors not closed.</summary>
    Contactors = 13,
}
