using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bms.Simulation.Costing;

namespace Bms.Cli.Output;

/// <summary>A count as a program reads it.</summary>
internal sealed record CostReport(
    int Cells, double WeightedIlPerS, double ModelIlPerS, double CallsPerS, double GarbageBytesPerS, long LongestTickIl, long FastPassIl, long HeapBytes,
    IReadOnlyDictionary<string, int> IlBytes, CostReport.Allowed Budget, bool Pass, IReadOnlyList<CostReport.Row> Tasks, IReadOnlyList<MethodCost> Methods,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BoardReport? Board)
{
    /// <summary>The report of a count.</summary>
    /// <param name="cost">The count.</param>
    /// <param name="board">The count of the board; null without one.</param>
    /// <param name="methods">Most methods.</param>
    public static CostReport Of(DeviceCost cost, BoardCost? board, int methods) => new(
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
        [.. cost.Methods.Take(methods).Select(Rounded)],
        board is null ? null : BoardReport.Of(board, methods));

    /// <summary>A method with sensible digits.</summary>
    internal static MethodCost Rounded(MethodCost method) => method with
    {
        WeightedIlPerS = Round(method.WeightedIlPerS),
        CallsPerS = Round(method.CallsPerS),
        Share = Share(method.Share),
        IlPerCall = Round(method.IlPerCall),
    };

    /// <summary>A figure with sensible digits.</summary>
    internal static double Round(double value) => Math.Round(value, 2);

    private static Row Rounded(TaskCost task) => new(
        task.Name,
        Round(task.WeightedIlPerS),
        Share(task.Share),
        task.LongestTickIl,
        task.InLongestTickIl,
        Round(task.InstructionsPerS),
        Round(task.CallsPerS),
        Round(task.ObjectsPerS),
        Round(task.StructsPerS),
        Round(task.GarbageBytesPerS),
        task.Classes.ToDictionary(pair => JsonNamingPolicy.SnakeCaseLower.ConvertName(pair.Key.ToString()), pair => Round(pair.Value)));

    private static double Share(double value) => Math.Round(value, 5);

    /// <summary>A task.</summary>
    internal sealed record Row(
        string Name, double WeightedIlPerS, double Share, long LongestTickIl, long InLongestTickIl, double InstructionsPerS, double CallsPerS, double ObjectsPerS, double StructsPerS,
        double GarbageBytesPerS, IReadOnlyDictionary<string, double> Classes);

    /// <summary>What is allowed, under the names of what is counted.</summary>
    internal sealed record Allowed(
        double WeightedIlPerS, double ModelIlPerS, double GarbageBytesPerS, long LongestTickIl, long FastPassIl, long HeapBytes, IReadOnlyDictionary<string, int> IlBytes);
}
