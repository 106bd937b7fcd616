using System;
using System.Globalization;
using System.Linq;

namespace Bms.Simulation.Results.Charts;

/// <summary>One quantity of all cells or clamps, read from a trace: a value per row of each member.</summary>
internal sealed class Family
{
    private readonly double[][] _members;
    private readonly string[] _names;

    private Family(double[][] members, string[] names)
    {
        _members = members;
        _names = names;
    }

    /// <summary>How many members.</summary>
    public int Count => _members.Length;

    /// <summary>Whether the trace holds the quantity at all.</summary>
    public bool Exists => _members.Length > 0;

    /// <summary>The values of a member, one per row.</summary>
    public double[] this[int member] => _members[member];

    /// <summary>Reads a quantity.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="family">Name without index.</param>
    /// <param name="scale">Factor from the unit of the trace to that of the axis.</param>
    public static Family Of(Trace trace, string family, double scale = 1)
    {
        int[] columns = trace.IndicesOf(family);
        double[][] members = [.. columns.Select(column => Enumerable.Range(0, trace.Count).Select(row => scale * trace.At(row, column)).ToArray())];
        return new Family(members, [.. columns.Select(column => trace.Columns[column].Name)]);
    }

    /// <summary>The column of a member.</summary>
    public string NameOf(int member) => _names[member];

    /// <summary>The index of a member as its column writes it.</summary>
    public string IndexOf(int member)
    {
        string name = _names[member];
        int bracket = name.IndexOf('[');
        return bracket >= 0 ? name[(bracket + 1)..^1] : member.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>At every row the lowest of all members.</summary>
    public double[] Lowest() => Fold(Math.Min);

    /// <summary>At every row the highest of all members.</summary>
    public double[] Highest() => Fold(Math.Max);

    /// <summary>The member for which a measure of a row is once the highest of all; 0 if it never is a number.</summary>
    /// <param name="measure">Measure of a member at a row.</param>
    public int Worst(Func<int, int, double> measure)
    {
        int worst = 0;
        double most = double.NegativeInfinity;
        for (int member = 0; member < _members.Length; member++)
        {
            for (int row = 0; row < _members[member].Length; row++)
            {
                double value = measure(member, row);
                if (value > most)
                {
                    most = value;
                    worst = member;
                }
            }
        }

        return worst;
    }

    private double[] Fold(Func<double, double, double> pick)
    {
        double[] folded = [.. _members[0]];
        for (int member = 1; member < _members.Length; member++)
        {
            for (int row = 0; row < folded.Length; row++)
            {
                double value = _members[member][row];
                folded[row] = double.IsNaN(folded[row]) ? value : double.IsNaN(value) ? folded[row] : pick(folded[row], value);
            }
        }

        return folded;
    }
}
