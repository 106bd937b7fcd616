using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Pack;
using Bms.Core.Storage;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Tests.Scenarios;
using Xunit;

namespace Bms.Simulation.Tests.Running;

/// <summary>Things happen when they should.</summary>
public class EventTests
{
    private const double Sample = 0.15;   // the firmware acts every 100 ms on readings up to 50 ms old

    private static readonly Lazy<RunResult> Loss = new(() =>
        Loop.Run(Loop.Load(600, -1).With("at 2 minutes clamp 0 loses 4.6 MPa", "at 4 minutes clamp 0 gains 4.6 MPa")));

    [Fact]
    public void Contactors_close_through_precharge()
    {
        RunResult run = Loss.Value;
        double begins = run.TimeOf("precharge begins");
        Assert.InRange(begins, 0, 0.5);
        Assert.Equal(begins + Seconds(Setting.PrechargeTime), run.TimeOf("contactors closed"), Sample);
    }

    [Fact]
    public void A_loss_of_pressure_takes_the_limits_to_zero_at_once()
    {
        RunResult run = Loss.Value;
        Assert.Equal(120, run.TimeOf("loses 4.6 MPa"));
        Assert.Equal(0.4, run.Column(ColumnName.AppliedPressure, 0)[120] / 1e6, 0.1);
        Assert.Equal(-1, run.Column(ColumnName.Current)[119]);
        foreach (string column in new[] { ColumnName.Current, ColumnName.ChargeLimit, ColumnName.DischargeLimit })
        {
            Assert.All(run.Column(column)[121..240], value => Assert.Equal(0, value));
        }

        Assert.Equal(0, run.Summary.ViolationTotal);
    }

    [Fact]
    public void A_loss_of_pressure_warns_and_then_opens_the_contactors()
    {
        RunResult run = Loss.Value;
        double raised = run.TimeOf("clamp pressure lost raised");
        Assert.InRange(raised, 120.2, 120.2 + (2 * Sample));
        double warned = run.TimeOf("fault");
        Assert.InRange(warned, raised, raised + Sample);
        Assert.Equal(warned + Seconds(Setting.OpeningDelay), run.TimeOf("contactors open"), Sample);
        Assert.Contains("clamp pressure lost", run.Summary.Diagnoses);
    }

    [Fact]
    public void When_the_pressure_is_back_the_contactors_close_again_and_the_load_goes_on()
    {
        RunResult run = Loss.Value;
        double[] contactors = run.Column(ColumnName.ContactorState);
        Assert.Equal((double)ContactorState.Open, contactors[245]);
        double cleared = run.TimeOf("clamp pressure lost cleared");
        int closed = Array.FindIndex(contactors, 241, state => state == (double)ContactorState.Closed);
        Assert.InRange(closed, cleared + Seconds(Setting.ReclosingDelay) - 1, cleared + Seconds(Setting.ReclosingDelay) + 2);
        Assert.Equal(-1, run.Column(ColumnName.Current)[closed + 10]);
    }

    [Fact]
    public void The_ambient_changes_at_its_time()
    {
        double[] ambient = Loop.Run(Loop.Scenario("Rest for 3 minutes").With("at 1 minute ambient becomes -10 degC")).Column(ColumnName.AmbientTemperature);
        Assert.All(ambient[..60], celsius => Assert.Equal(45, celsius, 9));
        Assert.All(ambient[60..], celsius => Assert.Equal(-10, celsius, 9));
    }

    [Fact]
    public void A_breached_cell_gives_the_gas_of_its_electrolyte_from_its_time_on()
    {
        RunResult run = Loop.Run(Loop.Scenario("Rest for 6 minutes").With("at 2 minutes cell 1 breaches at 60 % humidity"));
        double[] sulfide = run.Column(ColumnName.TrueHydrogenSulfide);
        Assert.All(sulfide[..120], ppm => Assert.Equal(0, ppm));
        Assert.Equal(sulfide[120..].Order(), sulfide[120..]);
        Assert.True(sulfide[300] > 1);
        Assert.All(run.Column(ColumnName.TruePhosphine), ppm => Assert.Equal(0, ppm));
    }

    [Fact]
    public void A_pressure_may_be_lost_slowly_and_be_held()
    {
        RunResult slow = Loop.Run(Loop.Scenario("Rest for 4 minutes").With("at 1 minute clamp 0 loses 2 MPa over 100 s"));
        double[] pressure = slow.Column(ColumnName.AppliedPressure, 0);
        Assert.Equal(pressure[60] - 1e6, pressure[110], 2e4);
        Assert.Equal(pressure[60] - 2e6, pressure[200], 2e4);
        RunResult held = Loop.Run(Loop.Scenario("Hold 3 MPa", "Charge at C/2 for 5 minutes"));
        Assert.All(held.Column(ColumnName.AppliedPressure, 0), pascal => Assert.Equal(3e6, pascal, 1.0));
    }

    [Theory]
    [InlineData(true, "Preheat until 60 degC or for 3 minutes", 0, true)]
    [InlineData(true, "Discharge at C/20 for 3 minutes", 0, true)]    // at work in the cold
    [InlineData(true, "Rest for 3 minutes", 0, false)]                // not wanted
    [InlineData(false, "Preheat until 60 degC or for 3 minutes", 0, false)]            // not there
    [InlineData(true, "Preheat until 60 degC or for 3 minutes", 50, false)]            // not needed
    public void The_heater_warms_when_it_is_wanted_and_needed(bool heater, string step, double celsius, bool heats)
    {
        RunResult run = Loop.Run(Loop.Scenario(step) with { Heater = heater, Temperature = celsius });
        Assert.Equal(heats, run.Summary.HeaterEnergy_Wh > 0);
        double[] core = run.Column(ColumnName.TrueCoreTemperature, 0);
        Assert.Equal(heats, core[^1] > core[0] + 5);
    }

    [Fact]
    public void A_preheated_pack_is_let_go_at_its_temperature()
    {
        RunResult run = Loop.Run(Loop.Scenario("Preheat until 20 degC or for 1 hour", "Rest for 1 minute") with { Heater = true, Temperature = 0 });
        double end = run.TimeOf("Rest for 1 minute");
        Assert.InRange(end, 60, 1500);
        Assert.Equal(20, run.Column(ColumnName.TrueCoreTemperature, 0)[(int)end], 3.0);
        Assert.All(run.Column(ColumnName.HeaterPower)[((int)end + 2)..], power => Assert.Equal(0, power));
    }

    [Fact]
    public void A_step_whose_end_is_never_reached_is_broken_off()
    {
        RunResult run = Loop.Run(Loop.Scenario("Charge at C/4 until 4.2 V", "Rest for 1 minute") with { Pressure = 0.5, Cells = 1 });
        double broken = run.TimeOf("broken off");
        Assert.InRange(broken, ScenarioPlayer.Patience - 1, ScenarioPlayer.Patience + 10);
        Assert.Equal(broken + 60, run.Summary.SimulatedTime_s, 0.05);
    }

    [Theory]
    [InlineData("Preheat until 60 degC or for 2 minutes")]
    [InlineData("Charge at C/4 until 90 % or for 3 minutes")]
    [InlineData("Discharge at 1C until 3.0 V or for 30 s")]
    [InlineData("Drive urban for 100 s")]
    public void No_run_outlasts_the_longest_its_steps_may_take(string step)
    {
        Scenario scenario = Loop.Scenario(step, "Rest for 10 s") with { Repeat = 2 };
        Assert.InRange(Loop.Run(scenario).Summary.SimulatedTime_s, 20, new FakePlant(scenario).Player.MaximumDuration + 0.02);
    }

    [Fact]
    public void A_run_of_timed_steps_lasts_exactly_as_long()
    {
        Assert.Equal(195, Loop.Run(Loop.Scenario("Rest for 1 minute", "Drive urban for 2 minutes", "Rest for 15 s")).Summary.SimulatedTime_s, 9);
        Assert.Equal(90, Loop.Run(Loop.Scenario("Rest for 30 s") with { Repeat = 3 }).Summary.SimulatedTime_s, 9);
    }

    [Fact]
    public void Progress_is_told_every_minute()
    {
        List<RunProgress> told = [];
        Loop.Run(Loop.Scenario("Rest for 90 s", "Discharge at C/20 for 150 s"), progress: told.Add);
        Assert.Equal([0.0, 60, 120, 180], told.Select(progress => progress.Time_s));
        Assert.All(told, progress => Assert.Equal(240, progress.Expected_s, 6));
        Assert.All(told, progress => Assert.Equal(0.6, progress.StateOfCharge, 0.03));
        Assert.Equal(["Rest for 90 s", "Rest for 90 s", "Discharge at C/20 for 150 s"], told.Take(3).Select(progress => progress.Step));
    }

    [Fact]
    public void Events_are_told_in_order_of_time_each_of_its_kind()
    {
        RunResult run = Loop.Run(
            Loop.Scenario("Rest for 10 s", "Discharge at 2C for 2 minutes").With("at 60 s clamp 0 loses 4.6 MPa") with { Temperature = 25 },
            with => with with { RespectLimits = false });
        Assert.Equal(run.Events.Select(happened => happened.Time).Order(), run.Events.Select(happened => happened.Time));
        Assert.Superset(
            new HashSet<EventKind> { EventKind.Step, EventKind.Scenario, EventKind.Contactor, EventKind.Diagnosis, EventKind.Violation },
            run.Events.Select(happened => happened.Kind).ToHashSet());
        Assert.Equal(10, run.Events.First(happened => happened.Text.StartsWith("Discharge", StringComparison.Ordinal)).Time);
        Assert.Equal(run.Context.Episodes.Count, run.Events.Count(happened => happened.Kind == EventKind.Violation));
        Assert.Equal(run.Summary.ViolationTotal, run.Context.Episodes.Count);
    }

    private static double Seconds(int setting) => new Settings().Value(setting) / 1000.0;
}
