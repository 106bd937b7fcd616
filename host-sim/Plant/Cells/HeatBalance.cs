using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Cells;

/// <summary>Heat of one cell: a core that makes it, a surface that gives it to the ambient and takes the heater's.</summary>
/// <remarks>C_core dTc/dt = Q - G_cs (Tc - Ts); C_surf dTs/dt = G_cs (Tc - Ts) - G_sa (Ts - Ta) + P_heater. Backward Euler of
/// both together: the surface follows in a third of a second, and what leaves one node arrives at the other to the last bit.</remarks>
public sealed class HeatBalance
{
    private readonly ThermalNodes _nodes;

    /// <summary>Starts with both nodes at one temperature, K.</summary>
    public HeatBalance(ThermalNodes nodes, double temperature)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _nodes = nodes;
        Core = temperature;
        Surface = temperature;
    }

    /// <summary>Core temperature, K.</summary>
    public double Core { get; private set; }

    /// <summary>Surface temperature, K.</summary>
    public double Surface { get; private set; }

    /// <summary>Rise of the surface over the last step, K/s.</summary>
    public double SurfaceRate { get; private set; }

    /// <summary>Moves the temperatures on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="heat">Heat made in the core, W.</param>
    /// <param name="heater">Heat put into the surface, W.</param>
    /// <param name="ambient">Ambient temperature, K.</param>
    public void Advance(double seconds, double heat, double heater, double ambient)
    {
        double coreStore = _nodes.CoreCapacity / seconds;
        double surfaceStore = _nodes.SurfaceCapacity / seconds;
        double between = _nodes.CoreToSurface;
        double outwards = _nodes.SurfaceToAmbient;

        double coreGain = coreStore + between;
        double coreLoad = (coreStore * Core) + heat;
        double surfaceLoad = (surfaceStore * Surface) + (outwards * ambient) + heater;
        double surface = (surfaceLoad + (between * coreLoad / coreGain))
            / (surfaceStore + outwards + (between * coreStore / coreGain));

        SurfaceRate = (surface - Surface) / seconds;
        Surface = surface;
        Core = (coreLoad + (between * surface)) / coreGain;
    }
}
