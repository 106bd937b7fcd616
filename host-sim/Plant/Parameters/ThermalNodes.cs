namespace Bms.Plant.Parameters;

/// <summary>Core and surface of a cell and the ambient.</summary>
public sealed record ThermalNodes
{
    /// <summary>Heat capacity of the core, J/K.</summary>
    public required double CoreCapacity { get; init; }

    /// <summary>Heat capacity of the surface, J/K.</summary>
    public required double SurfaceCapacity { get; init; }

    /// <summary>Conductance from core to surface, W/K.</summary>
    public required double CoreToSurface { get; init; }

    /// <summary>Conductance from surface to ambient, W/K.</summary>
    public required double SurfaceToAmbient { get; init; }

    /// <summary>Heater power per cell, into the surface, W.</summary>
    public required double HeaterPower { get; init; }
}
