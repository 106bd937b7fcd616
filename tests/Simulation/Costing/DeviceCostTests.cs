using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Profiles;
using Bms.Simulation.Costing;
using Bms.Simulation.Frames;
using Bms.Simulation.Running;
using Bms.Simulation.Tests.Frames;
using Bms.Simulation.Tests.Running;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>The core itself, counted.</summary>
public class DeviceCostTests
{
    private static readonly Dictionary<string, Lazy<DeviceCost>> s_costs = ProfileLibrary.Names.ToDictionary(
        name => name, name => new Lazy<DeviceCost>(() => CostCounter.Count(ProfileLibrary.Load(name), DeviceBudget.Cells)));

    public static TheoryData<string> Profiles => [.. ProfileLibrary.Names];

    private static DeviceCost Default => s_costs[ProfileLibrary.Default].Value;

    public static TheoryData<string> TaskMethods => [.. CoreTasks.Rows.Select(row => row.Method)];

    [Theory]
    [MemberData(nameof(TaskMethods))]
    public void Every_row_of_the_task_table_names_a_method_of_the_core(string method)
    {
        string[] names = method.Split("::");
        Type type = Assert.Single(typeof(BatteryManager).Assembly.GetTypes(), type => type.Name == names[0]);
        Assert.Contains(type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic), one => one.Name == names[1]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_core_keeps_the_budget_of_the_device(string profile)
    {
        DeviceCost cost = s_costs[profile].Value;
        IEnumerable<string> above = cost.Figures.Where(figure => !figure.IsKept).Select(figure => $"{figure.Title}: {figure.Measured:F0} {figure.Unit}, allowed {figure.Allowed:F0}");
        Assert.True(cost.Pass, string.Join(Environment.NewLine, above));
    }

    [Fact]
    public void The_tasks_are_the_whole()
    {
        Assert.Equal(Default.WeightedIlPerS, Default.Tasks.Sum(task => task.WeightedIlPerS), 3);
        Assert.Equal(Default.CallsPerS, Default.Tasks.Sum(task => task.CallsPerS), 3);
        Assert.Equal(1, Default.Tasks.Sum(task => task.Share), 9);
        Assert.Equal(Default.LongestTickIl, Default.Tasks.Sum(task => task.InLongestTickIl));
    }

    [Fact]
    public void The_methods_are_the_whole()
    {
        Assert.Equal(Default.WeightedIlPerS, Default.Methods.Sum(method => method.WeightedIlPerS), 3);
        Assert.Equal(1, Default.Methods.Sum(method => method.Share), 9);
        Assert.All(Default.Methods, method => Assert.Equal(method.WeightedIlPerS, method.IlPerCall * method.CallsPerS, 3));
        Assert.Equal(1000.0 / BatteryManager.Tick_ms, Assert.Single(Default.Methods, method => method.Name == "BatteryManager::Step").CallsPerS, 9);
    }

    [Fact]
    public void The_classes_of_a_task_are_the_task() =>
        Assert.All(Default.Tasks, task => Assert.Equal(task.WeightedIlPerS, task.Classes.Values.Sum(), 3));

    [Fact]
    public void Every_task_has_work_to_do() => Assert.All(Default.Tasks, task => Assert.True(task.LongestTickIl > 0, task.Name));

    // What is done in turns and has no row would be taken for something that is done in every tick.
    [Fact]
    public void Little_is_left_to_the_rest()
    {
        TaskCost rest = Assert.Single(Default.Tasks, task => task.Name == CoreTasks.Rest);
        Assert.InRange(rest.LongestTickIl, 1, DeviceBudget.FastPassIl / 2);
        Assert.InRange(rest.Share, 0, 0.1);
    }

    [Fact]
    public void No_tick_is_shorter_than_its_fast_pass_and_none_longer_than_all_there_is()
    {
        Assert.InRange(Default.LongestTickIl, Math.Max(Default.FastPassIl, (long)(Default.WeightedIlPerS / 50)), Default.Tasks.Sum(task => task.LongestTickIl));
        Assert.All(Default.Tasks, task => Assert.InRange(task.InLongestTickIl, 0, task.LongestTickIl));
    }

    [Fact]
    public void The_models_are_counted_once_a_second_and_cell()
    {
        Assert.Equal(Default.ModelIlPerS, Assert.Single(Default.Tasks, task => task.Name == CoreTasks.Models).WeightedIlPerS);
        Assert.Equal(DeviceBudget.Cells, Assert.Single(Default.Methods, method => method.Name == "CellModel::Advance").CallsPerS, 6);
    }

    [Fact]
    public void A_count_can_be_repeated()
    {
        DeviceCost again = CostCounter.Count(ProfileLibrary.Load(ProfileLibrary.Default), DeviceBudget.Cells);
        Assert.Equal(Default.Figures, again.Figures);
        Assert.Equal(Default.Methods, again.Methods);
    }

    [Fact]
    public void More_cells_cost_more()
    {
        DeviceCost cost = CostCounter.Count(Cells.Pouch, 2 * DeviceBudget.Cells);
        Assert.Equal(2 * DeviceBudget.Cells, cost.Cells);
        Assert.InRange(cost.ModelIlPerS, 1.9 * Default.ModelIlPerS, 2.1 * Default.ModelIlPerS);
        Assert.True(cost.HeapBytes > Default.HeapBytes);
        Assert.Equal(Default.IlBytes, cost.IlBytes);
    }

    [Fact]
    public void The_core_that_is_counted_is_optimised() =>
        Assert.False(typeof(BatteryManager).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true });

    [Fact]
    public void The_woven_core_decides_as_the_core_does()
    {
        using Scratch scratch = new();
        string path = scratch.Path("a.frames");
        string digest = Loop.Run(Loop.Scenario("Drive aggressive for 1 minute", "Charge at 1C for 1 minute"), run => run with { FrameFile = path }).Summary.Digest;
        using FileStream core = File.OpenRead(typeof(BatteryManager).Assembly.Location);
        CountedProgram counted = new(CostWeaver.Weave(core, CoreTasks.Rows));
        using FrameReader reader = new(path);
        WovenCore woven = new(counted, reader.Header);
        Assert.Equal(0, counted.Weight);
        SensorFrame frame = new();
        while (reader.Next(frame))
        {
            woven.Step(frame);
        }

        Assert.Equal(digest, Replay.Print(woven.Digest));
        Assert.True(counted.Weight > reader.Count);
    }
}
