namespace Bms.Simulation.Costing;

/// <summary>A method that makes garbage, arrays left out.</summary>
/// <param name="Name">The method, as type::method.</param>
/// <param name="GarbageBytesPerS">Garbage per battery second, bytes, without what it calls.</param>
/// <param name="CallsPerS">How often it is called, per battery second.</param>
public sealed record GarbageMaker(string Name, double GarbageBytesPerS, double CallsPerS);
