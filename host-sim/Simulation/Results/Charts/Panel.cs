using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Results.Charts;

/// <summary>One small multiple: title and legend, series over their windows, and a readout of every stretch of time as tooltip.</summary>
internal sealed class Panel
{
    private const double LineHeight = 12;
    private const double TopMargin = 6;
    private const double TimeLabels = 20;
    private const int Readouts = 140;
    private const int MostEpisodesTold = 3;
    private const double NearWindow = 0.6;   // a window edge closer than this share of the range is brought into view

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the axis as printed.</summary>
    public required string Unit { get; init; }

    /// <summary>Short unit for readouts; empty for a ratio.</summary>
    public required string Symbol { get; init; }

    /// <summary>Series from back to front.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>Windows, the most important first.</summary>
    public IReadOnlyList<PanelWindow> Windows { get; init; } = [];

    /// <summary>Episodes shaded over the plot.</summary>
    public IReadOnlyList<ViolationEpisode> Episodes { get; init; } = [];

    /// <summary>The axis covers at least so much, so that noise does not fill it.</summary>
    public double LeastSpan { get; init; } = 1;

    /// <summary>A value the axis always shows; not a number for none.</summary>
    public double Includes { get; init; } = double.NaN;

    /// <summary>Values that can exist; the axis shows no others, whatever it has to cover.</summary>
    public Window Possible { get; init; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Height of the plot, px.</summary>
    public double Height { get; init; } = 120;

    /// <summary>Decimals of readouts.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Draws the panel.</summary>
    /// <param name="times">Time of every row, s.</param>
    /// <param name="time">The shared axis.</param>
    /// <param name="labelTime">Whether the times stand below.</param>
    /// <param name="below">What else belongs to the figure.</param>
    public XElement Render(double[] times, TimeAxis time, bool labelTime, params XElement?[] below)
    {
        ValueAxis axis = Axis();
        double height = TopMargin + Height + (labelTime ? TimeLabels : TopMargin);
        XElement chart = Chart("chart", height, $"{Title}, {Unit}");
        XElement plot = Element("svg", "plot", Set("x", TimeAxis.Left), Set("y", TopMargin), Set("width", TimeAxis.PlotWidth), Set("height", Height));
        plot.Add(Windows.Select((window, place) => Band(window, axis, place == 0 ? "window" : "window inner")));
        plot.Add(axis.Ticks.Select(tick => Rule(0, tick.Y, TimeAxis.PlotWidth, tick.Y, tick.IsZero ? "grid zero" : "grid")));
        plot.Add(time.Ticks.Select(tick => Rule(tick.X, 0, tick.X, Height, "grid")));
        plot.Add(EpisodeMarks.Render(Episodes, time, Height));
        plot.Add(Series.Select(series => Draw(series, times, time, axis)));
        plot.Add(Hover(times, time));
        chart.Add(axis.Ticks.Select(tick => Label(TimeAxis.Left - 7, TopMargin + tick.Y + 4, tick.Label, "tick end")));
        chart.Add(Edges(axis));
        chart.Add(plot);
        if (labelTime)
        {
            chart.Add(TimeTicks(time, TopMargin + Height + 15));
        }

        return Element("figure", "panel", Caption(), chart, below);
    }

    /// <summary>An empty chart across the page.</summary>
    public static XElement Chart(string style, double height, string name) => Element(
        "svg",
        style,
        Set("viewBox", $"0 0 {Length(TimeAxis.Width)} {Length(height)}"),
        Set("role", "img"),
        Set("aria-label", name));

    /// <summary>An entry of a legend.</summary>
    public static XElement Key(string style, string label, bool isLine) => Element(
        "span",
        "key",
        Element("svg", "swatch", Set("viewBox", "0 0 22 10"), Element("path", style, Set("d", isLine ? "M0 5H22" : "M0 0H22V10H0Z"))),
        Foreign(label));

    /// <summary>The labels of the shared time axis.</summary>
    public static IEnumerable<XElement> TimeTicks(TimeAxis time, double y) => time.Ticks.Select(tick => Label(
        TimeAxis.Left + tick.X,
        y,
        tick.Label,
        tick.X < 20 ? "tick" : tick.X > TimeAxis.PlotWidth - 20 ? "tick end" : "tick middle"));

    /// <summary>A straight line.</summary>
    public static XElement Rule(double x1, double y1, double x2, double y2, string style) =>
        Element("line", style, Set("x1", x1), Set("y1", y1), Set("x2", x2), Set("y2", y2));

    private static XElement Draw(Series series, double[] times, TimeAxis time, ValueAxis axis) => Element(
        "path",
        series.Style,
        Set("d", series.High is null
            ? ChartPath.Line(times, series.Low, time, axis)
            : ChartPath.Area(times, series.Low, series.High, time, axis, series.Inner)));

    private static XElement Band(PanelWindow window, ValueAxis axis, string style)
    {
        double top = axis.Y(window.Bounds.High);
        return Box(0, top, TimeAxis.PlotWidth, axis.Y(window.Bounds.Low) - top, style, null);
    }

    private XElement Caption() => Element(
        "figcaption",
        null,
        Element("strong", null, Title),
        " ",
        Element("span", "unit", Unit),
        Element(
            "span",
            "legend",
            Series.Where(series => series.Named).Select(series => Key(series.Style, series.Label, series.High is null)),
            Windows.Count > 0 ? Key("window", "window", isLine: false) : null,
            Episodes.Count > 0 ? Key("episode", "limit exceeded", isLine: false) : null));


    private ValueAxis Axis()
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (Series series in Series.Where(series => series.Scales))
        {
            low = Math.Min(low, Least(series.Low));
            high = Math.Max(high, Greatest(series.High ?? series.Low));
        }

        if (!(low <= high))
        {
            (low, high) = (0, LeastSpan);
        }

        double reach = NearWindow * Math.Max(high - low, LeastSpan);
        foreach (double edge in Windows.SelectMany(window => (double[])[window.Bounds.Low, window.Bounds.High]))
        {
            low = edge < low && low - edge < reach ? edge : low;
            high = edge > high && edge - high < reach ? edge : high;
        }

        low = Includes < low ? Includes : low;
        high = Includes > high ? Includes : high;
        double missing = Math.Max(0, LeastSpan - (high - low));
        double above = Math.Min(missing / 2, Math.Max(0, Possible.High - high));
        double below = Math.Min(missing - above, Math.Max(0, low - Possible.Low));
        return new ValueAxis(low - below, high + missing - below, Height, Possible);
    }

    private static double Least(IEnumerable<double> values) =>
        values.Where(double.IsFinite).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static double Greatest(IEnumerable<double> values) =>
        values.Where(double.IsFinite).DefaultIfEmpty(double.NegativeInfinity).Max();

    private List<XElement> Edges(ValueAxis axis)
    {
        var labels = new List<XElement>();
        var taken = new List<double>();
        foreach (PanelWindow window in Windows)
        {
            foreach ((double edge, string end) in ((double, string)[])[(window.Bounds.High, "max"), (window.Bounds.Low, "min")])
            {
                double y = axis.Y(edge);
                if (axis.Shows(edge) && taken.TrueForAll(other => Math.Abs(other - y) >= LineHeight))
                {
                    taken.Add(y);
                    string number = Quantity.Number(edge, Math.Min(2, Quantity.DecimalsFor(edge, 2)));
                    string name = window.Name.Length == 0 ? end : window.Name;
                    labels.Add(Label(TimeAxis.Left + TimeAxis.PlotWidth + 6, TopMargin + y + 4, $"{number} {name}", "edge"));
                }
            }
        }

        return labels;
    }

    private IEnumerable<XElement> Hover(double[] times, TimeAxis time)
    {
        int columns = Math.Min(Readouts, Math.Max(1, times.Length));
        double width = TimeAxis.PlotWidth / columns;
        int row = 0;
        for (int column = 0; column < columns; column++)
        {
            int first = row;
            while (row < times.Length && time.Column(times[row], columns) == column)
            {
                row++;
            }

            double start = time.TimeOf(column, columns);
            double end = time.TimeOf(column + 1, columns);
            IEnumerable<string> lines = Series.Where(series => series.Named).Select(series => Readout(series, first, row)).Where(line => line.Length > 0);
            IEnumerable<string> broken = Episodes
                .Where(episode => episode.Start_s < end && episode.Start_s + episode.Duration_s >= start)
                .Take(MostEpisodesTold)
                .Select(EpisodeMarks.Text);
            string[] told = [$"{Quantity.Clock(start)} to {Quantity.Clock(end)}", .. lines, .. broken];
            yield return Box(column * width, 0, width, Height, "hover", string.Join('\n', told));
        }
    }

    private string Readout(Series series, int first, int end)
    {
        double[] bottom = series.Low[first..end];
        double[] top = (series.High ?? series.Low)[first..end];
        double low = series.Inner ? Greatest(bottom) : Least(bottom);
        double high = series.Inner ? Least(top) : Greatest(top);
        return low <= high ? $"{series.Label} {Quantity.Range(low, high, Decimals, Symbol)}" : string.Empty;
    }
}
