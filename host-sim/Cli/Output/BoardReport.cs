using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Costing;

namespace Bms.Cli.Output;

/// <summary>A count of the board as a program reads it.</summary>
internal sealed record BoardReport(
    double WeightedIlPerS, double CoreIlPerS, double DeviceIlPerS, double TickIl, long LongestTickIl, string LongestTickPlace, long LongestDeviceTickIl,
    double TickUs, double LongestTickUs, double WaitUsPerTick, long LongestWaitUs, double TransactionsPerS, double GarbageBytesPerS, double DriverGarbageBytesPerS,
    long CoreHeapBytes, long DeviceHeapBytes, IReadOnlyDictionary<string, int> IlBytes, bool FitsSecond, bool FitsTick,
    IReadOnlyList<BoardTaskCost> Tasks, IReadOnlyList<GarbageMaker> GarbageMakers, IReadOnlyList<MethodCost> Methods)
{
    /// <summary>The report of a count.</summary>
    /// <param name="cost">The count.</param>
    /// <param name="methods">Most methods.</param>
    public static BoardReport Of(BoardCost cost, int methods) => new(
        CostReport.Round(cost.WeightedIlPerS),
        CostReport.Round(cost.CoreIlPerS),
        CostReport.Round(cost.DeviceIlPerS),
        CostReport.Round(cost.TickIl),
        cost.LongestTickIl,
        cost.LongestTickPlace,
        cost.LongestDeviceTickIl,
        CostReport.Round(cost.TickUs),
        CostReport.Round(cost.LongestTickUs),
        CostReport.Round(cost.WaitUsPerTick),
        cost.LongestWaitUs,
        CostReport.Round(cost.TransactionsPerS),
        CostReport.Round(cost.GarbageBytesPerS),
        CostReport.Round(cost.DriverGarbageBytesPerS),
        cost.CoreHeapBytes,
        cost.DeviceHeapBytes,
        cost.IlBytes,
        cost.FitsSecond,
        cost.FitsTick,
        [.. cost.Tasks.Select(Rounded)],
        [.. cost.GarbageMakers.Select(Rounded)],
        [.. cost.Methods.Take(methods).Select(CostReport.Rounded)]);

    private static BoardTaskCost Rounded(BoardTaskCost task) => task with
    {
        WeightedIlPerS = CostReport.Round(task.WeightedIlPerS),
        TickIl = CostReport.Round(task.TickIl),
        WaitUsPerTick = CostReport.Round(task.WaitUsPerTick),
        GarbageBytesPerS = CostReport.Round(task.GarbageBytesPerS),
    };

    private static GarbageMaker Rounded(GarbageMaker maker) => maker with
    {
        GarbageBytesPerS = CostReport.Round(maker.GarbageBytesPerS),
        CallsPerS = CostReport.Round(maker.CallsPerS),
    };
}
