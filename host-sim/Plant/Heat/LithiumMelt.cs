using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Heat;

/// <summary>How much of the lithium of a cell is molten, node by node: a node at the melting point takes heat without warming until its lithium is gone.</summary>
/// <remarks>Enthalpy method: what a node holds above the melting point melts lithium first, and what it lacks below is
/// given back by freezing. Heat is conserved to the last bit.</remarks>
public sealed class LithiumMelt
{
    private readonly double _point;
    private readonly double _heatPerCharge;
    private readonly double _reservoir;
    private readonly double[] _stored;

    /// <summary>Starts solid.</summary>
    /// <param name="law">Constants; null: lithium never melts.</param>
    /// <param name="reservoir">Lithium that stays in the electrode of a discharged cell, A h.</param>
    /// <param name="count">Nodes of the core.</param>
    public LithiumMelt(LithiumMelting? law, double reservoir, int count)
    {
        _point = law?.Point ?? double.PositiveInfinity;
        _heatPerCharge = (law?.Heat ?? 0) * Constants.SecondsPerHour / Constants.Faraday;
        _reservoir = reservoir;
        _stored = new double[count];
    }

    /// <summary>Share of the lithium that is molten, 0..1.</summary>
    public double Share { get; private set; }

    /// <summary>Heat that molten lithium holds, J.</summary>
    public double Stored { get; private set; }

    /// <summary>Lets lithium melt or freeze after the nodes have got their temperatures.</summary>
    /// <param name="network">The nodes.</param>
    /// <param name="plated">Lithium in the electrode beyond what stays in a discharged cell, A h.</param>
    public void Advance(ThermalNetwork network, double plated)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Hottest <= _point && Stored == 0)
        {
            return;
        }

        double most = Math.Max(0, _reservoir + plated) * _heatPerCharge / _stored.Length;
        Span<double> temperatures = network.Temperatures;
        double stored = 0;
        for (int node = 0; node < _stored.Length; node++)
        {
            double surplus = (temperatures[node] - _point) * network.NodeCapacity;
            double taken = Math.Clamp(surplus, -_stored[node], Math.Max(0, most - _stored[node]));
            temperatures[node] -= taken / network.NodeCapacity;
            _stored[node] += taken;
            stored += _stored[node];
        }

        Stored = stored;
        Share = most > 0 ? Math.Min(1, stored / (most * _stored.Length)) : 0;
        network.Settle();
    }
}
