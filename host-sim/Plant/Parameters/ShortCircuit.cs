namespace Bms.Plant.Parameters;

/// <summary>G = G_hard ((F - F_soft)/(1 - F_soft))^p above F_soft, in parallel with the terminals; plus the leakage always.</summary>
public sealed record ShortCircuit
{
    /// <summary>Conductance at F = 1, S.</summary>
    public required double HardConductance { get; init; }

    /// <summary>Filament index at which a soft short begins.</summary>
    public required double SoftIndex { get; init; }

    /// <summary>Exponent p.</summary>
    public required double Exponent { get; init; }

    /// <summary>Leakage of a healthy cell, S.</summary>
    public required double Leakage { get; init; }
}
