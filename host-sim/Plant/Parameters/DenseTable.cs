using System;
using System.Runtime.CompilerServices;

namespace Bms.Plant.Parameters;

/// <summary>
/// A <see cref="Table"/> sampled once on a fine uniform grid, so that reading it costs neither a search nor a logarithm.
/// Linear between the grid points; outside the nodes of its source, the end value.
/// </summary>
public sealed class DenseTable
{
    private readonly double[] _values;
    private readonly double _low;
    private readonly double _pointsPerUnit;

    /// <summary>Samples <paramref name="source"/> at the ends of so many equal intervals between its first and last node.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one interval.</exception>
    public DenseTable(Table source, int intervals)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(intervals, 1);

        _low = source.Nodes[0];
        double width = source.Nodes[^1] - _low;
        _pointsPerUnit = intervals / width;
        _values = new double[intervals + 1];
        for (int k = 0; k <= intervals; k++)
        {
            _values[k] = source.At(_low + (width * k / intervals));
        }
    }

    /// <summary>The value at <paramref name="argument"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(double argument)
    {
        double[] values = _values;
        double position = (argument - _low) * _pointsPerUnit;
        int last = values.Length - 1;
        if (!(position > 0))
        {
            return values[0];
        }

        if (position >= last)
        {
            return values[last];
        }

        int point = (int)position;
        double low = values[point];
        return low + ((position - point) * (values[point + 1] - low));
    }

    /// <summary>The value at <paramref name="argument"/> and its derivative there; 0 outside the nodes.</summary>
    public double At(double argument, out double slope)
    {
        double[] values = _values;
        double position = (argument - _low) * _pointsPerUnit;
        int last = values.Length - 1;
        slope = 0;
        if (!(position > 0))
        {
            return values[0];
        }

        if (position >= last)
        {
            return values[last];
        }

        int point = (int)position;
        double low = values[point];
        double rise = values[point + 1] - low;
        slope = rise * _pointsPerUnit;
        return low + ((position - point) * rise);
    }
}
