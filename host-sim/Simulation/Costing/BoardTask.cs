namespace Bms.Simulation.Costing;

/// <summary>A method of the firmware on its board whose cost, with all it calls, belongs to a task. What it calls that is a row itself belongs there.</summary>
/// <param name="Part">Part of the firmware; tasks of one part are added up.</param>
/// <param name="Title">The task; several rows may share one.</param>
/// <param name="Method">The method, as type::method; all overloads.</param>
public sealed record BoardTask(string Part, string Title, string Method);
