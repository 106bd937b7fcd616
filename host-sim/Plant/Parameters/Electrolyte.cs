using Bms.Plant.Electrolytes;
using Bms.Plant.Materials;

namespace Bms.Plant.Parameters;

/// <summary>The solid electrolyte as a material: what it does beyond conducting lithium.</summary>
public sealed record Electrolyte
{
    /// <summary>What it is made of.</summary>
    public required ElectrolyteClass Class { get; init; }

    /// <summary>Relative permittivity.</summary>
    public required double RelativePermittivity { get; init; }

    /// <summary>Conductivity for electrons, S/m. A cell's self-discharge is <see cref="ShortCircuit.Leakage"/>: across a sulfide
    /// pellet this figure would empty a cell in months, which cells do not show.</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Concentration of mobile lithium, mol/m³; as many unlike charges screen it.</summary>
    public required double MobileConcentration { get; init; }

    /// <summary>Thickness of the compact layer between electrode and ions, m; 0: charge transfer knows no diffuse layer.</summary>
    public double CompactLayer { get; init; }

    /// <summary>Pairs that form and recombine; null for a single-ion conductor, whose transference number is 1.</summary>
    public IonPairs? Pairs { get; init; }

    /// <summary>Grain boundaries; null for a glass or a pressed powder that shows none.</summary>
    public GrainBoundaries? Boundaries { get; init; }

    /// <summary>Stability window; null if nothing decomposes.</summary>
    public StabilityWindow? Stability { get; init; }

    /// <summary>Length over which the ions screen a charge, m (review Eq. 4).</summary>
    /// <param name="temperature">Temperature, K.</param>
    public double DebyeLength(double temperature) => Electrostatics.DebyeLength(RelativePermittivity, temperature, 2 * MobileConcentration);

    /// <summary>The electrolyte of a cell that says nothing about it.</summary>
    public static Electrolyte Unstated { get; } = ElectrolyteClasses.Of(ElectrolyteClass.Sulfide);
}
