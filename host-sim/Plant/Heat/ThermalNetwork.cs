using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Heat;

/// <summary>Temperatures through the thickness of a cell: nodes from its middle to one face, which stand for both halves, and the surface.</summary>
/// <remarks>
/// C/n dT_k/dt = q_k + g (T_k-1 - T_k) + g (T_k+1 - T_k), the last node over g_s to the surface; C_s dT_s/dt = g_s (T_n - T_s) - G (T_s - T_a) + P.
/// g = 4 n / R with the resistance R of the stack from face to face; g_s so that the mean of the core, heated evenly, stands
/// 1/<see cref="ThermalNodes.CoreToSurface"/> per watt above the surface: 1/G_cs = 1/g_s + (n - 1)(2 n - 1)/(6 n g).
/// Backward Euler of all together: stable at any step, and what leaves one node arrives at the next to the last bit. Review Eq. 5.
/// </remarks>
public sealed class ThermalNetwork
{
    /// <summary>Nodes from the middle to a face of a stack whose resistance is known.</summary>
    public const int Nodes = 5;

    private readonly double[] _temperatures;
    private readonly double[] _loads;
    private readonly double[] _shares;
    private readonly double[] _gains;
    private readonly double _inner;
    private readonly double _outer;
    private readonly double _surfaceCapacity;
    private double _seconds;
    private double _fromCore;

    /// <summary>Starts with every node at one temperature, K.</summary>
    public ThermalNetwork(ThermalNodes nodes, double temperature)
    {
        ArgumentNullException.ThrowIfNull(nodes);

        int count = nodes.CrossResistance > 0 ? Nodes : 1;
        double sum = (count - 1) * ((2 * count) - 1) / (6.0 * count);
        double total = 1 / nodes.CoreToSurface;
        double between = Math.Min(nodes.CrossResistance / (4 * count), total / (0.5 + sum));   // the face is half a node away at least
        _inner = count > 1 ? 1 / between : 0;
        _outer = 1 / (total - (between * sum));
        NodeCapacity = nodes.CoreCapacity / count;
        _surfaceCapacity = nodes.SurfaceCapacity;
        _temperatures = new double[count];
        _loads = new double[count];
        _shares = new double[count];
        _gains = new double[count];
        Array.Fill(_temperatures, temperature);
        Core = temperature;
        Hottest = temperature;
        Surface = temperature;
    }

    /// <summary>Temperatures of the core, K, from the middle to the face; whoever changes one calls <see cref="Settle"/>.</summary>
    public Span<double> Temperatures => _temperatures;

    /// <summary>Heat capacity of a node of the core, J/K.</summary>
    public double NodeCapacity { get; }

    /// <summary>Mean temperature of the core, K.</summary>
    public double Core { get; private set; }

    /// <summary>Highest temperature of the core, K.</summary>
    public double Hottest { get; private set; }

    /// <summary>Surface temperature, K.</summary>
    public double Surface { get; private set; }

    /// <summary>Rise of the surface over the last step, K/s.</summary>
    public double SurfaceRate { get; private set; }

    /// <summary>Moves the temperatures on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="heat">Heat made evenly in the core, W.</param>
    /// <param name="local">Heat made in each node besides, W.</param>
    /// <param name="surfaceHeat">Heat put into the surface, W.</param>
    /// <param name="outwards">Conductance from surface to ambient, W/K.</param>
    /// <param name="ambient">Ambient temperature, K.</param>
    public void Advance(double seconds, double heat, ReadOnlySpan<double> local, double surfaceHeat, double outwards, double ambient)
    {
        if (seconds != _seconds)
        {
            Factor(seconds);
        }

        int last = _temperatures.Length - 1;
        double store = NodeCapacity / seconds;
        double even = heat / _temperatures.Length;
        double carried = 0;
        for (int node = 0; node <= last; node++)
        {
            double load = (store * _temperatures[node]) + even + local[node] + carried;
            _loads[node] = load;
            carried = _shares[node] * load;
        }

        double surfaceStore = _surfaceCapacity / seconds;
        double surface = ((surfaceStore * Surface) + surfaceHeat + (outwards * ambient) + carried)
            / (surfaceStore + outwards + _fromCore);
        double next = surface;
        for (int node = last; node >= 0; node--)
        {
            next = (_loads[node] * _gains[node]) + (_shares[node] * next);
            _temperatures[node] = next;
        }

        SurfaceRate = (surface - Surface) / seconds;
        Surface = surface;
        Settle();
    }

    /// <summary>Heat held, against 0 K with the capacities as they are, J.</summary>
    public double Stored => (NodeCapacity * _temperatures.Length * Core) + (_surfaceCapacity * Surface);

    /// <summary>Puts heat into the surface at once, J.</summary>
    public void WarmSurface(double joule) => Surface += joule / _surfaceCapacity;

    /// <summary>Takes over temperatures that were changed.</summary>
    public void Settle()
    {
        double sum = 0;
        double hottest = double.NegativeInfinity;
        foreach (double temperature in _temperatures)
        {
            sum += temperature;
            hottest = Math.Max(hottest, temperature);
        }

        Core = sum / _temperatures.Length;
        Hottest = hottest;
    }

    // What of the elimination depends on the step alone: node k follows from the next one as T_k = load_k gain_k + share_k T_k+1.
    private void Factor(double seconds)
    {
        double store = NodeCapacity / seconds;
        double fromBefore = 0;
        for (int node = 0; node < _temperatures.Length; node++)
        {
            double onwards = node == _temperatures.Length - 1 ? _outer : _inner;
            double gain = 1 / (store + fromBefore + onwards);
            _gains[node] = gain;
            _shares[node] = onwards * gain;
            fromBefore = onwards * (store + fromBefore) * gain;
        }

        _fromCore = fromBefore;
        _seconds = seconds;
    }
}
