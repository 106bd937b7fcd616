namespace Bms.Plant.Parameters;

/// <summary>j_strip(P, T) = table(P) arr(E, T), at most the ceiling, mA/cm².</summary>
public sealed record StrippingLimit
{
    /// <summary>Limit over stack pressure (MPa) at the reference temperature, mA/cm².</summary>
    public required Table OverPressure { get; init; }

    /// <summary>Activation energy, J/mol.</summary>
    public required double Activation { get; init; }

    /// <summary>How well the activation energy is known: what a controller has to allow for.</summary>
    public Doubt ActivationDoubt { get; init; }

    /// <summary>Ceiling, mA/cm².</summary>
    public required double Ceiling { get; init; }

    /// <summary>How well the ceiling is known.</summary>
    public Doubt CeilingDoubt { get; init; }
}
