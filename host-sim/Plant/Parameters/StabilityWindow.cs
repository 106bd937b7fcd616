namespace Bms.Plant.Parameters;

/// <summary>The potentials between which an electrolyte stays what it is, and how fast it decomposes beyond them.</summary>
/// <remarks>Windows: review Table 1. No rate of decomposition is public for these cells: the rest are tunables.</remarks>
public sealed record StabilityWindow
{
    /// <summary>Potential against lithium below which the electrolyte is reduced, V.</summary>
    public required double Reduction { get; init; }

    /// <summary>Potential against lithium above which the electrolyte is oxidised, V.</summary>
    public required double Oxidation { get; init; }

    /// <summary>Scale of the decomposition current on a bare interface at the reference temperature, A/m²: i = this (10^(η/b) - 1).</summary>
    public required double ExchangeCurrent { get; init; }

    /// <summary>Tafel slope b, V per decade.</summary>
    public required double TafelSlope { get; init; }

    /// <summary>Activation energy of decomposition, J/mol.</summary>
    public required double Activation { get; init; }

    /// <summary>Charge per interface, C/m², after which what formed halves the current; infinity for an interphase that conducts
    /// electrons and never passivates.</summary>
    public required double PassivationCharge { get; init; }

    /// <summary>Interphase per charge, m³/C.</summary>
    public required double ThicknessPerCharge { get; init; }
}
