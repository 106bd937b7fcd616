namespace Bms.Plant.Parameters;

/// <summary>The negative electrode: lithium metal unless a part of it says otherwise.</summary>
public sealed record NegativeElectrode
{
    /// <summary>Exchange current density at the reference temperature, A/m² of footprint at full contact.</summary>
    public required double ExchangeCurrent { get; init; }

    /// <summary>Activation energy of the exchange current, J/mol.</summary>
    public required double ExchangeCurrentActivation { get; init; }

    /// <summary>Double-layer capacitance, F/m² of footprint.</summary>
    public required double DoubleLayerCapacitance { get; init; }

    /// <summary>Thickness of lithium per areal charge plated, m per mAh/cm².</summary>
    public required double ThicknessPerArealCharge { get; init; }

    /// <summary>Lithium that stays in the electrode of a discharged cell, A h.</summary>
    public double Reservoir { get; init; }

    /// <summary>What lithium is plated on where there is no lithium to begin with; null if there is.</summary>
    public BareCollector? Collector { get; init; }

    /// <summary>Active particles; null if lithium is plated.</summary>
    public CompositeNegative? Particles { get; init; }

    /// <summary>What takes up the lithium.</summary>
    public NegativeKind Kind => Particles is not null ? NegativeKind.Composite : Collector is not null ? NegativeKind.LithiumFree : NegativeKind.LithiumMetal;
}
