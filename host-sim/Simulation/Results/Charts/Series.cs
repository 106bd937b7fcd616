namespace Bms.Simulation.Results.Charts;

/// <summary>One series of a chart: a line, or an area between two lines.</summary>
/// <param name="Label">Name in the legend.</param>
/// <param name="Column">Name of its column in the trace; <c>*</c> in place of an index means all of them.</param>
/// <param name="Style">Shape and colour: style classes of the page.</param>
/// <param name="Low">A value for every row: the line, or the lower edge of the area.</param>
/// <param name="High">The upper edge of an area.</param>
internal sealed record Series(string Label, string Column, string Style, double[] Low, double[]? High = null)
{
    /// <summary>Whether the vertical axis is chosen so that all of this series is seen.</summary>
    public bool Scales { get; init; } = true;

    /// <summary>Whether legend and readouts name this series; an edge of a named area need not be.</summary>
    public bool Named { get; init; } = true;

    /// <summary>Whether the area is what was allowed at every row of a pixel, rather than an envelope of all of them.</summary>
    public bool Inner { get; init; }
}
