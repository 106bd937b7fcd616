using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Bms.Simulation.Results.Charts;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Laboratory.Charts;

/// <summary>A chart of one quantity over another: linear, logarithmic, or with one scale for both, as a Nyquist plot needs.</summary>
internal sealed class XyChart
{
    /// <summary>Curves that have a colour of their own.</summary>
    public const int Colours = 7;

    private const double Width = 552;
    private const double Left = 62;
    private const double Right = 14;
    private const double Top = 6;
    private const double Below = 40;
    private const int MostSpots = 48;
    private const double LabelHeight = 20;

    private readonly double _plotWidth = Width - Left - Right;

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Name and unit of what is drawn upwards, e.g. <c>capacity, Ah</c>.</summary>
    public required string YName { get; init; }

    /// <summary>Name and unit of what is drawn across.</summary>
    public required string XName { get; init; }

    /// <summary>The file its points stand in.</summary>
    public required string File { get; init; }

    /// <summary>The curves.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>Points with a name of their own beside them.</summary>
    public IReadOnlyList<(double X, double Y, string Name)> Named { get; init; } = [];

    /// <summary>Whether such points have a mark of their own.</summary>
    public bool MarksNamed { get; init; } = true;

    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    public bool XLogarithmic { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool YLogarithmic { get; init; }

    /// <summary>Whether a unit is as long upwards as across.</summary>
    public bool Equal { get; init; }

    /// <summary>A value the vertical axis always shows; not a number for none.</summary>
    public double Includes { get; init; } = double.NaN;

    /// <summary>A value below which a logarithmic vertical axis shows nothing.</summary>
    public double Floor { get; init; }

    /// <summary>Height of the plot, px.</summary>
    public double Height { get; init; } = 240;

    /// <summary>Draws the chart.</summary>
    public XElement Render()
    {
        (Scale x, Scale y) = Scales();
        XElement chart = Element(
            "svg",
            "chart",
            Set("viewBox", $"0 0 {Length(Width)} {Length(Top + Height + Below)}"),
            Set("role", "img"),
            Set("aria-label", $"{Title}: {YName} over {XName}"));
        XElement plot = Element("svg", "plot", Set("x", Left), Set("y", Top), Set("width", _plotWidth), Set("height", Height));
        plot.Add(x.Ticks.Select(tick => Panel.Rule(tick.Place, 0, tick.Place, Height, "grid")));
        plot.Add(y.Ticks.Select(tick => Panel.Rule(0, Height - tick.Place, _plotWidth, Height - tick.Place, tick.IsZero ? "grid zero" : "grid")));
        foreach ((Curve curve, int colour) in Coloured())
        {
            plot.Add(Draw(curve, colour, x, y));
        }

        plot.Add(Named.SelectMany(point => Name(point, x, y)));
        chart.Add(y.Ticks.Select(tick => Label(Left - 7, Top + Height - tick.Place + 4, tick.Label, "tick end")));
        chart.Add(x.Ticks.Select(tick => Label(Left + tick.Place, Top + Height + 16, tick.Label, "tick middle")));
        chart.Add(Label(Left + (_plotWidth / 2), Top + Height + 34, XName, "tick middle"));
        chart.Add(plot);
        return Element("figure", "panel", Caption(), chart);
    }

    private IEnumerable<(Curve Curve, int Colour)> Coloured() =>
        Curves.Select((curve, place) => (curve, (curve.Colour >= 0 ? curve.Colour : place) % Colours));

    private XElement Caption() => Element(
        "figcaption",
        null,
        Element("strong", null, Title),
        " ",
        Element("span", "unit", Foreign(YName)),
        Curves.Count > 1
            ? Element("span", "legend", Coloured().Where(pair => pair.Curve.Legend.Length > 0).Select(pair => Element("span", "key", ChartMark.Sample(pair.Curve, pair.Colour), Foreign(pair.Curve.Legend))))
            : null);

    private IEnumerable<XElement> Draw(Curve curve, int colour, Scale x, Scale y)
    {
        if (curve.Joined)
        {
            yield return Element("path", ChartMark.Line(curve, colour), Set("d", Path(curve, x, y)));
        }

        int[] shown = [.. Enumerable.Range(0, curve.X.Length).Where(k => double.IsFinite(curve.X[k]) && double.IsFinite(curve.Y[k]))];
        int stride = curve.Marked ? 1 : Math.Max(1, shown.Length / MostSpots);
        for (int k = 0; k < shown.Length; k += stride)
        {
            int point = shown[k];
            string tooltip = $"{curve.Label}\n{XName}: {Quantity.Number(curve.X[point])}\n{YName}: {Quantity.Number(curve.Y[point])}";
            double across = x.Place(curve.X[point]);
            double down = Height - y.Place(curve.Y[point]);
            yield return curve.Marked ? ChartMark.At(across, down, colour, tooltip) : ChartMark.Hidden(across, down, tooltip);
        }
    }

    private string Path(Curve curve, Scale x, Scale y)
    {
        var path = new StringBuilder();
        char command = 'M';
        string last = string.Empty;
        for (int k = 0; k < curve.X.Length; k++)
        {
            if (!double.IsFinite(curve.X[k]) || !double.IsFinite(curve.Y[k]))
            {
                command = 'M';
                continue;
            }

            string point = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(x.Place(curve.X[k]), 1)} {Math.Round(Height - y.Place(curve.Y[k]), 1)}");
            if (command == 'M' || point != last)
            {
                path.Append(command).Append(point);
            }

            last = point;
            command = ' ';
        }

        return path.ToString();
    }

    private IEnumerable<XElement> Name((double X, double Y, string Name) point, Scale x, Scale y)
    {
        double across = x.Place(point.X);
        double down = Height - y.Place(point.Y);
        if (MarksNamed)
        {
            yield return ChartMark.At(across, down, Colours - 1, point.Name);
        }

        yield return Label(across, down > LabelHeight ? down - 9 : down + LabelHeight, point.Name, across < 60 ? "edge left" : across > _plotWidth - 60 ? "edge end" : "edge middle");
    }

    private (Scale X, Scale Y) Scales()
    {
        (double left, double right) = Extent(curve => curve.X, XLogarithmic);
        (double bottom, double top) = Extent(curve => curve.Y, YLogarithmic);
        bottom = Includes < bottom ? Includes : YLogarithmic ? Math.Max(bottom, Math.Min(Floor, top)) : bottom;
        top = Includes > top ? Includes : top;
        if (Equal)
        {
            double perPixel = Math.Max((right - left) / _plotWidth, (top - bottom) / Height);
            right = left + (perPixel * _plotWidth);
            top = bottom + (perPixel * Height);
        }

        return (
            XLogarithmic ? new LogScale(left, right, _plotWidth) : new LinearScale(left, right, _plotWidth),
            YLogarithmic ? new LogScale(bottom, top, Height) : new LinearScale(bottom, top, Height));
    }

    // A range with some width, whatever there is to be shown.
    private (double Low, double High) Extent(Func<Curve, double[]> pick, bool logarithmic)
    {
        double[] all = [.. Curves.SelectMany(pick).Where(value => double.IsFinite(value) && (!logarithmic || value > 0))];
        double low = all.Length > 0 ? all.Min() : 1;
        double high = all.Length > 0 ? all.Max() : 2;
        if (logarithmic)
        {
            return high / low > 1.01 ? (low, high) : (low / 2, high * 2);
        }

        double least = Math.Max(1e-3 * Math.Abs(high), 1e-12);
        return high - low > least ? (low, high) : (low - least, high + least);
    }
}
