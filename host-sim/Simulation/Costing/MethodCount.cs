namespace Bms.Simulation.Costing;

/// <summary>How much a method did.</summary>
/// <param name="Name">The method, as type::method.</param>
/// <param name="Weight">Weighted instructions, without what it calls.</param>
/// <param name="Runs">How often it was entered.</param>
/// <param name="GarbageBytes">Garbage without what it calls and without arrays, bytes.</param>
public sealed record MethodCount(string Name, long Weight, long Runs, long GarbageBytes = 0);
