using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Costing;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>Each figure is held against its own budget.</summary>
public class BudgetTests
{
    private static readonly Dictionary<string, Func<DeviceCost, int, DeviceCost>> s_changes = new()
    {
        ["whole core"] = (cost, excess) => cost with { WeightedIlPerS = 130_000 + excess },
        ["cell models"] = (cost, excess) => cost with { ModelIlPerS = 40_000 + excess },
        ["garbage"] = (cost, excess) => cost with { GarbageBytesPerS = excess },
        ["longest tick"] = (cost, excess) => cost with { LongestTickIl = 3_000 + excess },
        ["fast pass"] = (cost, excess) => cost with { FastPassIl = 500 + excess },
        ["heap"] = (cost, excess) => cost with { HeapBytes = 60_000 + excess },
        ["IL of Second"] = (cost, excess) => cost with { IlBytes = new Dictionary<string, int> { ["First"] = 48_000, ["Second"] = 48_000 + excess } },
    };

    private static readonly DeviceCost s_cheap = new()
    {
        Cells = 16,
        WeightedIlPerS = 1,
        ModelIlPerS = 1,
        CallsPerS = 1e9,
        GarbageBytesPerS = 0,
        LongestTickIl = 1,
        LongestTickPlace = "nowhere",
        FastPassIl = 1,
        HeapBytes = 1,
        IlBytes = new Dictionary<string, int> { ["First"] = 1 },
        Yardstick = "none",
        HeaviestTrace = "none",
        HeaviestIlPerS = 1e9,
        Tasks = [],
        Methods = [],
    };

    public static TheoryData<string> Figures => [.. s_changes.Keys];

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_may_reach_its_budget_and_not_exceed_it(string figure)
    {
        Assert.True(s_changes[figure](s_cheap, 0).Pass);
        DeviceCost over = s_changes[figure](s_cheap, 1);
        Assert.False(over.Pass);
        Assert.Equal([figure], over.Figures.Where(each => !each.IsKept).Select(each => each.Title));
    }

    [Fact]
    public void A_costly_program_exceeds_the_budget_of_a_tick()
    {
        Counting counting = new(HandMade.Assemble("next: ldarg 0 | newarr int32 | pop | ldarg 0 | ldc.i4.1 | sub | starg 0 | ldarg 0 | brtrue next | ldarg 0 | ret"));
        counting.Run(60);
        DeviceCost cost = s_cheap with { LongestTickIl = counting.Assembly.Weight, GarbageBytesPerS = counting.Cost.GarbageBytes };
        Assert.Equal(["garbage", "longest tick"], cost.Figures.Where(figure => !figure.IsKept).Select(figure => figure.Title));
    }
}
