namespace Bms.Plant.Parameters;

/// <summary>The separator: a layer of solid electrolyte.</summary>
public sealed record Separator
{
    /// <summary>Thickness, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Ionic conductivity at the reference temperature, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>Activation energy of conduction, J/mol.</summary>
    public required double ConductivityActivation { get; init; }
}
