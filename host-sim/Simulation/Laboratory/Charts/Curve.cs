namespace Bms.Simulation.Laboratory.Charts;

/// <summary>One curve of an <see cref="XyChart"/>.</summary>
/// <param name="Label">Its name.</param>
/// <param name="X">Where its points lie across.</param>
/// <param name="Y">Where they lie upwards; one that is not a number leaves a gap.</param>
internal sealed record Curve(string Label, double[] X, double[] Y)
{
    /// <summary>Another name for the legend; empty: it is not in the legend.</summary>
    public string Legend { get; init; } = Label;

    /// <summary>Its colour, a number of the page's scheme; the next free one if below 0.</summary>
    public int Colour { get; init; } = -1;

    /// <summary>Whether every point has a mark: for points that were measured rather than traced.</summary>
    public bool Marked { get; init; }

    /// <summary>Whether it is broken: for what is compared with, such as a truth or a reference.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether a line joins its points.</summary>
    public bool Joined { get; init; } = true;
}
