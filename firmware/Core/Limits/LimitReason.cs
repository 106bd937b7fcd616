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

    /// <summary>Melting integral of fuse and connectors.</summary>
    Fuse = 14,

    /// <summary>Stoichiometry window of an electrode surface.</summary>
    ElectrodeSurface = 15,

    /// <summary>Stack pressure changes faster than swelling explains.</summary>
    PressureRate = 16,

    /// <summary>Budget of voids left by discharge.</summary>
    VoidBudget = 17,

    /// <summary>Growth of the interphase.</summary>
    Interphase = 18,

    /// <summary>Cracking of particles and electrolyte.</summary>
    Cracking = 19,

    /// <summary>Too little is known for more.</summary>
    SensorConfidence = 20,
}
