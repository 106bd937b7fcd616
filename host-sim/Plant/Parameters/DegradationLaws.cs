namespace Bms.Plant.Parameters;

/// <summary>
/// Which causes share the lumped laws of <see cref="AgeingLaws"/>, and what the causes do outside the window those laws were
/// fitted in.
/// </summary>
/// <remarks>
/// Inside the window (electrode potential between <see cref="LowerPotential"/> and <see cref="UpperPotential"/>, at most 1C) the
/// shares of a law add up to 1: the causes together are the law, and nothing is counted twice. Outside, each cause grows by its own
/// excess. All are tunables: no source separates the causes of one measured fade.
/// </remarks>
public sealed record DegradationLaws
{
    /// <summary>The causes of a cell whose file says nothing of them.</summary>
    public static DegradationLaws Default { get; } = new();

    /// <summary>Share of interphase growth that is interfacial decomposition, 0..1.</summary>
    public double DecompositionResistance { get; init; } = 0.9;

    /// <summary>Share of interphase growth that is electrolyte decomposed on a carbon additive, 0..1.</summary>
    public double CarbonResistance { get; init; }

    /// <summary>Share of interphase growth that is a disordered surface of the active material, 0..1.</summary>
    public double DisorderResistance { get; init; } = 0.1;

    /// <summary>Share of calendar fade that is interfacial decomposition, 0..1.</summary>
    public double DecompositionCapacity { get; init; } = 0.5;

    /// <summary>Share of calendar fade that is disorder of the active material, 0..1.</summary>
    public double DisorderCapacity { get; init; } = 0.5;

    /// <summary>Potential of the positive electrode against lithium above which the causes exceed the law, V.</summary>
    public double UpperPotential { get; init; } = 4.2;

    /// <summary>Potential of the positive electrode against lithium below which the causes exceed the law, V.</summary>
    public double LowerPotential { get; init; } = 3.4;

    /// <summary>Growth of interfacial decomposition above the upper potential, 1/V.</summary>
    public double OxidationSensitivity { get; init; } = 6;

    /// <summary>Growth of carbon-additive decomposition above the upper potential, 1/V.</summary>
    public double CarbonSensitivity { get; init; } = 10;

    /// <summary>Growth of structural disorder above the upper potential, 1/V.</summary>
    public double OverchargeSensitivity { get; init; } = 8;

    /// <summary>Growth of interfacial decomposition and of structural disorder below the lower potential, 1/V.</summary>
    public double OverdischargeSensitivity { get; init; } = 7;

    /// <summary>Extra decomposition above 1C, per C-rate.</summary>
    public double DecompositionRateFactor { get; init; } = 0.5;
}
