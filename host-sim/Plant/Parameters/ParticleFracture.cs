namespace Bms.Plant.Parameters;

/// <summary>What active particles withstand, and the matrix around them.</summary>
public sealed record ParticleFracture
{
    /// <summary>Fracture toughness K_Ic of a particle, Pa m^0.5.</summary>
    public required double Toughness { get; init; }

    /// <summary>Young's modulus of a particle, Pa.</summary>
    public required double YoungsModulus { get; init; }

    /// <summary>Young's modulus of what holds the particles, Pa.</summary>
    public required double MatrixModulus { get; init; }

    /// <summary>Poisson ratio of both.</summary>
    public required double PoissonRatio { get; init; }

    /// <summary>Length of the natural flaw, m.</summary>
    public required double Flaw { get; init; }

    /// <summary>Exponent m of fatigue, dκ/dN ~ (K/K_Ic)^m.</summary>
    public required double Exponent { get; init; }

    /// <summary>Share of the particle surface lost in an equivalent full cycle at K = K_Ic.</summary>
    public required double GrowthPerCycle { get; init; }
}
