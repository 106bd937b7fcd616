namespace Bms.Simulation.Costing;

/// <summary>A figure of the device's cost, beside what is allowed.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="Measured">How much it is.</param>
/// <param name="Allowed">How much it may be; null if that is left open.</param>
public sealed record CostFigure(string Title, string Unit, double Measured, double? Allowed)
{
    /// <summary>Whether the figure keeps its budget.</summary>
    public bool IsKept => Allowed is not double allowed || Measured <= allowed;
}
