using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bms.Simulation.Costing;

namespace Bms.Cli.Output;

/// <summary>A count as a program reads it.</summary>
internal sealed record CostReport(
    int Cells, double WeightedIlPerS, double ModelIlPerS, double CallsPerS, double GarbageBytesPerS, long LongestTickIl, long FastPassIl, long HeapBytes,
    IReadOnlyDictionary<string, int> IlBytes, CostReport.Allowed Budget, bool Pass, IReadOnlyList<TaskCost> Tasks, IReadOnlyList<MethodCost> Methods)
{
    /// <summary>The report of a count.</summary>
    /// <param name="cost">The count.</param>
    /// <param name="methods">Most methods.</param>
    public static CostReport Of(DeviceCost cost, int methods) => new(
        cost.Cells,
        Round(cost.WeightedIlPerS),
        Round(cost.ModelIlPerS),
        Round(cost.CallsPerS),
        Round(cost.GarbageBytesPerS),
        cost.LongestTickIl,
        cost.FastPassIl,
        cost.HeapBytes,
        cost.IlBytes,
        new Allowed(
            DeviceBudget.WeightedIlPerSecond, DeviceBudget.ModelIlPerSecond, DeviceBudget.GarbageBytesPerSecond, DeviceBudget.LongestTickIl, DeviceBudget.FastPassIl,
            DeviceBudget.HeapBytes, cost.IlBytes.Keys.ToDictionary(assembly => assembly, _ => DeviceBudget.IlBytes)),
        cost.Pass,
        [.. cost.Tasks.Select(Rounded)],
        [.. cost.Methods.Take(methods).Select(Rounded)]);

    private static TaskCost Rounded(TaskCost task) => task with
    {
        WeightedIlPerS = Round(task.WeightedIlPerS),
        Share = Share(task.Share),
        InstructionsPerS = Round(task.InstructionsPerS),
        CallsPerS = Round(task.CallsPerS),
        ObjectsPerS = Round(task.ObjectsPerS),
        StructsPerS = Round(task.StructsPerS),
        GarbageBytesPerS = Round(task.GarbageBytesPerS),
        Classes = task.Classes.ToDictionary(pair => JsonNamingPolicy.SnakeCaseLower.ConvertName(pair.Key), pair => Round(pair.Value)),
    };

    private static MethodCost Rounded(MethodCost method) => method with
    {
        WeightedIlPerS = Round(method.WeightedIlPerS),
        CallsPerS = Round(method.CallsPerS),
        Share = Share(method.Share),
        IlPerCall = Round(method.IlPerCall),
    };

    private static double Round(double value) => Math.Round(value, 2);

    private static double Share(double value) => Math.Round(value, 5);

    /// <summary>What is allowed, under the names of what is counted.</summary>
    internal sealed record Allowed(
        double WeightedIlPerS, double ModelIlPerS, double GarbageBytesPerS, long LongestTickIl, long FastPassIl, long HeapBytes, IReadOnlyDictionary<string, int> IlBytes);
}
