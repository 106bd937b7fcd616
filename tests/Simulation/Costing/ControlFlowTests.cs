using System;
using System.Linq;
using Bms.Simulation.Costing;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>Only what ran is counted, as often as it ran, whatever way through the method it took.</summary>
public class ControlFlowTests
{
    private const string Loop = "ldc.i4.0 | stloc 0 | next: ldloc 0 | ldc.i4.1 | add | stloc 0 | ldloc 0 | ldarg 0 | blt next | ldloc 0 | ret";
    private const string LoopFromTheBegin = "next: ldarg 0 | ldc.i4.1 | sub | starg 0 | ldarg 0 | brtrue next | ldarg 0 | ret";
    private const string Switch = "ldarg 0 | switch zero one zero | ldc.i4.m1 | ret | zero: ldc.i4.5 | ret | one: ldc.i4.1 | ldc.i4.1 | add | ret";
    private const string StackAtBranch = "ldc.i4.5 | ldarg 0 | brtrue other | ldc.i4.1 | br end | other: ldc.i4.2 | end: add | ret";
    private const string Finally = "try: ldarg 0 | brtrue out | ldc.i4.1 | stloc 0 | out: leave end | handler: ldloc 0 | ldc.i4.1 | add | stloc 0 | endfinally | end: ldloc 0 | ret | .finally try handler end";
    private const string Recursion = "ldarg 0 | brtrue deeper | ldc.i4.0 | ret | deeper: ldarg 0 | ldc.i4.1 | sub | call Run | ldc.i4.1 | add | ret";
    private const string TailCall = "ldarg 0 | brtrue deeper | ldc.i4.7 | ret | deeper: ldarg 0 | ldc.i4.1 | sub | tail. | call Run | ret";
    private const string ArraysInLoop = "next: ldarg 0 | newarr int16 | stloc 3 | ldarg 0 | ldc.i4.1 | sub | starg 0 | ldarg 0 | brtrue next | ldarg 0 | ret";

    [Theory]
    [InlineData(Loop, 1, 1, 2 + 7 + 2)]
    [InlineData(Loop, 1000, 1000, 2 + 7000 + 2)]
    [InlineData(LoopFromTheBegin, 1, 0, 6 + 2)]
    [InlineData(LoopFromTheBegin, 9, 0, 54 + 2)]
    [InlineData(Switch, 0, 5, 2 + 2)]
    [InlineData(Switch, 1, 2, 2 + 4)]
    [InlineData(Switch, 2, 5, 2 + 2)]
    [InlineData(Switch, 3, -1, 2 + 2)]
    [InlineData(Switch, -1, -1, 2 + 2)]
    [InlineData(StackAtBranch, 0, 6, 3 + 2 + 2)]
    [InlineData(StackAtBranch, 1, 7, 3 + 1 + 2)]
    [InlineData(Finally, 0, 2, 2 + 2 + 1 + 5 + 2)]
    [InlineData(Finally, 1, 1, 2 + 1 + 5 + 2)]
    [InlineData(Recursion, 0, 0, 4)]
    [InlineData(Recursion, 20, 20, (20 * 9) + 4)]
    [InlineData(TailCall, 20, 7, (20 * 8) + 4)]
    [InlineData(ArraysInLoop, 3, 0, (3 * 9) + 2)]
    public void Instructions_are_counted_as_often_as_they_run(string il, int argument, int result, int instructions)
    {
        Counting plain = new(HandMade.Assemble(il));
        Counting task = new(HandMade.Assemble(il), new CostTask("all", $"{HandMade.Type}::{HandMade.Name}", Turn.Slice));
        Assert.Equal([result, result], [plain.Run(argument), task.Run(argument)]);
        Assert.Equal(instructions, plain.Cost.Instructions);
        Assert.Equal(instructions, task.Tasks["all"].Instructions);
        Assert.Equal(0, task.Tasks[CoreTasks.Rest].Instructions);
    }

    [Theory]
    [InlineData(Loop, 50)]
    [InlineData(Recursion, 50)]
    [InlineData(ArraysInLoop, 50)]
    public void The_running_sum_is_the_sum_of_all_blocks(string il, int argument)
    {
        Counting counting = new(HandMade.Assemble(il));
        counting.Run(argument);
        Assert.Equal(counting.Cost.Weight, counting.Assembly.Weight);
        Assert.Equal(counting.Cost.Weight, counting.Assembly.Methods().Sum(method => method.Weight));
    }

    [Fact]
    public void A_method_counts_how_often_it_is_entered_not_how_often_it_loops()
    {
        Counting loop = new(HandMade.Assemble(LoopFromTheBegin));
        loop.Run(9);
        Assert.Equal(new MethodCount("Sample::Run", 56, 1), Assert.Single(loop.Assembly.Methods()));

        Counting recursion = new(HandMade.Assemble(Recursion));
        recursion.Run(9);
        Assert.Equal(10, Assert.Single(recursion.Assembly.Methods()).Runs);
        Assert.Equal(9, recursion.Cost.Calls);
    }

    [Fact]
    public void Every_array_is_garbage_of_its_own_length()
    {
        Counting counting = new(HandMade.Assemble(ArraysInLoop));
        counting.Run(9);
        Assert.Equal(9, counting.Cost.Objects);
        Assert.Equal(Enumerable.Range(1, 9).Sum(length => DeviceHeap.Array(2 * length)), counting.Cost.GarbageBytes);
    }

    [Fact]
    public void After_an_exception_counting_goes_on()
    {
        string il = "ldarg 0 | brfalse bad | ldc.i4.1 | ret | bad: ldnull | throw";
        Counting counting = new(HandMade.Assemble(il), new CostTask("all", "Sample::Run", Turn.Slice));
        Assert.Throws<NullReferenceException>(() => counting.Run(0));
        Assert.Equal(4, counting.Cost.Instructions);
        Assert.Equal(1, counting.Run(1));
        Assert.Equal((4, 0), (counting.Tasks["all"].Instructions, counting.Tasks[CoreTasks.Rest].Instructions));
    }

    [Fact]
    public void A_task_that_is_not_there_is_refused() =>
        Assert.Contains("Sample::Walk", Assert.Throws<ArgumentException>(() => new Counting(HandMade.Assemble(Loop), new CostTask("walk", "Sample::Walk", Turn.Slice))).Message, StringComparison.Ordinal);
}
