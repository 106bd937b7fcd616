using System.Linq;
using System.Threading;
using Bms.Plant.Parameters;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;
using Bms.Simulation.Tests.Frames;
using Xunit;

namespace Bms.Simulation.Tests.Running;

/// <summary>What is true does not depend on what is believed, nor on how often or by how many it is computed.</summary>
public class TruthTests
{
    private static readonly Scenario Gentle = Loop.Load(60, 0, -0.3, 0.3, -0.3);

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    public void A_wrong_belief_that_does_not_act_changes_nothing_true(double socError)
    {
        RunResult right = Loop.Run(Gentle);
        RunResult wrong = Loop.Run(Gentle with { SocError = socError });
        Assert.NotEqual(right.Summary.Digest, wrong.Summary.Digest);
        Assert.NotEqual(right.Columns(ColumnName.EstimatedSoc), wrong.Columns(ColumnName.EstimatedSoc));
        Assert.Equal(right.Truth(), wrong.Truth());
    }

    [Fact]
    public void Sensors_that_are_off_change_nothing_true_unless_they_act()
    {
        Assert.Equal(Loop.Run(Gentle).Truth(), Loop.Run(Gentle, with => with with { Sensors = SensorErrors.None }).Truth());
    }

    [Fact]
    public void The_true_cell_may_differ_while_the_firmware_keeps_its_own_image()
    {
        CellParameters worse = Cells.Pouch with { Separator = Cells.Pouch.Separator with { Conductivity = 0.02 * Cells.Pouch.Separator.Conductivity } };
        using Scratch scratch = new();
        RunResult same = Loop.Run(Gentle, with => with with { FrameFile = scratch.Path("same") });
        RunResult other = Loop.Run(Gentle, with => with with { TrueCell = worse, FrameFile = scratch.Path("other") });
        using Simulation.Frames.FrameReader first = new(scratch.Path("same"));
        using Simulation.Frames.FrameReader second = new(scratch.Path("other"));
        Assert.Equal(first.Header.Profile, second.Header.Profile);
        Assert.True(other.Column(ColumnName.CellVoltage, 0)[100] < same.Column(ColumnName.CellVoltage, 0)[100] - 0.001);
        Assert.Equal(same.Column(ColumnName.CellVoltage, 0)[0], other.Column(ColumnName.CellVoltage, 0)[0], 1e-4);   // at rest
        Assert.NotEqual(same.Summary.Digest, other.Summary.Digest);
    }

    [Fact]
    public void The_judge_uses_the_windows_of_the_true_cell()
    {
        CellParameters narrow = Cells.Pouch with { Limits = Cells.Pouch.Limits with { TruePressureMinimum = 5.5 } };
        Scenario scenario = Loop.Load(30, 0, -1);
        Assert.Equal(0, Loop.Run(scenario).Summary.ViolationTotal);
        RunResult judged = Loop.Run(scenario, with => with with { TrueCell = narrow });
        Assert.Equal(1, judged.Summary.Violations["pressure_low"]);
        Assert.Equal(5.5, judged.Context.Windows.PressureTrue_MPa.Low);
    }

    [Fact]
    public void A_run_repeats_to_the_last_bit()
    {
        Scenario scenario = Loop.Scenario("Drive urban for 3 minutes") with { Cells = 4, Seed = 99 };
        RunResult first = Loop.Run(scenario);
        RunResult again = Loop.Run(scenario);
        Assert.Equal(Text(first), Text(again));
        Assert.Equal(All(first), All(again));
        Assert.Equal(first.Events, again.Events);
        Assert.NotEqual(first.Summary.Digest, Loop.Run(scenario with { Seed = 100 }).Summary.Digest);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        Scenario scenario = Loop.Scenario("Drive aggressive for 1 minute") with { Cells = 64 };
        RunResult one = Loop.Run(scenario);
        foreach (int threads in new[] { 2, 4 })
        {
            RunResult many = Loop.Run(scenario, with => with with { Threads = threads });
            Assert.Equal(Text(one), Text(many));
            Assert.Equal(All(one), All(many));
        }
    }

    [Fact]
    public void Runs_side_by_side_do_not_disturb_each_other()
    {
        Scenario scenario = Loop.Scenario("Drive urban for 1 minute");
        string alone = Loop.Run(scenario).Summary.Digest;
        string[] digests = new string[4];
        Thread[] threads = [.. Enumerable.Range(0, digests.Length).Select(k => new Thread(() => digests[k] = Loop.Run(scenario).Summary.Digest))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.All(digests, digest => Assert.Equal(alone, digest));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public void A_wrong_state_of_charge_at_the_start_is_worked_off(double socError)
    {
        RunResult run = Loop.Run(Loop.Scenario("Drive highway for 30 minutes", "Rest for 20 minutes") with { SocError = socError, Soc = 75 });
        double[] truth = run.Column(ColumnName.TrueSoc, 0);
        double[] estimate = run.Column(ColumnName.EstimatedSoc, 0);
        double first = System.Math.Abs(estimate[1] - truth[1]);
        double last = System.Math.Abs(estimate[^1] - truth[^1]);
        Assert.InRange(first, 0.03, 0.09);
        Assert.True(last < 0.6 * first, $"{100 * first:F2} % at the start, {100 * last:F2} % at the end");
    }

    [Fact]
    public void What_is_not_known_yet_is_not_told()
    {
        double[] temperature = Loop.Run(Gentle).Column(ColumnName.EstimatedCoreTemperature, 0);
        Assert.Equal(double.NaN, temperature[0]);
        Assert.DoesNotContain(double.NaN, temperature[2..]);
    }

    private static string Text(RunResult run) => (run.Summary with { WallTime_s = 1 }).ToJson();

    private static double[] All(RunResult run) => [.. Enumerable.Range(0, run.Trace.Count).SelectMany(row => run.Trace.Row(row).ToArray())];
}
