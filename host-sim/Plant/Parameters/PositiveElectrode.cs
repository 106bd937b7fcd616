namespace Bms.Plant.Parameters;

/// <summary>The positive electrode: one representative particle or film, and the rails of a composite.</summary>
public sealed record PositiveElectrode
{
    /// <summary>Particle or film.</summary>
    public required DiffusionGeometry Geometry { get; init; }

    /// <summary>Open-circuit potential against lithium over stoichiometry x, V.</summary>
    public required Table OpenCircuitPotential { get; init; }

    /// <summary>dU/dT over x, V/K.</summary>
    public required Table EntropicCoefficient { get; init; }

    /// <summary>Solid diffusivity at the reference temperature over x, m²/s (a film's diffusivity factor included).</summary>
    public required Table Diffusivity { get; init; }

    /// <summary>Relative volume change of the active material over x, against x = 1.</summary>
    public required Table VolumeChange { get; init; }

    /// <summary>Electrode thickness, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Site concentration, mol/m³.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Stoichiometry at state of charge 1.</summary>
    public required double StoichiometryFull { get; init; }

    /// <summary>Stoichiometry at state of charge 0.</summary>
    public required double StoichiometryEmpty { get; init; }

    /// <summary>Particle radius, or film thickness, m: the length of diffusion.</summary>
    public required double DiffusionLength { get; init; }

    /// <summary>Volume fraction of active material; 1 in a film.</summary>
    public required double ActiveFraction { get; init; }

    /// <summary>Share of the active material that takes part; 1 in a film.</summary>
    public required double Utilisation { get; init; }

    /// <summary>Reaction area per footprint, m²/m²: 3 eps utilisation L/R in a composite, 1 in a film.</summary>
    public required double AreaRatio { get; init; }

    /// <summary>Share of the lithium flux that enters at the electrolyte face of a film; the rest enters at the collector face. 1 for a particle.</summary>
    public required double FluxSplit { get; init; }

    /// <summary>Exchange current density at x = 0.5 and the reference temperature, A/m² of reaction area:
    /// i0 = this · 2 sqrt(x(1-x)) · arr.</summary>
    public required double ExchangeCurrent { get; init; }

    /// <summary>Activation energy of the exchange current, J/mol.</summary>
    public required double ExchangeCurrentActivation { get; init; }

    /// <summary>Activation energy of the diffusivity, J/mol.</summary>
    public required double DiffusivityActivation { get; init; }

    /// <summary>Ionic rail of a composite at the reference temperature, L/(3 sigma_ion_eff), Ohm m²; 0 in a film.
    /// It follows the separator's activation energy.</summary>
    public required double IonicRailResistance { get; init; }

    /// <summary>Electronic rail, L/(3 sigma_el), Ohm m²; 0 in a film.</summary>
    public required double ElectronicRailResistance { get; init; }

    /// <summary>Depths at which a composite reacts on its own, at least 1; with 1 its rails are lumped. A film has one.</summary>
    public int Depths { get; init; } = 6;

    /// <summary>Double-layer capacitance, F/m² of reaction area.</summary>
    public required double DoubleLayerCapacitance { get; init; }
}
