using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Simulation.Results;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Judging;

/// <summary>The constraints that are a window with a tolerance and a grace.</summary>
public class WindowTests
{
    private const double Hair = 1e-6;
    private const int Place = 1;

    private static readonly OperatingLimits Limits = Cells.Pouch.Limits;
    private static readonly PositiveElectrode Positive = Cells.Pouch.Positive;

    // Key, grace in ms, current in A, and how to put the truth of a place by so much beyond the end of its tolerance.
    private static readonly Window[] Windows =
    [
        new("voltage_high", 1000, 0, (truth, by) => truth.Voltage[Place] = Limits.VoltageMaximum + 0.010 + by),
        new("voltage_low", 1000, 0, (truth, by) => truth.Voltage[Place] = Limits.VoltageMinimum - 0.010 - by),
        new("surface_high", 1000, 0, (truth, by) => truth.Surface[Place] = Positive.StoichiometryFull - 0.005 - by),
        new("surface_low", 1000, 0, (truth, by) => truth.Surface[Place] = Positive.StoichiometryEmpty + 0.005 + by),
        new("plating", 1000, 1, (truth, by) => truth.Local[Place] = (1.03 * truth.Plating[Place]) + by),
        new("core_temperature_high", 1000, 0, (truth, by) => truth.Core[Place] = Limits.TemperatureMaximum + 1 + by),
        new("core_temperature_low", 1000, -1, (truth, by) => truth.Core[Place] = Limits.TemperatureMinimum - 1 - by),
        new("pressure_high", 250, 1, (truth, by) => truth.Pressure[Place] = Limits.TruePressureMaximum + by),
        new("pressure_low", 250, -1, (truth, by) => truth.Pressure[Place] = Limits.TruePressureMinimum - by),
    ];

    public static TheoryData<string> Keys => [.. Windows.Select(window => window.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Just_inside_the_tolerance_nothing_counts_however_long(string key)
    {
        Court court = new();
        Window window = Of(key);
        window.Put(court.Truth, -Hair);
        court.Current = window.Current;
        Assert.Empty(court.Pass(60).Verdict());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Just_beyond_it_one_episode_counts_however_long(string key)
    {
        Court court = new();
        Window window = Of(key);
        court.Current = window.Current;
        court.Pass(10);
        window.Put(court.Truth, Hair);
        Assert.Equal(new Dictionary<string, int> { [key] = 1 }, court.Pass(60).Verdict());
        ViolationEpisode episode = Assert.Single(court.Judge.Episodes);
        Assert.Equal((key, Place), (episode.Key, episode.Index));
        Assert.Equal(10, episode.Start_s, 9);
        Assert.Equal(60, episode.Duration_s, 6);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_excursion_within_the_grace_does_not_count(string key)
    {
        Window window = Of(key);
        double look = window.Grace_ms == 250 ? Court.Tick : Court.Tick * Court.TicksPerStep;
        double longest = Math.Floor((window.Grace_ms / 1000 / look) + 1e-9) * look;
        Assert.Empty(Excursions(window, longest).Verdict());
        Assert.Equal(new Dictionary<string, int> { [key] = 1 }, Excursions(window, longest + look).Verdict());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Two_separate_excursions_count_twice(string key)
    {
        Court court = Excursions(Of(key), 5, 7);
        Assert.Equal(new Dictionary<string, int> { [key] = 2 }, court.Verdict());
        Assert.Equal([5.0, 7.0], court.Judge.Episodes.Select(episode => Math.Round(episode.Duration_s, 6)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Excursions_within_the_grace_do_not_add_up(string key) => Assert.Empty(Excursions(Of(key), 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2).Verdict());

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_value_that_is_not_a_number_counts(string key)
    {
        Court court = new();
        Window window = Of(key);
        window.Put(court.Truth, double.NaN);
        court.Current = window.Current;
        Assert.Equal(1, court.Pass(3).Verdict()[key]);
    }

    [Fact]
    public void The_worst_value_of_an_episode_is_told()
    {
        Court court = new();
        foreach (double voltage in new[] { 4.22, 4.27, 4.23 })
        {
            court.Truth.Voltage[0] = voltage;
            court.Pass(1);
        }

        court.Verdict();
        Assert.Equal(4.27, Assert.Single(court.Judge.Episodes).Worst);
    }

    [Fact]
    public void Every_cell_and_every_clamp_counts_for_itself_in_order_of_time()
    {
        Court court = new() { Current = 1 };
        court.Truth.Pressure[1] = 11;
        court.Pass(3);
        court.Truth.Voltage[0] = court.Truth.Voltage[1] = 4.3;
        court.Truth.Pressure[0] = 11;
        Assert.Equal(new Dictionary<string, int> { ["voltage_high"] = 2, ["pressure_high"] = 2 }, court.Pass(5).Verdict());
        Assert.Equal(court.Judge.Episodes.Select(episode => episode.Start_s).Order(), court.Judge.Episodes.Select(episode => episode.Start_s));
        Assert.Equal(("pressure_high", 1), (court.Judge.Episodes[0].Key, court.Judge.Episodes[0].Index));
    }

    [Fact]
    public void Episodes_are_the_runs_of_looks_that_last_longer_than_the_grace() =>
        Gen.Bool.Array[1, 200].Sample(broken =>
        {
            Court court = new();
            foreach (bool now in broken)
            {
                court.Truth.Voltage[0] = now ? 4.3 : 3.7;
                court.Pass(Court.Tick * Court.TicksPerStep);
            }

            int expected = string.Concat(broken.Select(now => now ? 'x' : ' ')).Split(' ').Count(run => run.Length > 10);
            Assert.Equal(expected, court.Verdict().GetValueOrDefault("voltage_high"));
        });

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.0001, true)]      // any charge at all
    [InlineData(-0.06, false)]      // C/100 is idle
    [InlineData(-0.0601, true)]
    public void A_cold_core_counts_while_charging_or_above_idle(double current, bool counts)
    {
        Court court = new() { Current = current };
        court.Truth.Core[0] = Limits.TemperatureMinimum - 2;
        Assert.Equal(counts ? 1 : 0, court.Pass(5).Verdict().GetValueOrDefault("core_temperature_low"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.06, 0)]
    [InlineData(-0.06, 0)]
    [InlineData(0.0601, 1)]
    [InlineData(-0.0601, 1)]
    public void Pressure_counts_above_idle_current_in_either_direction(double current, int episodes)
    {
        foreach (double pressure in new[] { 0.1, 12 })
        {
            Court court = new() { Current = current };
            court.Truth.Pressure[0] = pressure;
            Assert.Equal(episodes, court.Pass(5).Verdict().Values.Sum());
        }
    }

    [Fact]
    public void Plating_counts_only_while_charging()
    {
        Court court = new() { Current = -1 };
        court.Truth.Stripping[0] = 10;
        court.Truth.Local[0] = 5;
        Assert.Empty(court.Pass(5).Verdict());
    }

    [Fact]
    public void A_current_that_stops_ends_the_episode_and_its_grace_begins_anew()
    {
        Court court = new() { Current = 1 };
        court.Truth.Pressure[0] = 0.1;
        court.Pass(1);
        court.Current = 0;
        court.Pass(1);
        court.Current = 1;
        Assert.Equal(1, court.Pass(0.24).Verdict()["pressure_low"]);
    }

    private static Window Of(string key) => Array.Find(Windows, window => window.Key == key)!;

    // Beyond the tolerance for so many seconds each time, and for two within it in between.
    private static Court Excursions(Window window, params double[] seconds)
    {
        Court court = new() { Current = window.Current };
        foreach (double length in seconds)
        {
            window.Put(court.Truth, Hair);
            court.Pass(length);
            window.Put(court.Truth, -Hair);
            court.Pass(2);
        }

        return court;
    }

    private sealed record Window(string Key, double Grace_ms, double Current, Action<ScriptedTruth, double> Put);
}
