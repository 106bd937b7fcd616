using System;
using System.Collections.Generic;

namespace Bms.Plant.Parameters;

/// <summary>How a <see cref="Table"/> is read between its nodes.</summary>
public enum Interpolation
{
    /// <summary>Straight lines between the nodes.</summary>
    Linear,

    /// <summary>Straight lines between the logarithms of the values; every value must be positive.</summary>
    LogLinear,
}

/// <summary>A one-dimensional property given at nodes; outside them the end value holds.</summary>
public sealed class Table
{
    private readonly double[] _nodes;
    private readonly double[] _values;
    private readonly bool _logarithmic;

    /// <summary>Makes a table from strictly rising nodes and as many finite values.</summary>
    /// <exception cref="ArgumentException">Lengths differ, fewer than two nodes, nodes not strictly rising, a value not
    /// finite, or a value not positive in a log-linear table.</exception>
    public Table(IReadOnlyList<double> nodes, IReadOnlyList<double> values, Interpolation interpolation = Interpolation.Linear)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(values);
        if (nodes.Count != values.Count || nodes.Count < 2)
        {
            throw new ArgumentException($"a table takes at least two nodes and as many values; got {nodes.Count} nodes and {values.Count} values");
        }

        _logarithmic = interpolation == Interpolation.LogLinear;
        _nodes = new double[nodes.Count];
        _values = new double[nodes.Count];
        for (int k = 0; k < nodes.Count; k++)
        {
            if (!double.IsFinite(nodes[k]) || (k > 0 && nodes[k] <= nodes[k - 1]))
            {
                throw new ArgumentException($"node {k} ({nodes[k]}) must be finite and above the one before it");
            }

            if (!double.IsFinite(values[k]) || (_logarithmic && values[k] <= 0))
            {
                throw new ArgumentException($"value {k} ({values[k]}) must be finite{(_logarithmic ? " and positive" : string.Empty)}");
            }

            _nodes[k] = nodes[k];
            _values[k] = _logarithmic ? Math.Log(values[k]) : values[k];
        }

        Interpolation = interpolation;
    }

    /// <summary>How values between nodes are read.</summary>
    public Interpolation Interpolation { get; }

    /// <summary>The nodes, strictly rising.</summary>
    public ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>The value at a node.</summary>
    public double ValueAtNode(int node) => _logarithmic ? Math.Exp(_values[node]) : _values[node];

    /// <summary>The value at <paramref name="argument"/>; beyond the ends, the end value.</summary>
    public double At(double argument)
    {
        int node = Segment(argument, out double fraction);
        double value = _values[node] + (fraction * (_values[node + 1] - _values[node]));
        return _logarithmic ? Math.Exp(value) : value;
    }

    /// <summary>The derivative with respect to the argument (of the straight line in which the argument lies); 0 beyond the ends.</summary>
    public double SlopeAt(double argument)
    {
        if (argument < _nodes[0] || argument > _nodes[^1])
        {
            return 0;
        }

        int node = Segment(argument, out _);
        double slope = (_values[node + 1] - _values[node]) / (_nodes[node + 1] - _nodes[node]);
        return _logarithmic ? slope * At(argument) : slope;
    }

    private int Segment(double argument, out double fraction)
    {
        if (argument <= _nodes[0])
        {
            fraction = 0;
            return 0;
        }

        if (argument >= _nodes[^1])
        {
            fraction = 1;
            return _nodes.Length - 2;
        }

        int found = Array.BinarySearch(_nodes, argument);
        int node = found >= 0 ? Math.Min(found, _nodes.Length - 2) : ~found - 1;
        fraction = (argument - _nodes[node]) / (_nodes[node + 1] - _nodes[node]);
        return node;
    }
}
