namespace Bms.Simulation.Costing;

/// <summary>A method whose cost, with all it calls, belongs to a task. What it calls that is a row itself belongs there.</summary>
/// <param name="Title">The task; several rows may share one.</param>
/// <param name="Method">The method, as type::method; all overloads.</param>
/// <param name="Turn">When its turn comes.</param>
public sealed record CostTask(string Title, string Method, Turn Turn);
