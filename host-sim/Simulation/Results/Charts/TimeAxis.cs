using System;
using System.Collections.Generic;

namespace Bms.Simulation.Results.Charts;

/// <summary>The time axis that every chart of a report shares.</summary>
internal sealed class TimeAxis
{
    /// <summary>Width of a chart, px.</summary>
    public const double Width = 1128;

    /// <summary>Where the plot begins, px: left of it stand the tick labels.</summary>
    public const double Left = 70;

    /// <summary>Width of the plot, px: right of it stand the window labels.</summary>
    public const double PlotWidth = 980;

    private const int MostTicks = 5;
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 86400;

    private static readonly double[] Steps =
    [
        1, 2, 5, 10, 15, 20, 30,
        1 * Minute, 2 * Minute, 3 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 20 * Minute, 30 * Minute,
        1 * Hour, 2 * Hour, 3 * Hour, 4 * Hour, 6 * Hour, 12 * Hour,
        1 * Day, 2 * Day, 5 * Day, 10 * Day, 20 * Day, 50 * Day, 100 * Day, 200 * Day, 500 * Day,
    ];

    /// <summary>An axis from the first to the last row.</summary>
    public TimeAxis(double start, double end)
    {
        Start = start;
        End = end > start ? end : start + 1;
        double step = Steps[^1];
        foreach (double candidate in Steps)
        {
            if (Math.Floor(End / candidate) - Math.Ceiling(Start / candidate) + 1 <= MostTicks)
            {
                step = candidate;
                break;
            }
        }

        (double unit, string symbol) = step >= Day ? (Day, "d") : step >= Hour ? (Hour, "h") : step >= Minute ? (Minute, "min") : (1.0, "s");
        var ticks = new List<(double X, string Label)>();
        for (double k = Math.Ceiling(Start / step); k * step <= End; k++)
        {
            ticks.Add((X(k * step), Quantity.Of(k * step / unit, 0, symbol)));
        }

        Ticks = ticks;
    }

    /// <summary>First instant, s.</summary>
    public double Start { get; }

    /// <summary>Last instant, s.</summary>
    public double End { get; }

    /// <summary>At most five instants with their labels.</summary>
    public IReadOnlyList<(double X, string Label)> Ticks { get; }

    /// <summary>Place of an instant from the left edge of the plot, px.</summary>
    public double X(double time) => (Math.Clamp(time, Start, End) - Start) / (End - Start) * PlotWidth;

    /// <summary>The column of so many equal ones in which an instant lies.</summary>
    public int Column(double time, int columns) => Math.Clamp((int)((time - Start) / (End - Start) * columns), 0, columns - 1);

    /// <summary>Begin of one of so many equal columns, s.</summary>
    public double TimeOf(int column, int columns) => Start + ((End - Start) * column / columns);
}
