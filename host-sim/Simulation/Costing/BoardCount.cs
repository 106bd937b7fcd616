using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>What the firmware did on its board in a trace, in its steady time.</summary>
internal sealed record BoardCount
{
    /// <summary>The trace.</summary>
    public required string Trace { get; init; }

    /// <summary>How long, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>What the tasks cost, in the order of their counters.</summary>
    public required IReadOnlyList<CodeCost> Tasks { get; init; }

    /// <summary>Weighted instructions per second.</summary>
    public double WeightedIlPerS => Tasks.Sum(task => task.Weight) / Seconds;

    /// <summary>What the methods cost.</summary>
    public required IReadOnlyList<MethodCount> Methods { get; init; }

    /// <summary>How long the tasks waited on buses and lines, µs.</summary>
    public required IReadOnlyList<long> Waited_us { get; init; }

    /// <summary>The longest the tasks waited in a tick, µs.</summary>
    public required IReadOnlyList<long> LongestWait_us { get; init; }

    /// <summary>The longest they waited together in a tick, µs.</summary>
    public required long LongestWaitOfTick_us { get; init; }

    /// <summary>The longest tick, waits included, µs.</summary>
    public required double LongestTime_us { get; init; }

    /// <summary>Transactions on all buses.</summary>
    public required long Transactions { get; init; }

    /// <summary>What the core holds of the heap at the end, bytes.</summary>
    public long CoreHeapBytes { get; init; }

    /// <summary>What everything else of the firmware holds, bytes.</summary>
    public long DeviceHeapBytes { get; init; }
}
