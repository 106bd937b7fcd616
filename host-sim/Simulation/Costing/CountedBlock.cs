namespace Bms.Simulation.Costing;

/// <summary>A stretch of a method with a counter of its own.</summary>
/// <param name="Method">Number of the method.</param>
/// <param name="IsEntry">Whether it is the entry of the method rather than a stretch of its code: it counts how often the method runs.</param>
/// <param name="Cost">What one run of it costs.</param>
public sealed record CountedBlock(int Method, bool IsEntry, CodeCost Cost);
