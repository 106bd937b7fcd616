namespace Bms.Plant.Parameters;

/// <summary>A negative electrode of active particles in electrolyte.</summary>
public sealed record CompositeNegative
{
    /// <summary>Most that an electrode may thicken on charge without cracking the electrolyte around it (review; with a
    /// fracture energy of more than 4 J/m² and a modulus of 15 GPa).</summary>
    public const double MostExpansion = 0.075;

    /// <summary>Open-circuit potential against lithium over stoichiometry, V.</summary>
    public required Table OpenCircuitPotential { get; init; }

    /// <summary>Stoichiometry at state of charge 0.</summary>
    public required double StoichiometryEmpty { get; init; }

    /// <summary>Stoichiometry at state of charge 1.</summary>
    public required double StoichiometryFull { get; init; }

    /// <summary>Radius of the particles, m.</summary>
    public required double ParticleRadius { get; init; }

    /// <summary>Diffusivity of lithium in them at the reference temperature, m²/s.</summary>
    public required double Diffusivity { get; init; }

    /// <summary>Activation energy of that diffusivity, J/mol.</summary>
    public required double DiffusivityActivation { get; init; }

    /// <summary>Thickness of the discharged electrode, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>By how much it is thicker at state of charge 1, over that thickness.</summary>
    public required double Expansion { get; init; }

    /// <summary>Whether it thickens less than <see cref="MostExpansion"/>.</summary>
    public bool StaysWhole => Expansion < MostExpansion;
}
