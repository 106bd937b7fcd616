using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>Electrolyte that decomposes where it touches the positive electrode: the interphase thickens, its lithium is lost.</summary>
/// <remarks>
/// A share of the lumped laws of interphase growth and calendar fade: K √share inside the window of potential and
/// up to 1C; e(U) times as fast outside, where the electrolyte is oxidised (high) or what it left behind is reduced (low); by current
/// (1 + γ C)(1 + k max(0, C - 1)), because the overpotential of charge transfer drives the reaction, too. Review Table 2: high and
/// low SOC, high temperature, high C-rate.
/// </remarks>
public sealed class InterfacialDecomposition
{
    private readonly double _perRate;
    private readonly double _perFastRate;
    private readonly PotentialExcess _excess;

    /// <summary>Takes the constants.</summary>
    public InterfacialDecomposition(AgeingLaws ageing, DegradationLaws laws)
    {
        ArgumentNullException.ThrowIfNull(ageing);
        ArgumentNullException.ThrowIfNull(laws);
        _perRate = ageing.InterphaseCurrentSensitivity;
        _perFastRate = laws.DecompositionRateFactor;
        _excess = new PotentialExcess(laws.LowerPotential, laws.OverdischargeSensitivity, laws.UpperPotential, laws.OxidationSensitivity);
        ResistanceShare = laws.DecompositionResistance;
        CapacityShare = laws.DecompositionCapacity;
    }

    /// <summary>Share of the interphase's law.</summary>
    public double ResistanceShare { get; }

    /// <summary>Share of the law of calendar fade.</summary>
    public double CapacityShare { get; }

    /// <summary>Growth at a potential, V, over that inside the window.</summary>
    public double Excess(double potential) => _excess.At(potential);

    /// <summary>Growth of resistance at a current, multiples of 1C, unsigned, over that at rest.</summary>
    public double Stress(double rate) => (1 + (_perRate * rate)) * (1 + (_perFastRate * Math.Max(0, rate - 1)));
}
