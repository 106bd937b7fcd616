namespace Bms.Core.Limits;

/// <summary>Stable numbers of the limiters; <see cref="LimiterTable"/> says what each is.</summary>
public static class LimiterNumber
{
    /// <summary>Rated currents of the cell.</summary>
    public const int Rating = 0;

    /// <summary>Fuse and connectors.</summary>
    public const int Fuse = 1;

    /// <summary>Cell voltage at the horizon.</summary>
    public const int CellVoltage = 2;

    /// <summary>Stoichiometry window of the electrode surface at the horizon.</summary>
    public const int ElectrodeSurface = 3;

    /// <summary>Core temperature now and at the horizon.</summary>
    public const int Temperature = 4;

    /// <summary>Stack pressure now and at the horizon.</summary>
    public const int Pressure = 5;

    /// <summary>Rate of change of stack pressure.</summary>
    public const int PressureRate = 6;

    /// <summary>Stripping limit of lithium.</summary>
    public const int Stripping = 7;

    /// <summary>Budget of voids left by discharge.</summary>
    public const int VoidBudget = 8;

    /// <summary>Critical current of plating.</summary>
    public const int Plating = 9;

    /// <summary>Filament index.</summary>
    public const int Filament = 10;

    /// <summary>Growth of the interphase.</summary>
    public const int Interphase = 11;

    /// <summary>Cracking of particles and electrolyte.</summary>
    public const int Cracking = 12;

    /// <summary>Confidence in what is measured and estimated.</summary>
    public const int SensorConfidence = 13;

    /// <summary>One more than the highest number.</summary>
    public const int Count = 14;
}
