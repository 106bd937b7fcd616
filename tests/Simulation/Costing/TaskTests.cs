using System.Linq;
using Bms.Simulation.Costing;
using Bms.Simulation.Tests.Costing.Samples;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>Whatever runs belongs to exactly one task: the innermost that is running.</summary>
public class TaskTests
{
    private static readonly CostTask[] s_rows =
    [
        new("outer", "Work::Outer", Turn.EveryTick),
        new("inner", "Work::Inner", Turn.Slice),
        new("inner", "Work::AlsoInner", Turn.Slice),
        new("rounds", "Work::Rounds", Turn.Slice),
        new("around", "Work::Around", Turn.Slice),
    ];

    [Fact]
    public void A_task_takes_all_it_calls_but_other_tasks()
    {
        Counting counting = Run(nameof(Work.Outer));

        // Outer: two calls with an argument, an addition, return; Leaf once by itself, once by Inner
        Assert.Equal(6 + 20 + 4, counting.Tasks["outer"].Weight);
        Assert.Equal(3 + 10 + 4, counting.Tasks["inner"].Weight);
        Assert.Equal(0, counting.Tasks[CoreTasks.Rest].Weight);
    }

    [Fact]
    public void After_a_task_its_caller_goes_on()
    {
        Counting counting = Run(nameof(Work.All));

        // All: three calls, two of them with an argument, two additions, return; Leaf once by itself
        Assert.Equal(8 + 30 + 4, counting.Tasks[CoreTasks.Rest].Weight);
        Assert.Equal(6 + 20 + 4, counting.Tasks["outer"].Weight);
        Assert.Equal(17 + 4, counting.Tasks["inner"].Weight);
        Assert.Equal(counting.Assembly.Weight, counting.Tasks.Values.Sum(task => task.Weight));
    }

    [Fact]
    public void Tasks_that_call_each_other_end_in_their_callers()
    {
        Counting counting = Run(nameof(Work.Rounds), 2);

        // Rounds twice with a call and once without, Around twice
        Assert.Equal((2 * (9 + 10)) + 4, counting.Tasks["rounds"].Weight);
        Assert.Equal(2 * (5 + 10), counting.Tasks["around"].Weight);
        Assert.Equal(0, counting.Tasks[CoreTasks.Rest].Weight);
    }

    [Fact]
    public void Rows_of_one_title_are_one_task() => Assert.Equal(["outer", "inner", "rounds", "around", CoreTasks.Rest], new Counting(SampleAssembly.Open(), s_rows).Assembly.Image.Tasks);

    private static Counting Run(string method, params object[] arguments)
    {
        Counting counting = new(SampleAssembly.Open(), s_rows);
        counting.Call(typeof(Work).FullName!, method, arguments);
        return counting;
    }
}
