namespace Bms.Plant.Parameters;

/// <summary>How heat is stored in a cell, crosses it and leaves it.</summary>
public sealed record ThermalNodes
{
    /// <summary>Heat capacity of the core, J/K.</summary>
    public required double CoreCapacity { get; init; }

    /// <summary>Heat capacity of the surface, J/K.</summary>
    public required double SurfaceCapacity { get; init; }

    /// <summary>Conductance from the mean of the core to the surface when heat is made evenly, W/K.</summary>
    public required double CoreToSurface { get; init; }

    /// <summary>Conductance from surface to ambient, convection and radiation together, both at 25 °C, W/K.</summary>
    public required double SurfaceToAmbient { get; init; }

    /// <summary>Heater power per cell, into the surface, W.</summary>
    public required double HeaterPower { get; init; }

    /// <summary>Thermal resistance of the stack from face to face, l/(k A), K/W; 0: the core has one temperature.</summary>
    public double CrossResistance { get; init; }

    /// <summary>Outside that radiates, m².</summary>
    public double RadiatingArea { get; init; }

    /// <summary>Emissivity of the outside, 0..1; 0: <see cref="SurfaceToAmbient"/> holds at every temperature.</summary>
    public double Emissivity { get; init; }

    /// <summary>Conductance between the surfaces of neighbours in a clamp, W/K.</summary>
    public double NeighbourConductance { get; init; }

    /// <summary>Share of the series resistance that lies in the tabs, whose heat enters at the surface, 0..1.</summary>
    public double TabShare { get; init; }
}
