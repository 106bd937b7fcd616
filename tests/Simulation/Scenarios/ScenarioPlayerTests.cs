using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Driving;
using Bms.Simulation.Loads;
using Bms.Simulation.Scenarios;
using Xunit;

namespace Bms.Simulation.Tests.Scenarios;

public class ScenarioPlayerTests
{
    [Fact]
    public void Timed_steps_follow_one_another_to_the_tick()
    {
        FakePlant plant = FakePlant.Of("Rest for 1 s", "Charge at C/2 for 2 s", "Discharge at 3 A for 1 s", "Rest for 1 s");
        var requests = new List<double>();
        while (!plant.Player.Done)
        {
            plant.Step();
            requests.Add(plant.Requested);
        }

        double[] expected = [.. Enumerable.Repeat(0.0, 50), .. Enumerable.Repeat(3.0, 100), .. Enumerable.Repeat(-3.0, 50), .. Enumerable.Repeat(0.0, 51)];
        Assert.Equal(expected, requests);
        Assert.Equal(5, plant.Player.ElapsedTotal);
        Assert.Equal(string.Empty, plant.Player.CurrentStep);
    }

    [Fact]
    public void Coarse_calls_do_not_stretch_the_day()
    {
        FakePlant plant = FakePlant.Of("Rest for 10.5 s", "Charge at 1C for 10.25 s", "Rest for 79.25 s");
        plant.PlayToEnd(dt: 7);
        Assert.Equal(100, plant.Player.ElapsedTotal);
        Assert.Equal([0, 10.5, 20.75], plant.Player.Notes.Select(note => note.Time));
    }

    [Fact]
    public void A_step_shorter_than_a_tick_is_passed_over()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C for 0.001 s", "Discharge at 1C for 1 s");
        plant.Step();
        plant.Step();
        Assert.Equal(-FakePlant.OneC, plant.Requested);
    }

    [Fact]
    public void A_charge_ends_when_the_highest_cell_reaches_its_voltage()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.0 V", "Rest for 1 s");
        while (plant.Player.CurrentStep != "Rest for 1 s")
        {
            plant.Step(1);
        }

        Assert.Equal((4.0 - 3.0 - 0.12) / 1.2, plant.Soc, 0.001);
    }

    [Fact]
    public void Only_the_extreme_cell_in_the_direction_of_the_step_counts()
    {
        var player = Player("Discharge at 1C until 3.2 V");
        LoadFeedback feedback = Calm with { MinimumCellVoltage = 3.21, MaximumCellVoltage = 3.0 };
        Assert.Equal(-6, player.Request(0, feedback));
        player.Request(1, feedback with { MinimumCellVoltage = 3.2 });
        Assert.True(player.Done);

        player = Player("Charge at 1C until 4.2 V");
        feedback = Calm with { MinimumCellVoltage = 4.3, MaximumCellVoltage = 4.19 };
        Assert.Equal(6, player.Request(0, feedback));
        player.Request(1, feedback with { MaximumCellVoltage = 4.2 });
        Assert.True(player.Done);
    }

    [Fact]
    public void A_state_of_charge_is_reached_from_either_side()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 80 %", "Discharge at 1C until 20 %");
        plant.PlayToEnd();
        Assert.Equal(0.8, plant.HighestSoc, 0.001);
        Assert.Equal(0.2, plant.Soc, 0.001);
    }

    [Fact]
    public void The_first_end_reached_counts()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 80 % or for 1 minute", "Charge at 1C until 55 % or until 4.2 V or for 2 hours");
        plant.PlayToEnd();
        Assert.Equal(60, plant.Player.Notes[1].Time);
        Assert.Equal(0.55, plant.Soc, 0.001);
    }

    [Fact]
    public void A_careful_limit_that_cuts_off_close_to_the_voltage_ends_the_charge()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.2 V", "Rest for 1 s");
        plant.TaperFrom = 4.18;
        plant.PlayToEnd();
        Assert.InRange(plant.CellVoltage, 4.17, 4.18);
        Assert.DoesNotContain(plant.Player.Notes, note => note.Kind == NoteKind.BrokenOff);
    }

    [Theory]
    [InlineData(0.02, 0.031, false)]   // 30 mV is close
    [InlineData(0.02, 0.029, true)]
    [InlineData(0.13, 0.029, false)]   // C/50 is 0.12 A
    [InlineData(0.11, 0.029, true)]
    public void Cut_off_takes_both_a_small_limit_and_a_close_voltage(double limit, double missing, bool ends)
    {
        var player = Player("Charge at 1C until 4.2 V");
        LoadFeedback cut = Calm with { MaximumCellVoltage = 4.2 - missing, ChargeLimit = limit, AppliedCurrent = limit };
        for (int second = 0; second <= 30; second++)
        {
            Assert.False(player.Done);
            player.Request(second, cut);
        }

        Assert.Equal(ends, player.Done);
    }

    [Fact]
    public void Cut_off_counts_only_without_a_break()
    {
        var player = Player("Discharge at 1C until 3.0 V");
        LoadFeedback cut = Calm with { MinimumCellVoltage = 3.02, DischargeLimit = 0.05, AppliedCurrent = -0.05 };
        for (int second = 0; second < 300; second++)
        {
            player.Request(second, second % 30 == 29 ? cut with { DischargeLimit = 1 } : cut);
        }

        Assert.False(player.Done);
    }

    [Fact]
    public void A_trickle_asked_for_is_no_cut_off()
    {
        var player = Player("Charge at C/100 until 4.2 V");
        for (int second = 0; second < 100; second++)
        {
            Assert.Equal(0.06, player.Request(second, Calm with { MaximumCellVoltage = 4.19, AppliedCurrent = 0.06 }), 1e-12);
        }

        Assert.False(player.Done);
    }

    [Fact]
    public void A_charge_that_is_never_allowed_is_broken_off_with_a_note()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.2 V", "Rest for 1 minute");
        plant.ChargeLimit = 0;
        plant.PlayToEnd();
        ScenarioNote note = plant.Player.Notes.Single(entry => entry.Kind == NoteKind.BrokenOff);
        Assert.Equal("'Charge at 1C until 4.2 V' broken off: no current has been allowed for 30 minutes", note.Text);
        Assert.Equal(1800, note.Time);
        Assert.Equal(1860, plant.Player.ElapsedTotal);
    }

    [Fact]
    public void Patience_begins_anew_whenever_current_flows()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.2 V");
        for (int second = 0; second < 3 * 3600; second++)
        {
            plant.ChargeLimit = second % 1700 < 5 ? 1 : 0;
            plant.Step(1);
        }

        Assert.False(plant.Player.Done);
    }

    [Fact]
    public void A_timed_step_is_never_broken_off()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.2 V or for 3 hours");
        plant.ChargeLimit = 0;
        plant.PlayToEnd();
        Assert.Equal(3 * 3600, plant.Player.ElapsedTotal);
        Assert.DoesNotContain(plant.Player.Notes, note => note.Kind == NoteKind.BrokenOff);
    }

    [Fact]
    public void A_charge_that_crawls_is_broken_off_after_a_day()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.2 V");
        plant.ChargeLimit = 0.01;
        plant.PlayToEnd(dt: 10);
        Assert.Equal(86_400, plant.Player.ElapsedTotal);
        Assert.Equal(86_400, plant.Player.MaximumDuration);
        Assert.Contains("not reached within 24 hours", plant.Player.Notes[^1].Text);
    }

    [Fact]
    public void A_rest_ends_at_a_temperature_from_below_and_from_above()
    {
        var plant = new FakePlant(FakePlant.Scenario("Rest until 30 degC at 40 degC", "Rest until 10 degC at 0 degC", "Rest for 1 s") with { Temperature = 20 });
        while (plant.Player.CurrentStep != "Rest until 10 degC at 0 degC")
        {
            plant.Step(1);
        }

        Assert.Equal(30, plant.Temperature, 0.2);
        while (plant.Player.CurrentStep != "Rest for 1 s")
        {
            plant.Step(1);
        }

        Assert.Equal(10, plant.Temperature, 0.2);
        Assert.Equal(["ambient 40", "ambient 0"], plant.Actions);
    }

    [Fact]
    public void Preheating_wants_heat_until_it_is_warm()
    {
        var plant = new FakePlant(FakePlant.Scenario("Rest for 10 s", "Preheat until 20 degC", "Rest for 1 s") with { Temperature = -5 });
        plant.PlayToEnd();
        Assert.Equal(["heat True", "heat False"], plant.Actions);
        Assert.Equal(20, plant.Temperature, 0.3);
    }

    [Fact]
    public void Preheating_without_a_heater_is_broken_off_with_a_note()
    {
        var plant = new FakePlant(FakePlant.Scenario("Preheat until 20 degC") with { Temperature = -5, Heater = false });
        plant.PlayToEnd();
        Assert.Empty(plant.Actions);
        Assert.Equal("'Preheat until 20 degC' broken off: the temperature has come no nearer for 30 minutes", plant.Player.Notes[^1].Text);
    }

    [Fact]
    public void A_slow_cooling_is_waited_for()
    {
        var plant = new FakePlant(FakePlant.Scenario("Rest until 25 degC") with { Temperature = 40 });
        for (int minute = 0; minute < 600; minute++)
        {
            Assert.False(plant.Player.Done);
            double celsius = 40 - (minute / 40.0);
            plant.Player.Request(60 * minute, plant.Feedback() with { MinimumTemperature = celsius, MaximumTemperature = celsius });
        }

        plant.Player.Request(36_000, plant.Feedback() with { MinimumTemperature = 25, MaximumTemperature = 25 });
        Assert.True(plant.Player.Done);
        Assert.DoesNotContain(plant.Player.Notes, note => note.Kind == NoteKind.BrokenOff);
    }

    [Fact]
    public void Unknown_readings_end_nothing()
    {
        var player = Player("Discharge at 1C until 3.0 V or until 20 %");
        Assert.Equal(-6, player.Request(0, LoadFeedback.Unknown));
        Assert.Equal(-6, player.Request(60, LoadFeedback.Unknown));
        Assert.False(player.Done);
    }

    [Fact]
    public void A_drive_asks_for_the_power_of_its_share_of_the_vehicle()
    {
        var player = Player("Drive urban for 10 minutes");
        var drive = new Drive(DriveCycle.Urban, 600, seed: 1, stream: 0);
        double share = 8 * 3.6 * 6 / 60_000;
        do
        {
            double watt = share * Vehicle.MidSize.BatteryPower(drive.Speed, drive.NextSpeed, drive.Grade);
            foreach (double packVoltage in new[] { 24.0, 30.0 })
            {
                double request = player.Request(drive.Second + (packVoltage / 100), Calm with { PackVoltage = packVoltage });
                Assert.Equal(-watt / packVoltage, request, 1e-9);
            }
        }
        while (drive.Advance());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    public void A_drive_without_a_pack_voltage_goes_by_the_nameplate(double packVoltage)
    {
        var player = Player("Drive urban for 10 minutes");
        double share = 8 * 3.6 * 6 / 60_000;
        Assert.Equal(-share * Vehicle.MidSize.BatteryPower(0, 1.0) / (8 * 3.6), player.Request(0, Calm with { PackVoltage = packVoltage }), 1e-9);
    }

    [Fact]
    public void Drives_of_one_scenario_differ_and_come_again_with_the_seed()
    {
        double[] Play(ulong seed)
        {
            var player = Player(FakePlant.Scenario("Drive urban for 1 hour", "Drive urban for 1 hour") with { Seed = seed });
            return [.. Enumerable.Range(0, 7200).Select(second => player.Request(second, Calm))];
        }

        double[] first = Play(1);
        Assert.Equal(first, Play(1));
        Assert.NotEqual(first, Play(2));
        Assert.Equal(first[..600], first[3600..4200]);   // the cycle as written
        Assert.NotEqual(first[..3600], first[3600..]);
    }

    [Fact]
    public void A_load_profile_is_held_between_its_samples_and_over_at_its_end()
    {
        Scenario scenario = Scenario.Of(new LoadProfile("US06", [0, 1, 2.5], [1, -2, 3], 4)) with { Soc = 50 };
        Assert.Equal(("US06", "Play US06", 8, 60.0), (scenario.Name, scenario.Steps[0].Sentence, scenario.Cells, Scenario.Of(new LoadProfile("x", [0], [1], 1)).Soc));
        var plant = new FakePlant(scenario);
        var requests = new List<double>();
        while (!plant.Player.Done)
        {
            plant.Step();
            requests.Add(plant.Requested);
        }

        double[] expected = [.. Enumerable.Repeat(1.0, 50), .. Enumerable.Repeat(-2.0, 75), .. Enumerable.Repeat(3.0, 75), 0];
        Assert.Equal(expected, requests);
    }

    [Fact]
    public void Repetitions_are_unrolled_inside_repetitions()
    {
        Step[] inner = [StepSentence.Parse("Charge at 1 A for 1 s"), new RepeatStep { Times = 2, Steps = [StepSentence.Parse("Rest for 1 s")] }];
        var player = Player(FakePlant.Scenario() with { Steps = [new RepeatStep { Times = 2, Steps = inner }], Repeat = 2 });
        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0], Enumerable.Range(0, 13).Select(second => player.Request(second, Calm)));
        Assert.True(player.Done);
        Assert.Equal(12, player.ElapsedTotal);
        Assert.Equal(12, player.MaximumDuration);
    }

    [Fact]
    public void Pressure_steps_act_and_take_no_time()
    {
        FakePlant plant = FakePlant.Of("Hold 5 MPa at 45 degC", "Charge at 1C for 10 s", "Release pressure", "Rest for 1 s");
        plant.Step();
        Assert.Equal(6, plant.Requested);
        plant.PlayToEnd();
        Assert.Equal(["ambient 45", "hold 5", "heat True", "release", "heat False"], plant.Actions);
        Assert.Equal(11, plant.Player.ElapsedTotal);
    }

    [Fact]
    public void Clamps_lose_and_gain_evenly_and_changes_add_up()
    {
        Scenario scenario = FakePlant.Scenario("Rest for 10 minutes") with
        {
            CellsPerClamp = 4,
            Events =
            [
                EventSentence.Parse("at 2 minutes clamp 0 gains 1 MPa"),
                EventSentence.Parse("at 1 minute clamp 0 loses 4 MPa over 2 minutes"),
                EventSentence.Parse("at 5 minutes ambient becomes -5 degC"),
            ],
        };
        var plant = new FakePlant(scenario);
        (double Time, double Offset)[] expected = [(60, 0), (90, -1), (119, -4 * 59 / 120.0), (120, -1), (150, -2), (180, -3), (500, -3)];
        foreach ((double time, double offset) in expected)
        {
            plant.PlayUntil(time);
            plant.Step(1);
            Assert.Equal(offset, plant.ClampOffsets[0], 1e-9);
        }

        Assert.Equal(0, plant.ClampOffsets[1]);
        Assert.Equal(["ambient -5"], plant.Actions);
        Assert.Equal([60, 120, 300], plant.Player.Notes.Where(note => note.Kind == NoteKind.Event).Select(note => note.Time));
    }

    [Fact]
    public void Cells_breach_at_their_time_and_humidity_stays_where_none_is_given()
    {
        Scenario scenario = FakePlant.Scenario("Rest for 10 minutes") with
        {
            Events = [EventSentence.Parse("at 5 minutes cell 2 breaches"), EventSentence.Parse("at 2 minutes cell 7 breaches at 60 % humidity")],
        };
        var plant = new FakePlant(scenario);
        plant.PlayUntil(119);
        Assert.Empty(plant.Breaches);
        plant.PlayUntil(500);
        Assert.Equal([(7, 60.0), (2, null)], plant.Breaches);
    }

    [Fact]
    public void An_event_for_a_cell_that_the_pack_lacks_is_bad_input()
    {
        Scenario scenario = ScenarioLibrary.Load("pressure-loss") with { Events = [EventSentence.Parse("at 1 h cell 3 breaches")], Cells = 3 };
        string message = Assert.Throws<BadInputException>(() => Player(scenario)).Message;
        Assert.Equal("scenario pressure-loss: 'at 1 hour cell 3 breaches': no cell 3; there are cells 0 to 2", message);
    }

    [Fact]
    public void An_event_for_a_clamp_that_an_override_took_away_is_bad_input()
    {
        Scenario scenario = ScenarioLibrary.Load("pressure-loss") with { Events = [EventSentence.Parse("at 1 h clamp 1 loses 1 MPa")], Cells = 3 };
        string message = Assert.Throws<BadInputException>(() => Player(scenario)).Message;
        Assert.Equal("scenario pressure-loss: 'at 1 hour clamp 1 loses 1 MPa': no clamp 1; 3 cells, 4 a clamp, have only clamp 0", message);
    }

    [Fact]
    public void The_expected_duration_is_corrected_as_steps_end()
    {
        FakePlant plant = FakePlant.Of("Charge at 1C until 4.0 V", "Rest for 1 hour");
        double atFirst = plant.Player.ExpectedDuration;
        Assert.InRange(atFirst, 3600 + 1000, 3600 + 2500);
        while (plant.Player.CurrentStep != "Rest for 1 hour")
        {
            plant.Step(1);
        }

        Assert.Equal(plant.Player.Notes[^1].Time + 3600, plant.Player.ExpectedDuration, 1e-6);
        plant.PlayToEnd();
        Assert.Equal(plant.Player.ElapsedTotal, plant.Player.ExpectedDuration);
    }

    [Fact]
    public void Every_step_is_noted_with_its_time()
    {
        FakePlant plant = FakePlant.Of("Rest for 10 s", "Hold 5 MPa", "Charge at 1C for 20 s");
        plant.PlayToEnd();
        Assert.Equal(
            [new ScenarioNote(0, NoteKind.Step, "Rest for 10 s"), new ScenarioNote(10, NoteKind.Step, "Hold 5 MPa"), new ScenarioNote(10, NoteKind.Step, "Charge at 1C for 20 s")],
            plant.Player.Notes);
    }

    [Theory]
    [InlineData("Charge at 1C until 4.2 V")]
    [InlineData("Drive urban for 2 hours")]
    [InlineData("Rest until 30 degC")]
    public void Asking_allocates_nothing_within_a_step(string sentence)
    {
        var player = Player(FakePlant.Scenario(sentence) with { Events = [EventSentence.Parse("at 1 s clamp 0 loses 3 MPa over 1 h")] });
        double time = 0;
        LoadFeedback feedback = Calm;
        for (; time < 5; time += 0.02)
        {
            player.Request(time, feedback);
        }

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (double end = time + 200; time < end; time += 0.02)
            {
                player.Request(time, feedback);
            }
        }));
        Assert.False(player.Done);
    }

    private static LoadFeedback Calm { get; } = new()
    {
        MinimumCellVoltage = 3.7,
        MaximumCellVoltage = 3.7,
        PackVoltage = 8 * 3.7,
        StateOfCharge = 0.5,
        MinimumTemperature = 25,
        MaximumTemperature = 25,
        ChargeLimit = 10,
        DischargeLimit = 10,
        AppliedCurrent = 1,
    };

    private static ScenarioPlayer Player(params string[] steps) => Player(FakePlant.Scenario(steps));

    private static ScenarioPlayer Player(Scenario scenario) =>
        new(scenario, new PackRating(FakePlant.OneC, FakePlant.OneC * 3.6 * 8), new FakePlant(FakePlant.Scenario("Rest for 1 s")));
}
