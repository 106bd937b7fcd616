using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>What the whole firmware costs on its board, counted on the virtual board in closed loop. For the device's assembly there is no
/// budget, only the chip's own bounds for everything together.</summary>
public sealed record BoardCost
{
    /// <summary>Cells of the pack.</summary>
    public required int Cells { get; init; }

    /// <summary>The trace over which was counted what is said per second and as a mean.</summary>
    public required string Yardstick { get; init; }

    /// <summary>The trace that weighs most per second.</summary>
    public required string HeaviestTrace { get; init; }

    /// <summary>What it weighs, core included.</summary>
    public required double HeaviestIlPerS { get; init; }

    /// <summary>The core in the yardstick, weighted instructions per battery second.</summary>
    public required double CoreIlPerS { get; init; }

    /// <summary>Everything but the core, weighted instructions per battery second.</summary>
    public required double DeviceIlPerS { get; init; }

    /// <summary>The most one tick weighs in any trace, the start included, core and device together.</summary>
    public required long LongestTickIl { get; init; }

    /// <summary>Where that tick was: trace and time.</summary>
    public required string LongestTickPlace { get; init; }

    /// <summary>The most one tick weighs in any trace without the core.</summary>
    public required long LongestDeviceTickIl { get; init; }

    /// <summary>A tick of the yardstick, µs, mean: its instructions at the chip's speed and its waits.</summary>
    public required double TickUs { get; init; }

    /// <summary>The longest tick of the yardstick, µs.</summary>
    public required double LongestTickUs { get; init; }

    /// <summary>How long buses and the link's line hold up a tick of the yardstick, µs, mean.</summary>
    public required double WaitUsPerTick { get; init; }

    /// <summary>The longest that they hold up one, µs.</summary>
    public required long LongestWaitUs { get; init; }

    /// <summary>Transactions on the buses per battery second.</summary>
    public required double TransactionsPerS { get; init; }

    /// <summary>Garbage of the drivers that read, bytes per battery second.</summary>
    public required double DriverGarbageBytesPerS { get; init; }

    /// <summary>All garbage of the yardstick, bytes per battery second.</summary>
    public required double GarbageBytesPerS { get; init; }

    /// <summary>What the core holds of the heap, bytes.</summary>
    public required long CoreHeapBytes { get; init; }

    /// <summary>What everything else of the firmware holds, bytes.</summary>
    public required long DeviceHeapBytes { get; init; }

    /// <summary>Code of the device's assembly, bytes of IL, by its name.</summary>
    public required IReadOnlyDictionary<string, int> IlBytes { get; init; }

    /// <summary>The tasks in the order of <see cref="BoardTasks"/>; together they are the whole.</summary>
    public required IReadOnlyList<BoardTaskCost> Tasks { get; init; }

    /// <summary>Who makes garbage, the most first; together all of it but arrays.</summary>
    public required IReadOnlyList<GarbageMaker> GarbageMakers { get; init; }

    /// <summary>The methods of core and device, the costliest first; together they are the whole.</summary>
    public required IReadOnlyList<MethodCost> Methods { get; init; }

    /// <summary>Core and device together, weighted instructions per battery second.</summary>
    public double WeightedIlPerS => CoreIlPerS + DeviceIlPerS;

    /// <summary>Core and device together, weighted instructions of a tick, mean.</summary>
    public double TickIl => Tasks.Sum(task => task.TickIl);

    /// <summary>Whether a second's work fits a second.</summary>
    public bool FitsSecond => WeightedIlPerS <= DeviceBudget.FullIlPerSecond;

    /// <summary>Whether the longest tick's instructions fit a tick.</summary>
    public bool FitsTick => LongestTickIl <= DeviceBudget.LongestTickIl;

    /// <summary>The figures beside the chip's own bounds; no verdict of the core depends on them.</summary>
    public IReadOnlyList<CostFigure> Figures =>
    [
        new("core and board", "weighted IL/s", WeightedIlPerS, DeviceBudget.FullIlPerSecond),
        new("board alone", "weighted IL/s", DeviceIlPerS, null),
        new("longest tick", "weighted IL", LongestTickIl, DeviceBudget.LongestTickIl),
        new("longest tick, board alone", "weighted IL", LongestDeviceTickIl, null),
        new("tick with its waits, mean", "µs", TickUs, DeviceBudget.Tick_us),
        new("tick with its waits, longest", "µs", LongestTickUs, DeviceBudget.Tick_us),
        new("waits of a tick, longest", "µs", LongestWaitUs, null),
        new("transactions", "/s", TransactionsPerS, null),
        new("garbage", "B/s", GarbageBytesPerS, null),
        new("garbage of drivers", "B/s", DriverGarbageBytesPerS, null),
        new("heap, core and board", "B", CoreHeapBytes + DeviceHeapBytes, null),
        new("heap, board alone", "B", DeviceHeapBytes, null),
        .. IlBytes.Select(assembly => new CostFigure($"IL of {assembly.Key}", "B", assembly.Value, DeviceBudget.IlBytes)),
    ];
}
