using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>Active material that leaves its layered structure: sites are lost, and a disordered surface conducts badly.</summary>
/// <remarks>
/// A share of the laws of calendar fade and interphase growth, which rise with potential and temperature (oxygen leaves, metal
/// takes lithium's place: rock salt); beyond the window of potential faster: O1 and H3 phases above it, over-lithiated layers below
/// it. Review Table 2: high and low SOC, high temperature.
/// </remarks>
public sealed class StructuralDisorder
{
    private readonly PotentialExcess _excess;

    /// <summary>Takes the constants.</summary>
    public StructuralDisorder(DegradationLaws laws)
    {
        ArgumentNullException.ThrowIfNull(laws);
        _excess = new PotentialExcess(laws.LowerPotential, laws.OverdischargeSensitivity, laws.UpperPotential, laws.OverchargeSensitivity);
        ResistanceShare = laws.DisorderResistance;
        CapacityShare = laws.DisorderCapacity;
    }

    /// <summary>Share of the interphase's law.</summary>
    public double ResistanceShare { get; }

    /// <summary>Share of the law of calendar fade.</summary>
    public double CapacityShare { get; }

    /// <summary>Growth at a potential, V, over that inside the window.</summary>
    public double Excess(double potential) => _excess.At(potential);
}
