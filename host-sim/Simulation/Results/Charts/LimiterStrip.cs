using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Results.Charts;

/// <summary>
/// Which limiter set a limit, over time: pale where it was the lowest but not reached, strong where more was asked for than it
/// allowed.
/// </summary>
/// <remarks>The run is cut into columns of two pixels. A column in which the request was ever above the limit shows the limiter
/// that held it back longest; any other the one that was lowest longest.</remarks>
internal sealed class LimiterStrip
{
    private const int Columns = (int)TimeAxis.PlotWidth / 2;
    private const double ColumnWidth = TimeAxis.PlotWidth / Columns;
    private const double LetterWidth = 6.3;
    private const double Height = 16;
    private const double Gap = 4;
    private const double TimeLabels = 20;

    private readonly double[] _times;
    private readonly TimeAxis _time;
    private readonly LimiterColours _colours;
    private readonly List<(string Direction, List<Segment> Segments)> _rows = [];

    /// <summary>Starts an empty figure.</summary>
    public LimiterStrip(double[] times, TimeAxis time, LimiterColours colours)
    {
        _times = times;
        _time = time;
        _colours = colours;
    }

    /// <summary>Adds the strip of one direction.</summary>
    /// <param name="direction">Name of the direction.</param>
    /// <param name="limiters">Names of the limiters.</param>
    /// <param name="binding">For every row the number of the limiter that sets the limit.</param>
    /// <param name="heldBack">For every row whether more was asked for than the limit.</param>
    public void Add(string direction, IReadOnlyList<string> limiters, double[] binding, bool[] heldBack)
    {
        var lowest = new double[Columns, limiters.Count + 1];
        var holding = new double[Columns, limiters.Count + 1];
        for (int row = 0; row < _times.Length; row++)
        {
            int limiter = binding[row] >= 0 && binding[row] < limiters.Count ? (int)binding[row] : limiters.Count;
            double end = row + 1 < _times.Length ? _times[row + 1] : _time.End;
            int last = _time.Column(end, Columns);
            for (int column = _time.Column(_times[row], Columns); column <= last; column++)
            {
                double share = Math.Min(end, _time.TimeOf(column + 1, Columns)) - Math.Max(_times[row], _time.TimeOf(column, Columns));
                lowest[column, limiter] += Math.Max(share, 0);
                holding[column, limiter] += heldBack[row] ? Math.Max(share, 0) : 0;
            }
        }

        var segments = new List<Segment>();
        for (int column = 0; column < Columns; column++)
        {
            int held = Longest(holding, column);
            int shown = held >= 0 ? held : Math.Max(Longest(lowest, column), 0);
            string name = shown < limiters.Count ? limiters[shown] : string.Empty;
            if (segments.Count > 0 && segments[^1].Limiter == name && segments[^1].Held == (held >= 0))
            {
                segments[^1] = segments[^1] with { End = column + 1 };
            }
            else
            {
                segments.Add(new Segment(name, held >= 0, column, column + 1));
            }
        }

        _rows.Add((direction, segments));
    }

    /// <summary>The strips with the shared time axis below.</summary>
    public XElement Render()
    {
        double height = (_rows.Count * (Height + Gap)) + TimeLabels;
        XElement chart = Panel.Chart("chart strip", height, "binding limiter");
        for (int row = 0; row < _rows.Count; row++)
        {
            double y = row * (Height + Gap);
            chart.Add(Label(TimeAxis.Left - 7, y + 12, _rows[row].Direction, "tick end"));
            chart.Add(_rows[row].Segments.SelectMany(segment => Draw(segment, y, _rows[row].Direction)));
        }

        chart.Add(Panel.TimeTicks(_time, height - 5));
        return chart;
    }

    /// <summary>The limiters that appear, with their colours.</summary>
    public XElement Legend() => Element(
        "p",
        "legend",
        "Limit set by ",
        _rows
            .SelectMany(row => row.Segments)
            .Select(segment => segment.Limiter)
            .Distinct()
            .Select(limiter => Panel.Key($"limiter {_colours[limiter]}", Name(limiter), isLine: false)),
        Element("span", "key", "strong: more was asked for than allowed; pale: the lowest limit, not reached"));

    private static int Longest(double[,] seconds, int column)
    {
        int longest = -1;
        double most = 0;
        for (int limiter = 0; limiter < seconds.GetLength(1); limiter++)
        {
            if (seconds[column, limiter] > most)
            {
                most = seconds[column, limiter];
                longest = limiter;
            }
        }

        return longest;
    }

    private static string Name(string limiter) => limiter.Length == 0 ? "unknown" : Foreign(Quantity.Words(limiter));

    private IEnumerable<XElement> Draw(Segment segment, double y, string direction)
    {
        double x = TimeAxis.Left + (segment.Start * ColumnWidth);
        double width = (segment.End - segment.Start) * ColumnWidth;
        string name = Name(segment.Limiter);
        string held = segment.Held ? $"more {direction} was asked for than allowed" : "the lowest limit, not reached";
        string style = $"limiter {_colours[segment.Limiter]}{(segment.Held ? string.Empty : " pale")}";
        string from = Quantity.Clock(_time.TimeOf(segment.Start, Columns));
        string to = Quantity.Clock(_time.TimeOf(segment.End, Columns));
        yield return Box(x, y, width, Height, style, $"{name}: {held}\n{from} to {to}");
        if (width > (name.Length * LetterWidth) + 8)
        {
            yield return Label(x + (width / 2), y + 12, name, segment.Held ? $"on {_colours[segment.Limiter]}" : "on");
        }
    }

    private sealed record Segment(string Limiter, bool Held, int Start, int End);
}
