namespace Bms.Simulation.Costing;

/// <summary>What a task of the firmware on its board costs.</summary>
public sealed record BoardTaskCost
{
    /// <summary>Part of the firmware.</summary>
    public required string Part { get; init; }

    /// <summary>The task.</summary>
    public required string Name { get; init; }

    /// <summary>Weighted instructions per battery second.</summary>
    public required double WeightedIlPerS { get; init; }

    /// <summary>Weighted instructions of a tick, mean.</summary>
    public required double TickIl { get; init; }

    /// <summary>The most it weighs in one tick.</summary>
    public required long LongestTickIl { get; init; }

    /// <summary>What it weighs in the tick that weighs most altogether.</summary>
    public required long InLongestTickIl { get; init; }

    /// <summary>How long it waits on a bus or line in a tick, µs, mean.</summary>
    public required double WaitUsPerTick { get; init; }

    /// <summary>The longest it waits in a tick, µs.</summary>
    public required long LongestWaitUs { get; init; }

    /// <summary>Garbage per battery second, bytes.</summary>
    public required double GarbageBytesPerS { get; init; }
}
