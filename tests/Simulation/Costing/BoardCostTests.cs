using System;
using System.IO;
using System.Linq;
using Bms.Device;
using Bms.Profiles;
using Bms.Simulation.Costing;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>The firmware on its board, counted.</summary>
public class BoardCostTests
{
    // Two spans of three fields made and passed, a result of two fields returned and kept; a pin value of one field made and passed.
    // both spans made and passed, and passed on inside; the result returned and kept; measured: 336
    private const int TransactionBytes = (4 * 48) + (2 * 36) + 72;
    private const int PinBytes = 2 * 24;

    private const double Ticks = 50;
    private const double Rounds = 10;

    private static readonly Lazy<BoardCost> s_cost = new(() => BoardCounter.Count(ProfileLibrary.Load(ProfileLibrary.Default), DeviceBudget.Cells));

    private static BoardCost Cost => s_cost.Value;

    [Fact]
    public void A_count_can_be_repeated()
    {
        BoardCost again = BoardCounter.Count(ProfileLibrary.Load(ProfileLibrary.Default), DeviceBudget.Cells);
        Assert.Equal(Cost.Figures, again.Figures);
        Assert.Equal(Cost.Tasks, again.Tasks);
        Assert.Equal(Cost.GarbageMakers, again.GarbageMakers);
        Assert.Equal(Cost.Methods, again.Methods);
    }

    [Fact]
    public void Tasks_and_methods_are_the_whole()
    {
        Assert.Equal(Cost.WeightedIlPerS, Cost.Tasks.Sum(task => task.WeightedIlPerS), 3);
        Assert.Equal(Cost.WeightedIlPerS, Cost.Methods.Sum(method => method.WeightedIlPerS), 3);
        Assert.Equal(Cost.LongestTickIl, Cost.Tasks.Sum(task => task.InLongestTickIl));
        Assert.Equal(Cost.WeightedIlPerS / Ticks, Cost.TickIl, 0.01 * Cost.TickIl);
    }

    [Fact]
    public void Every_task_has_work_to_do() => Assert.All(Cost.Tasks, task => Assert.True(task.LongestTickIl > 0, task.Name));

    [Fact]
    public void The_core_weighs_on_the_board_what_it_weighs_by_itself()
    {
        DeviceCost core = CostCounter.Count(ProfileLibrary.Load(ProfileLibrary.Default), DeviceBudget.Cells);
        Assert.InRange(Cost.CoreIlPerS, 0.95 * core.WeightedIlPerS, 1.05 * core.WeightedIlPerS);
        Assert.InRange(Cost.CoreHeapBytes, 0.98 * core.HeapBytes, 1.02 * core.HeapBytes);
    }

    [Fact]
    public void The_core_makes_no_garbage_on_the_board() => Assert.Equal(0, Assert.Single(Cost.Tasks, task => task.Name == BoardTasks.Core).GarbageBytesPerS);

    [Fact]
    public void Transactions_and_pins_explain_all_garbage_of_the_drivers()
    {
        double memory = Garbage("state keeper");
        Assert.Equal(0, (Cost.DriverGarbageBytesPerS + memory) - (Cost.TransactionsPerS * TransactionBytes) - Garbage("pins"), 3);
        Assert.Equal((Ticks + (3 * Rounds)) * PinBytes, Garbage("pins"), 0.1);
        Assert.All(["watchdog pulse", "contactors, heater", "link receive", "link telemetry", "application", "clock", "event log", "CRC of the bus", "CRC of link, records"], task => Assert.Equal(0, Garbage(task)));
    }

    [Fact]
    public void The_makers_of_garbage_are_all_of_it() =>
        Assert.Equal(Cost.GarbageBytesPerS, Cost.GarbageMakers.Sum(maker => maker.GarbageBytesPerS), 3);

    [Fact]
    public void Only_what_is_on_a_bus_waits()
    {
        string[] waiting = ["INA228", "NAU7802", "BQ76952", "ADS1115", "state keeper"];
        Assert.Equal(waiting, Cost.Tasks.Where(task => task.LongestWaitUs > 0).Select(task => task.Name));
        Assert.Equal(Cost.WaitUsPerTick, Cost.Tasks.Sum(task => task.WaitUsPerTick), 6);
        Assert.InRange(Cost.LongestWaitUs, Cost.WaitUsPerTick, Cost.Tasks.Sum(task => task.LongestWaitUs));
    }

    [Fact]
    public void A_tick_takes_its_instructions_and_its_waits() =>
        Assert.Equal((Cost.TickIl * 20_000 / 3_000) + Cost.WaitUsPerTick, Cost.TickUs, 3);

    [Fact]
    public void What_fits_is_what_the_chip_has()
    {
        Assert.All([150_000, 150_001], sum => Assert.Equal(sum == 150_000, (Cost with { CoreIlPerS = 90_000, DeviceIlPerS = sum - 90_000 }).FitsSecond));
        Assert.All([3_000, 3_001], il => Assert.Equal(il == 3_000, (Cost with { LongestTickIl = il }).FitsTick));
    }

    [Fact]
    public void A_further_call_is_counted_where_it_is_made()
    {
        using MemoryStream changed = Changed(module =>
        {
            TypeDefinition driver = module.GetType("Bms.Device.Drivers.Ina228");
            MethodDefinition renew = driver.Methods.Single(method => method.Name == "Renew");
            ILProcessor il = renew.Body.GetILProcessor();
            Instruction first = renew.Body.Instructions[0];
            il.InsertBefore(first, il.Create(OpCodes.Ldarg_0));
            il.InsertBefore(first, il.Create(OpCodes.Call, driver.Methods.Single(method => method.Name == "get_Chip")));
            il.InsertBefore(first, il.Create(OpCodes.Pop));
        });
        BoardCost cost = BoardCounter.Count(ProfileLibrary.Load(ProfileLibrary.Default), DeviceBudget.Cells, changed);

        // the call and two instructions more, three in the property
        Assert.Equal(2 + 11 + 3, cost.TickIl - Cost.TickIl, 6);
        Assert.Equal(["INA228"], Cost.Tasks.Zip(cost.Tasks).Where(pair => pair.First.WeightedIlPerS != pair.Second.WeightedIlPerS).Select(pair => pair.First.Name));
        Assert.True(cost.IlBytes.Single().Value > Cost.IlBytes.Single().Value);
    }

    [Fact]
    public void Firmware_that_decides_otherwise_is_not_counted()
    {
        using MemoryStream changed = Changed(module =>
        {
            MethodDefinition renew = module.GetType("Bms.Device.Drivers.Ina228").Methods.Single(method => method.Name == "RenewCurrent");
            Instruction scale = renew.Body.Instructions.Single(instruction => instruction.OpCode == OpCodes.Ldc_I4 && instruction.Operand is 312500);
            scale.Operand = 300000;
        });
        string message = Assert.Throws<InvalidOperationException>(() => BoardCounter.Count(ProfileLibrary.Load(ProfileLibrary.Default), DeviceBudget.Cells, changed)).Message;
        Assert.Contains("decided otherwise", message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_cells_cost_the_front_end_more_and_the_current_monitor_the_same()
    {
        BoardCost small = BoardCounter.Count(Cells.Pouch, 8);
        Assert.True(Task(small, "BQ76952").WeightedIlPerS < Task(Cost, "BQ76952").WeightedIlPerS);
        Assert.Equal(Task(small, "INA228").TickIl, Task(Cost, "INA228").TickIl, 0.01 * Task(Cost, "INA228").TickIl);
        Assert.Equal(small.IlBytes, Cost.IlBytes);
    }

    private static BoardTaskCost Task(BoardCost cost, string name) => Assert.Single(cost.Tasks, task => task.Name == name);

    private static double Garbage(string task) => Task(Cost, task).GarbageBytesPerS;

    private static MemoryStream Changed(Action<ModuleDefinition> change)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(typeof(Application).Assembly.Location);
        change(module);
        MemoryStream stream = new();
        module.Write(stream);
        stream.Position = 0;
        return stream;
    }
}
