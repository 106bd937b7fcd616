using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>What the core costs on the device, counted in weighted IL instructions over recorded operation.</summary>
public sealed record DeviceCost
{
    /// <summary>Cells of the pack.</summary>
    public required int Cells { get; init; }

    /// <summary>All the core does, per battery second.</summary>
    public required double WeightedIlPerS { get; init; }

    /// <summary>The cell models alone, per battery second.</summary>
    public required double ModelIlPerS { get; init; }

    /// <summary>Calls per battery second.</summary>
    public required double CallsPerS { get; init; }

    /// <summary>Garbage per battery second, bytes, of the trace that makes most.</summary>
    public required double GarbageBytesPerS { get; init; }

    /// <summary>The most one tick of 20 ms weighs in any trace, the start included.</summary>
    public required long LongestTickIl { get; init; }

    /// <summary>The most of a tick that is no slice of the slow work: what every tick does, whichever slice has its turn.</summary>
    public required long FastPassIl { get; init; }

    /// <summary>What lives on the device's heap, bytes.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>Code of each assembly, bytes of IL.</summary>
    public required IReadOnlyDictionary<string, int> IlBytes { get; init; }

    /// <summary>The tasks, the costliest first; together they are the whole.</summary>
    public required IReadOnlyList<TaskCost> Tasks { get; init; }

    /// <summary>The methods, the costliest first; together they are the whole.</summary>
    public required IReadOnlyList<MethodCost> Methods { get; init; }

    /// <summary>Where the longest tick was: trace and time.</summary>
    public required string LongestTickPlace { get; init; }

    /// <summary>The trace over which was counted what is said per second.</summary>
    public required string Yardstick { get; init; }

    /// <summary>The trace that weighs most per second.</summary>
    public required string HeaviestTrace { get; init; }

    /// <summary>What it weighs.</summary>
    public required double HeaviestIlPerS { get; init; }

    /// <summary>The figures beside their budgets.</summary>
    public IReadOnlyList<CostFigure> Figures =>
    [
        new("whole core", "weighted IL/s", WeightedIlPerS, DeviceBudget.WeightedIlPerSecond),
        new("cell models", "weighted IL/s", ModelIlPerS, DeviceBudget.ModelIlPerSecond),
        new("calls", "/s", CallsPerS, null),
        new("garbage", "B/s", GarbageBytesPerS, DeviceBudget.GarbageBytesPerSecond),
        new("longest tick", "weighted IL", LongestTickIl, DeviceBudget.LongestTickIl),
        new("fast pass", "weighted IL", FastPassIl, DeviceBudget.FastPassIl),
        new("heap", "B", HeapBytes, DeviceBudget.HeapBytes),
        .. IlBytes.Select(assembly => new CostFigure($"IL of {assembly.Key}", "B", assembly.Value, DeviceBudget.IlBytes)),
    ];

    /// <summary>Whether every figure keeps its budget.</summary>
    public bool Pass => Figures.All(figure => figure.IsKept);
}
