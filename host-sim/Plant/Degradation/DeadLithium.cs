using System;
using Bms.Plant.Laws;

namespace Bms.Plant.Degradation;

/// <summary>Lithium plated as filaments, of which a part loses touch when it is stripped again and never comes back.</summary>
/// <remarks>dQ/dt = s A max(0, j - θ CCD) while plating: the share s of what is plated beyond the critical current. The reservoir of
/// the electrode makes up for it as long as it lasts; then the cell has that much less to give. Review Table 2: loss of lithium
/// inventory.</remarks>
public sealed class DeadLithium
{
    private readonly double _perDensity;
    private readonly double _reservoir;

    /// <summary>Starts with none.</summary>
    /// <param name="share">s, 0..1.</param>
    /// <param name="area">Footprint of the cell, m².</param>
    /// <param name="reservoir">Lithium in the negative electrode of the discharged cell, A h.</param>
    public DeadLithium(double share, double area, double reservoir)
    {
        _perDensity = share * area * Constants.AmperePerSquareMetre / Constants.SecondsPerHour;
        _reservoir = reservoir;
    }

    /// <summary>Lithium lost, A h.</summary>
    public double Charge { get; private set; }

    /// <summary>Lithium that the reservoir could not make up for, A h.</summary>
    public double Shortage => Math.Max(0, Charge - _reservoir);

    /// <summary>Moves on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="plating">Mean plating current density, mA/cm²; not positive while stripping.</param>
    /// <param name="contact">Contact factor.</param>
    /// <param name="limit">Plating limit, mA/cm².</param>
    public void Advance(double seconds, double plating, double contact, double limit) =>
        Charge += _perDensity * seconds * Math.Max(0, plating - (contact * limit));
}
