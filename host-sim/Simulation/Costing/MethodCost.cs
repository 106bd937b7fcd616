namespace Bms.Simulation.Costing;

/// <summary>What a method costs by itself, without what it calls.</summary>
/// <param name="Name">The method, as type::method.</param>
/// <param name="WeightedIlPerS">Weighted instructions per battery second.</param>
/// <param name="CallsPerS">How often it is called, per battery second.</param>
/// <param name="Share">Its part of the whole, 0 to 1.</param>
/// <param name="IlPerCall">Weighted instructions of one call; 0 for a loop that was entered before and goes on.</param>
public sealed record MethodCost(string Name, double WeightedIlPerS, double CallsPerS, double Share, double IlPerCall);
