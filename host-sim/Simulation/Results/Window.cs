namespace Bms.Simulation.Results;

/// <summary>The two bounds a quantity should stay between, in the unit of the property that holds them.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record Window(double Low, double High);
