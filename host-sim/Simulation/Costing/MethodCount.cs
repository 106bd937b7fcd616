namespace Bms.Simulation.Costing;

/// <summary>How much a method did.</summary>
/// <param name="Name">The method, as type::method.</param>
/// <param name="Weight">Weighted instructions, without what it calls.</param>
/// <param name="Runs">How often it was entered.</param>
/// <param name="GarbageBytes">Garbage without what it calls and without arrays, bytes.</param>
public sealed record MethodCount(string Name, long Weight, long Runs, long GarbageBytes = 0)
{
    /// <summary>What it costs per battery second.</summary>
    /// <param name="seconds">Time over which it was counted, s.</param>
    /// <param name="whole">Weighted instructions of all methods.</param>
    internal MethodCost Per(double seconds, double whole) => new(Name, Weight / seconds, Runs / seconds, Weight / whole, Runs == 0 ? 0 : Weight / (double)Runs);
}
