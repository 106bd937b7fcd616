using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>How far lithium filaments have crossed the separator: 0 none, 1 a short that stays.</summary>
/// <remarks>dF/dt = c max(0, j/θ - CCD) while plating + r_mech(P) arr min(1, |j|/j_ref); where both are 0, -heal arr. F in [0, 1].</remarks>
public sealed class FilamentIndex
{
    private readonly FilamentGrowth _law;

    /// <summary>Starts without filaments.</summary>
    public FilamentIndex(FilamentGrowth law)
    {
        ArgumentNullException.ThrowIfNull(law);
        _law = law;
    }

    /// <summary>F, 0 to 1; at 1 it stays.</summary>
    public double Value { get; private set; }

    /// <summary>Moves the index on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="plating">Mean current density of the cell, mA/cm², positive while plating.</param>
    /// <param name="contact">Contact factor.</param>
    /// <param name="limit">Plating limit, mA/cm².</param>
    /// <param name="mechanical">Mechanical growth at this pressure and temperature under full current, 1/s.</param>
    /// <param name="healing">Healing at this temperature, 1/s.</param>
    public void Advance(double seconds, double plating, double contact, double limit, double mechanical, double healing)
    {
        if (Value >= 1)
        {
            return;
        }

        double growth = Growth(plating, contact, limit, mechanical);
        Value = Math.Clamp(Value + (seconds * (growth > 0 ? growth : -healing)), 0, 1);
    }

    /// <summary>Growth by time, 1/s, before healing.</summary>
    /// <param name="plating">Mean current density of the cell, mA/cm², positive while plating.</param>
    /// <param name="contact">Contact factor.</param>
    /// <param name="limit">Plating limit, mA/cm².</param>
    /// <param name="mechanical">Mechanical growth at this pressure and temperature under full current, 1/s.</param>
    public double Growth(double plating, double contact, double limit, double mechanical) =>
        (_law.GrowthRate * Math.Max(0, (plating / contact) - limit)) + (mechanical * Math.Min(1, Math.Abs(plating) / _law.MechanicalReferenceCurrent));

    /// <summary>Conductance of the short that the filaments make, S: 0 up to a soft index, then rising steeply.</summary>
    /// <remarks>G = G_hard ((F - F_soft)/(1 - F_soft))^p.</remarks>
    public double Conductance(ShortCircuit law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return Value > law.SoftIndex
            ? law.HardConductance * Math.Pow((Value - law.SoftIndex) / (1 - law.SoftIndex), law.Exponent)
            : 0;
    }
}
