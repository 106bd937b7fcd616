using System;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The monotone cubic interpolant (PCHIP as in Matlab and SciPy) of integers in exact arithmetic.</summary>
internal sealed class ExactCubic
{
    private readonly int[] _nodes;
    private readonly int[] _values;
    private readonly Fraction[] _slopes;

    public ExactCubic(int[] nodes, int[] values)
    {
        _nodes = nodes;
        _values = values;
        int last = nodes.Length - 1;
        _slopes = new Fraction[nodes.Length];
        if (last == 0)
        {
            return;
        }

        _slopes[0] = last == 1 ? Secant(0) : End(Width(0), Secant(0), Width(1), Secant(1));
        _slopes[last] = last == 1 ? Secant(0) : End(Width(last - 1), Secant(last - 1), Width(last - 2), Secant(last - 2));
        for (int node = 1; node < last; node++)
        {
            _slopes[node] = Inner(Width(node - 1), Secant(node - 1), Width(node), Secant(node));
        }
    }

    /// <summary>The rise over an interval at the slope of its left (0) or right (1) node.</summary>
    public Fraction Rise(int interval, int end) => Width(interval) * _slopes[interval + end];

    public Fraction At(int argument)
    {
        if (argument <= _nodes[0] || argument >= _nodes[^1])
        {
            return argument <= _nodes[0] ? _values[0] : _values[^1];
        }

        int right = Array.FindIndex(_nodes, node => node > argument);
        int left = right - 1;
        Fraction h = Width(left);
        Fraction t = ((long)argument - _nodes[left]) / h;
        Fraction u = 1 - t;

        // the four cubic Hermite polynomials
        return ((1 + (2 * t)) * u * u * _values[left]) + (t * u * u * h * _slopes[left])
            + (t * t * (3 - (2 * t)) * _values[right]) - (t * t * u * h * _slopes[right]);
    }

    private static Fraction Inner(Fraction h0, Fraction d0, Fraction h1, Fraction d1)
    {
        if (d0.Sign * d1.Sign <= 0)
        {
            return 0;
        }

        Fraction w0 = (2 * h1) + h0;
        Fraction w1 = h1 + (2 * h0);
        return (w0 + w1) / ((w0 / d0) + (w1 / d1));
    }

    private static Fraction End(Fraction h0, Fraction d0, Fraction h1, Fraction d1)
    {
        Fraction slope = ((((2 * h0) + h1) * d0) - (h0 * d1)) / (h0 + h1);
        if (slope.Sign != d0.Sign)
        {
            return 0;
        }

        Fraction steepest = 3 * d0;
        return d0.Sign != d1.Sign && ((slope - steepest) * d0).Sign > 0 ? steepest : slope;
    }

    private Fraction Width(int interval) => (long)_nodes[interval + 1] - _nodes[interval];

    private Fraction Secant(int interval) => ((long)_values[interval + 1] - _values[interval]) / Width(interval);
}
