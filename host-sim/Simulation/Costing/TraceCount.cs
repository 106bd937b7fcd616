using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>What the core did in a trace after its start.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Seconds">How long, s.</param>
/// <param name="Tasks">What the tasks cost, in the order of their counters.</param>
/// <param name="Methods">What the methods cost.</param>
/// <param name="HeapBytes">What lives on the device's heap at the end, bytes.</param>
internal sealed record TraceCount(string Trace, double Seconds, IReadOnlyList<CodeCost> Tasks, IReadOnlyList<MethodCount> Methods, long HeapBytes)
{
    /// <summary>Weighted instructions per second.</summary>
    public double WeightedIlPerS => Tasks.Sum(task => task.Weight) / Seconds;

    /// <summary>Calls per second.</summary>
    public double CallsPerS => Tasks.Sum(task => task.Calls) / Seconds;

    /// <summary>Garbage per second, bytes.</summary>
    public double GarbageBytesPerS => Tasks.Sum(task => task.GarbageBytes) / Seconds;
}
