using System.Xml.Linq;
using Bms.Simulation.Results.Charts;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Laboratory.Charts;

/// <summary>The shapes of points: one for each colour, so that a curve is told apart without it.</summary>
internal static class ChartMark
{
    private static readonly string[] s_shapes =
    [
        "M-3.6 0A3.6 3.6 0 1 0 3.6 0A3.6 3.6 0 1 0 -3.6 0Z",
        "M-3.2 -3.2H3.2V3.2H-3.2Z",
        "M0 -4.4 4.2 3.2H-4.2Z",
        "M0 -4.6 4.6 0 0 4.6 -4.6 0Z",
        "M0 4.4 4.2 -3.2H-4.2Z",
        "M-4.2 -1.3H-1.3V-4.2H1.3V-1.3H4.2V1.3H1.3V4.2H-1.3V1.3H-4.2Z",
    ];

    /// <summary>A point with its tooltip.</summary>
    public static XElement At(double x, double y, int colour, string tooltip) => Element(
        "path",
        $"point c{colour}",
        Set("d", s_shapes[colour % s_shapes.Length]),
        Set("transform", $"translate({Length(x)} {Length(y)})"),
        new XElement("title", Foreign(tooltip)));

    /// <summary>A place that shows nothing but its tooltip.</summary>
    public static XElement Hidden(double x, double y, string tooltip) => Element(
        "circle",
        "spot",
        Set("cx", x),
        Set("cy", y),
        Set("r", 6.0),
        new XElement("title", Foreign(tooltip)));

    /// <summary>A legend's sample of a curve.</summary>
    public static XElement Sample(Curve curve, int colour) => Element(
        "svg",
        "swatch",
        Set("viewBox", "0 0 22 10"),
        curve.Joined ? Element("path", Line(curve, colour), Set("d", "M0 5H22")) : null,
        curve.Marked ? Element("path", $"point c{colour}", Set("d", s_shapes[colour % s_shapes.Length]), Set("transform", "translate(11 5)")) : null);

    /// <summary>Style of a curve's line.</summary>
    public static string Line(Curve curve, int colour) => curve.Dashed ? $"line broken c{colour}" : $"line c{colour}";
}
