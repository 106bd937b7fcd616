using System;
using System.Collections.Generic;

namespace Bms.Simulation.Results.Charts;

/// <summary>The vertical axis of one chart: round ticks, at most five.</summary>
internal sealed class ValueAxis
{
    private const int MostTicks = 5;
    private const double Padding = 0.06;

    private readonly double _low;
    private readonly double _high;
    private readonly double _height;

    /// <summary>An axis over a range of values.</summary>
    /// <param name="low">Lowest value to be seen.</param>
    /// <param name="high">Highest value to be seen.</param>
    /// <param name="height">Height of the plot, px.</param>
    public ValueAxis(double low, double high, double height)
    {
        double margin = Padding * (high - low);
        _low = low - margin;
        _high = high + margin;
        _height = height;
        double step = Step(_low, _high);
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var ticks = new List<(double Y, string Label)>();
        for (double k = Math.Ceiling(_low / step); k * step <= _high; k++)
        {
            ticks.Add((Y(k * step), Quantity.Number(k * step, decimals)));
        }

        Ticks = ticks;
    }

    /// <summary>At most five values with their labels.</summary>
    public IReadOnlyList<(double Y, string Label)> Ticks { get; }

    /// <summary>Whether a value lies on the plot.</summary>
    public bool Shows(double value) => value >= _low && value <= _high;

    /// <summary>Place of a value from the top of the plot, px; a value far outside lies just outside.</summary>
    public double Y(double value) => Math.Clamp((_high - value) / (_high - _low) * _height, -_height, 2 * _height);

    private static double Step(double low, double high)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10((high - low) / MostTicks)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 5, 10, 20])
        {
            double step = factor * decade;
            if (Math.Floor(high / step) - Math.Ceiling(low / step) + 1 <= MostTicks)
            {
                return step;
            }
        }

        return 50 * decade;
    }
}
