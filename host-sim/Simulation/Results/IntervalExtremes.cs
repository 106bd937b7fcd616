using System;
using System.Collections.Generic;

namespace Bms.Simulation.Results;

/// <summary>The rows worth keeping of one interval of time: its first, and those at which a family of columns is at its lowest or highest.</summary>
internal sealed class IntervalExtremes(int[][] families)
{
    private readonly double[] _lowest = new double[families.Length];
    private readonly double[] _highest = new double[families.Length];
    private readonly double[]?[] _kept = new double[1 + (2 * families.Length)][];

    /// <summary>Looks at a row; only one that is a new extreme is copied.</summary>
    public void Offer(ReadOnlySpan<double> row)
    {
        double[]? copy = null;
        if (_kept[0] is null)
        {
            _kept[0] = copy = row.ToArray();
            Array.Fill(_lowest, double.PositiveInfinity);
            Array.Fill(_highest, double.NegativeInfinity);
        }

        for (int family = 0; family < families.Length; family++)
        {
            foreach (int column in families[family])
            {
                double value = row[column];   // a value that is not a number is neither below nor above
                if (value < _lowest[family])
                {
                    _lowest[family] = value;
                    _kept[1 + (2 * family)] = copy ??= row.ToArray();
                }

                if (value > _highest[family])
                {
                    _highest[family] = value;
                    _kept[2 + (2 * family)] = copy ??= row.ToArray();
                }
            }
        }
    }

    /// <summary>Appends the kept rows in time order, each once, and begins anew.</summary>
    public void CloseInto(List<double[]> rows)
    {
        int first = rows.Count;
        foreach (double[]? row in _kept)
        {
            if (row is not null && rows.IndexOf(row, first) < 0)
            {
                rows.Add(row);
            }
        }

        rows.Sort(first, rows.Count - first, Comparer<double[]>.Create((a, b) => a[0].CompareTo(b[0])));
        Array.Clear(_kept);
    }
}
