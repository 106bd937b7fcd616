using System;
using System.Collections.Generic;

namespace Bms.Simulation.Results.Charts;

/// <summary>The vertical axis of one chart: round ticks, at most five.</summary>
internal sealed class ValueAxis
{
    private const int MostTicks = 5;
    private const double LeastTickHeight = 18;
    private const double Padding = 0.06;
    private const double Slack = 1e-9;

    private readonly double _low;
    private readonly double _high;
    private readonly double _height;

    /// <summary>An axis over a range of values.</summary>
    /// <param name="low">Lowest value to be seen.</param>
    /// <param name="high">Highest value to be seen.</param>
    /// <param name="height">Height of the plot, px.</param>
    /// <param name="possible">Values that can exist: no tick stands at others.</param>
    public ValueAxis(double low, double high, double height, Window possible)
    {
        double margin = Padding * (high - low);
        _low = low - margin;
        _high = high + margin;
        _height = height;
        double lowest = Math.Max(_low, possible.Low);
        double highest = Math.Min(_high, possible.High);
        double step = Step(lowest, highest, Math.Min(MostTicks, (int)(height / LeastTickHeight)));
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var ticks = new List<(double Y, string Label, bool IsZero)>();
        for (double k = Math.Ceiling((lowest / step) - Slack); k * step <= highest + (Slack * step); k++)
        {
            ticks.Add((Y(k * step), Quantity.Number(k * step, decimals), k == 0 && lowest < 0));
        }

        Ticks = ticks;
    }

    /// <summary>At most five values with their labels, and whether one is a zero with values on both sides.</summary>
    public IReadOnlyList<(double Y, string Label, bool IsZero)> Ticks { get; }

    /// <summary>Whether a value lies on the plot.</summary>
    public bool Shows(double value) => value >= _low && value <= _high;

    /// <summary>Place of a value from the top of the plot, px; a value far outside lies just outside.</summary>
    public double Y(double value) => Math.Clamp((_high - value) / (_high - _low) * _height, -_height, 2 * _height);

    private static double Step(double low, double high, int mostTicks)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10((high - low) / mostTicks)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 5, 10, 20])
        {
            double step = factor * decade;
            if (Math.Floor((high / step) + Slack) - Math.Ceiling((low / step) - Slack) + 1 <= mostTicks)
            {
                return step;
            }
        }

        return 50 * decade;
    }
}
