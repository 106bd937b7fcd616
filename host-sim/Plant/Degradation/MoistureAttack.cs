using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>Electrolyte that meets the water of the air once the case is breached: it sets gas free and conducts worse.</summary>
/// <remarks>
/// dξ/dt = g c (1 - ξ)/W, ξ the share that has reacted, c the concentration of vapour, W the water the electrolyte takes up in all;
/// breach and bare electrolyte let vapour through one after the other, 1/g = 1/g_breach + 1/g_uptake. Exact for constant c.
/// Resistance follows ξ. A case does not close again.
/// </remarks>
public sealed class MoistureAttack
{
    private readonly MoistureReaction _law;
    private readonly double _capacity;
    private readonly double _conductance;

    /// <summary>Starts dry, behind a tight case.</summary>
    /// <param name="law">Constants.</param>
    /// <param name="area">Footprint of the cell, m².</param>
    public MoistureAttack(MoistureReaction law, double area)
    {
        ArgumentNullException.ThrowIfNull(law);
        _law = law;
        _capacity = law.WaterCapacity * area;
        double uptake = law.Uptake * area;
        _conductance = uptake > 0 ? law.BreachConductance * uptake / (law.BreachConductance + uptake) : 0;
    }

    /// <summary>Whether the case is breached.</summary>
    public bool IsBreached { get; private set; }

    /// <summary>Share of the electrolyte that has reacted, 0..1.</summary>
    public double Extent { get; private set; }

    /// <summary>Resistance gained, Ohm m², at the reference temperature.</summary>
    public double Resistance => _law.ResistanceGain * Extent;

    /// <summary>Breaches the case.</summary>
    public void Breach() => IsBreached = true;

    /// <summary>Reacts for a while.</summary>
    /// <param name="seconds">Length of the while, s.</param>
    /// <param name="vapour">Water vapour outside, mol/m³.</param>
    /// <returns>Water taken up, mol.</returns>
    public double Advance(double seconds, double vapour)
    {
        if (!IsBreached || !(_capacity > 0))
        {
            return 0;
        }

        double reacted = (1 - Extent) * (1 - Math.Exp(-_conductance * vapour * seconds / _capacity));
        Extent += reacted;
        return reacted * _capacity;
    }
}
