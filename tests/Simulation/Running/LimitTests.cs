using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Pack;
using Bms.Plant.Cells;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Running;

/// <summary>The limits keep the true cells whole; without them the same load breaks the same cells.</summary>
public class LimitTests
{
    private static readonly string[] s_hardDay =
        ["Drive aggressive for 6 minutes", "Charge at 1.5C for 4 minutes", "Discharge at 1C for 4 minutes", "Rest for 10 s"];

    private static readonly Gen<Scenario> _anyLoad = Gen.Select(
        Gen.Double[-18, 18].Array[5, 60], Gen.Double[1, 20], Gen.Double[-9, 78], Gen.Double[0.7, 9.9], Gen.Double[0, 100], Gen.Select(Gen.ULong, Gen.Int[1, 5]),
        (currents, seconds, celsius, megapascal, soc, pack) => Loop.Load(Math.Round(seconds * 50) / 50, currents) with
        {
            Temperature = celsius,
            Pressure = megapascal,
            Soc = soc,
            Seed = pack.Item1,
            Cells = 5,
            CellsPerClamp = pack.Item2,
        });

    /// <summary>Critical current over the design's of a cell weaker by the three standard deviations that the firmware keeps as its margin.</summary>
    private static double Weakest => Math.Exp(-3 * Cells.Pouch.Spread.CriticalCurrent);

    public static TheoryData<double, double, double, ulong> Corners => Grid([-8, 25, 65], [1.5, 5, 9], [5, 60, 95], [1]);

    public static TheoryData<double, double, double, ulong> Everywhere =>
        Grid([-9, -5, 0, 10, 25, 35, 45, 60, 70, 78], [0.7, 1, 2, 3, 4, 5, 6, 7.5, 9, 9.9], [0, 10, 30, 60, 90, 100], [1, 2]);

    [Theory]
    [MemberData(nameof(Corners))]
    public void Within_the_limits_no_true_cell_is_harmed(double celsius, double megapascal, double soc, ulong seed) => Harmless(Hard(celsius, megapascal, soc, seed));

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Everywhere))]
    public void Within_the_limits_no_true_cell_is_harmed_anywhere(double celsius, double megapascal, double soc, ulong seed) => Harmless(Hard(celsius, megapascal, soc, seed));

    [Fact]
    [Trait("Category", "Long")]
    public void Within_the_limits_no_load_whatever_harms_a_true_cell_that_the_margin_covers() =>
        _anyLoad.Where(scenario => Enumerable.Range(0, scenario.Cells).All(cell => CellFactors.Draw(Cells.Pouch.Spread, scenario.Seed, cell).CriticalCurrent >= Weakest))
            .Sample(scenario => Harmless(scenario), iter: 1000);

    [Fact]
    [Trait("Category", "Long")]
    public void Within_the_limits_no_load_whatever_harms_cells_that_are_all_as_weak_as_the_margin_covers() =>
        _anyLoad.Sample(scenario => Harmless(scenario, with => with with { TrueCell = WeakCells.Of(Cells.Pouch, Weakest) }), iter: 1000);

    [Theory]
    [InlineData(-9)]
    [InlineData(25)]
    [InlineData(49)]
    [InlineData(70)]
    public void Cells_as_weak_as_the_margin_covers_are_kept_whole_while_they_charge_and_discharge_at_the_limit(double celsius) =>
        Harmless(
            Loop.Scenario("Charge at 5C for 5 minutes", "Discharge at 5C for 10 minutes") with { Temperature = celsius, Soc = 20 },
            with => with with { TrueCell = WeakCells.Of(Cells.Pouch, Weakest) });

    [Fact]
    public void A_cell_of_four_standard_deviations_is_not_plated_at_the_ceiling_of_the_critical_current()
    {
        const ulong Seed = 25_594;
        Assert.Equal(0.813, CellFactors.Draw(Cells.Pouch.Spread, Seed, 4).CriticalCurrent, 3);
        Harmless(Loop.Load(18, 0, 0, 16, 16, 16, 16) with { Temperature = 49, Soc = 8, Cells = 5, CellsPerClamp = 3, Seed = Seed });
    }

    [Theory]
    [InlineData(25, 1, 60, "stripping")]
    [InlineData(-8, 5, 60, "plating")]
    [InlineData(-8, 5, 60, "voltage_low")]
    [InlineData(0, 5, 90, "voltage_high")]
    [InlineData(45, 5, 100, "surface_high")]
    [InlineData(45, 1.5, 5, "surface_low")]
    [InlineData(79, 5, 60, "core_temperature_high")]
    [InlineData(-15, 5, 60, "core_temperature_low")]
    [InlineData(25, 11, 60, "pressure_high")]
    [InlineData(25, 0.5, 60, "pressure_low")]
    [InlineData(10, 1.5, 60, "filament")]
    public void Without_the_limits_the_same_load_breaks_what_they_keep(double celsius, double megapascal, double soc, string key)
    {
        Scenario scenario = Hard(celsius, megapascal, soc, 1);
        Assert.True(Loop.Run(scenario, with => with with { RespectLimits = false }).Summary.Violations[key] > 0);
        Assert.Equal(0, Loop.Run(scenario).Summary.ViolationTotal);
    }

    [Fact]
    public void Without_the_limits_a_short_circuit_of_a_load_melts_the_fuse()
    {
        RunSummary free = Loop.Run(Loop.Load(5, 0, -50, 0), with => with with { RespectLimits = false }).Summary;
        Assert.Equal(1, free.Violations["overcurrent"]);
        Assert.Equal(0, Loop.Run(Loop.Load(5, 0, -50, 0)).Summary.Violations["overcurrent"]);
    }

    [Fact]
    public void Without_the_limits_the_load_takes_what_it_asks_for_and_decisions_are_still_recorded()
    {
        RunResult run = Loop.Run(Loop.Load(10, -18, 12, -3, 0), with => with with { RespectLimits = false });
        Assert.Equal(run.Column(ColumnName.RequestedCurrent), run.Column(ColumnName.Current));
        Assert.Equal(-18, run.Column(ColumnName.Current)[5]);
        Assert.False(run.Context.LimitsRespected);
        Assert.Contains(run.Column(ColumnName.DischargeLimit), limit => limit is > 0 and < 18);
    }

    [Fact]
    public void What_flows_is_what_was_asked_for_within_the_limits()
    {
        RunResult run = Loop.Run(Loop.Scenario("Drive aggressive for 5 minutes", "Charge at 2C for 5 minutes") with { Temperature = 25 });
        double[] asked = run.Column(ColumnName.RequestedCurrent);
        double[] got = run.Column(ColumnName.Current);
        double[] charge = run.Column(ColumnName.ChargeLimit);
        double[] discharge = run.Column(ColumnName.DischargeLimit);
        double[] contactors = run.Column(ColumnName.ContactorState);
        for (int second = 0; second < got.Length; second++)
        {
            double closed = contactors[second] >= (double)ContactorState.Closed ? 1 : 0;
            Assert.Equal(closed * Math.Clamp(asked[second], -discharge[second], charge[second]), got[second], 12);
        }

        Assert.Contains(got.Zip(asked), pair => pair.First != pair.Second);
        Assert.Contains(got.Zip(asked), pair => pair.First == pair.Second && pair.First != 0);
    }

    [Fact]
    public void In_the_first_two_seconds_nothing_is_allowed()
    {
        RunResult run = Loop.Run(Loop.Load(30, -1));
        foreach (string column in new[] { ColumnName.ChargeLimit, ColumnName.DischargeLimit, ColumnName.Current })
        {
            Assert.Equal([0, 0], run.Column(column)[..2]);
        }

        string[] reasons = [.. run.Trace.Columns[run.Trace.IndexOf(ColumnName.ChargeBinding)].Labels!];
        Assert.Equal("start-up", reasons[(int)run.Column(ColumnName.ChargeBinding)[1]]);
        Assert.Equal(-1, run.Column(ColumnName.Current)[10]);
        Assert.InRange(run.Summary.Binding["start-up"], 2, 2.5);
    }

    [Fact]
    public void One_open_load_cell_of_a_clamp_costs_nothing()
    {
        SensorErrors open = new() { LoadCellFaults = [new LoadCellFault(0, 60, LoadCellFailure.OpenCircuit)] };
        RunResult run = Loop.Run(Loop.Load(120, -1), with => with with { Sensors = open });
        Assert.Equal(-1, run.Column(ColumnName.Current)[119]);
        Assert.Equal(0, run.Summary.ViolationTotal);
    }

    [Fact]
    public void With_both_load_cells_of_a_clamp_open_nothing_is_allowed_and_the_contactors_open()
    {
        SensorErrors open = new()
        {
            LoadCellFaults = [new LoadCellFault(0, 60, LoadCellFailure.OpenCircuit), new LoadCellFault(1, 60, LoadCellFailure.OpenCircuit)],
        };
        RunResult run = Loop.Run(Loop.Load(120, -1), with => with with { Sensors = open });
        Assert.Equal(-1, run.Column(ColumnName.Current)[60]);
        Assert.All(run.Column(ColumnName.Current)[61..], current => Assert.Equal(0, current));
        Assert.All(run.Column(ColumnName.DischargeLimit)[61..], limit => Assert.Equal(0, limit));
        Assert.Equal((double)ContactorState.Open, run.Column(ColumnName.ContactorState)[119]);
    }

    [Fact]
    public void A_stuck_load_cell_does_not_hide_a_loss_of_pressure()
    {
        foreach (int stuck in new[] { 0, 1 })
        {
            SensorErrors errors = new() { LoadCellFaults = [new LoadCellFault(stuck, 30, LoadCellFailure.Stuck)] };
            RunResult run = Loop.Run(Loop.Load(120, -1).With("at 1 minute clamp 0 loses 4.6 MPa"), with => with with { Sensors = errors });
            Assert.Equal(0, run.Summary.ViolationTotal);
            Assert.All(run.Column(ColumnName.Current)[61..], current => Assert.Equal(0, current));
        }
    }

    [Fact]
    public void The_grid_reaches_where_limits_bind()
    {
        HashSet<string> binding = [.. new[] { (-8.0, 5.0, 60.0), (25, 3, 60), (65, 5, 95), (78, 5, 60), (65, 0.75, 60), (65, 9.8, 60) }
            .SelectMany(at => Loop.Run(Hard(at.Item1, at.Item2, at.Item3, 1)).Summary.Binding.Keys)];
        Assert.Superset(new HashSet<string> { "stripping", "plating", "cell voltage", "core temperature", "pressure low", "pressure high" }, binding);
    }

    private static void Harmless(Scenario scenario, Func<RunOptions, RunOptions>? change = null)
    {
        RunResult run = Loop.Run(scenario, change);
        Assert.True(run.Summary.ViolationTotal == 0, string.Join(", ", run.Context.Episodes));
    }

    private static Scenario Hard(double celsius, double megapascal, double soc, ulong seed) =>
        Loop.Scenario(s_hardDay) with { Temperature = celsius, Pressure = megapascal, Soc = soc, Seed = seed };

    private static TheoryData<double, double, double, ulong> Grid(double[] celsius, double[] megapascal, double[] soc, ulong[] seeds)
    {
        TheoryData<double, double, double, ulong> grid = [];
        foreach (double t in celsius)
        {
            foreach (double p in megapascal)
            {
                foreach (double s in soc)
                {
                    foreach (ulong seed in seeds)
                    {
                        grid.Add(t, p, s, seed);
                    }
                }
            }
        }

        return grid;
    }
}
