namespace Bms.Simulation.Results.Charts;

/// <summary>A window drawn as a soft band, its edges named beside the plot.</summary>
/// <param name="Bounds">Where it lies, in the unit of the axis; an infinite bound is not drawn.</param>
/// <param name="Name">Name at its edges, e.g. <c>duty</c>.</param>
internal sealed record PanelWindow(Window Bounds, string Name);
