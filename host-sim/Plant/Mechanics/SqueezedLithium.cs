using System;

namespace Bms.Plant.Mechanics;

/// <summary>Lithium that creeps out of the thickness of a stack into its pores and over its edges, so that a stiff clamp loses pressure.</summary>
/// <remarks>dh/dt = share ε'(P, T) h_Li. Friction at both faces holds nearly all of a layer that is thousands of times wider than
/// thick, so the share is small; it is a tunable. The loss ends itself: the power law gives out as the pressure falls.</remarks>
public sealed class SqueezedLithium
{
    // What is left is held by the faces.
    private const double Most = 0.2;

    private readonly double _share;

    /// <summary>Starts with all lithium in place.</summary>
    /// <param name="share">Share of the creep strain that leaves the thickness.</param>
    public SqueezedLithium(double share)
    {
        _share = share;
    }

    /// <summary>Thickness lost, m.</summary>
    public double Thickness { get; private set; }

    /// <summary>Moves on by an interval.</summary>
    /// <param name="seconds">Length of the interval, s.</param>
    /// <param name="creep">Creep rate ε', 1/s.</param>
    /// <param name="lithium">Thickness of all lithium layers, m.</param>
    public void Advance(double seconds, double creep, double lithium)
    {
        double room = (Most * lithium) - Thickness;
        if (room > 0)
        {
            Thickness += room * (1 - Math.Exp(-_share * creep * seconds * lithium / room));
        }
    }
}
