namespace Bms.Plant.Parameters;

/// <summary>What a solid electrolyte withstands and what pulls at it.</summary>
public sealed record ElectrolyteFracture
{
    /// <summary>Fracture toughness K_Ic, Pa m^0.5.</summary>
    public required double Toughness { get; init; }

    /// <summary>Young's modulus, Pa.</summary>
    public required double YoungsModulus { get; init; }

    /// <summary>Poisson ratio.</summary>
    public required double PoissonRatio { get; init; }

    /// <summary>Length of the natural flaw a_c, m.</summary>
    public required double Flaw { get; init; }

    /// <summary>Share of the stack pressure that pulls at flaws, because the faces are not flat.</summary>
    public required double PressureShare { get; init; }

    /// <summary>Thermal expansion against that of the stiff neighbour, 1/K.</summary>
    public required double ExpansionMismatch { get; init; }

    /// <summary>Growth of a crack per time and excess of K/K_Ic over 1, 1/s.</summary>
    public required double GrowthRate { get; init; }
}
