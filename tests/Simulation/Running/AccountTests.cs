using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Running;

/// <summary>Charge, energy and time are accounted for: what the summary says is what the trace shows.</summary>
public class AccountTests
{
    [Fact]
    public void A_load_far_below_the_limits_is_served_whole_but_for_the_start()
    {
        RunSummary summary = Loop.Run(Loop.Load(600, 0, -0.3)).Summary;
        Assert.Equal(100, summary.Served_percent);
        Assert.Equal(double.NaN, summary.ServedWhenLimited_percent);
    }

    [Fact]
    public void Where_nothing_is_asked_for_nothing_is_served()
    {
        RunSummary summary = Loop.Run(Loop.Scenario("Rest for 1 minute")).Summary;
        Assert.Equal(double.NaN, summary.Served_percent);
        Assert.Equal(double.NaN, summary.ServedWhenLimited_percent);
        Assert.Empty(summary.Binding);
        Assert.Equal((0, 0), (summary.EnergyIn_Wh, summary.EnergyOut_Wh));
    }

    [Fact]
    public void Without_limits_everything_is_served()
    {
        RunResult run = Loop.Run(Loop.Load(30, -20, 20), with => with with { RespectLimits = false });
        RunSummary summary = run.Summary;
        Assert.Equal(100, summary.Served_percent);
        Assert.Equal(100, summary.ServedWhenLimited_percent);
        Assert.Empty(run.Context.ChargeHeldBack_s);
        Assert.Empty(run.Context.DischargeHeldBack_s);
    }

    [Fact]
    public void Served_figures_and_binding_times_agree_with_each_other_for_any_load() =>
        Gen.Select(Gen.Double[-25, 25].Array[1, 12], Gen.Double[-5, 60], Gen.Double[5, 95], Gen.ULong).Sample(
            (currents, celsius, soc, seed) =>
            {
                RunResult run = Loop.Run(Loop.Load(10, currents) with { Temperature = celsius, Soc = soc, Seed = seed, Cells = 1 });
                RunSummary summary = run.Summary;
                Assert.Equal(currents.All(current => current == 0), double.IsNaN(summary.Served_percent));
                Assert.True(double.IsNaN(summary.Served_percent) || summary.Served_percent is >= 0 and <= 100 + 1e-9);
                Assert.True(double.IsNaN(summary.ServedWhenLimited_percent) || summary.ServedWhenLimited_percent <= summary.Served_percent + 1e-9);
                double asked = 10 * currents.Count(current => current != 0);
                Assert.Equal(asked, summary.Binding.Values.Sum(), 0.02);
                double heldBack = run.Context.ChargeHeldBack_s.Values.Sum() + run.Context.DischargeHeldBack_s.Values.Sum();
                Assert.InRange(heldBack, 0, asked + 0.02);
                Assert.All(run.Context.ChargeHeldBack_s.Concat(run.Context.DischargeHeldBack_s), held => Assert.InRange(held.Value, 0, summary.Binding[held.Key]));
                Assert.Equal(10 * currents.Length, summary.SimulatedTime_s, 9);
            },
            iter: 40);

    [Fact]
    public void Served_is_the_charge_that_flowed_over_the_charge_asked_for()
    {
        // a current that the limits cut to nothing in one direction only: discharge at a pressure lost
        RunResult run = Loop.Run(Loop.Load(60, 0, -1.5, 0, -1.5).With("at 90 s clamp 0 loses 4.6 MPa"));
        Assert.Equal(25, run.Summary.Served_percent, 0.2);
        Assert.Equal(0, run.Summary.ServedWhenLimited_percent, 0.5);
        Assert.Equal(90, run.Context.DischargeHeldBack_s.Values.Sum(), 0.5);
        Assert.Empty(run.Context.ChargeHeldBack_s);
    }

    [Theory]
    [InlineData(-0.6)]
    [InlineData(0.6)]
    public void The_charge_that_flowed_is_the_change_of_the_true_state_of_charge(double current)
    {
        Scenario scenario = Loop.Load(1800, current) with { Cells = 4 };
        RunResult run = Loop.Run(scenario);
        double flowed = run.Column(ColumnName.Current)[..^1].Sum() / 3600;   // A h, rows hold for a second
        Pack pack = new(Cells.Pouch, new PackOptions { Cells = 4, Seed = scenario.Seed });
        double leaked = 4 * Cells.Pouch.Short.Leakage * 0.5;                 // at about 4 V for half an hour
        double faded = 0.0015 * Math.Abs(flowed);                            // capacity that the half hour took
        for (int cell = 0; cell < 4; cell++)
        {
            double[] soc = run.Column(ColumnName.TrueSoc, cell);
            Assert.Equal(flowed, (soc[^1] - soc[0]) * pack.Capacity(cell), 0.5 / 3600 + leaked + faded);
        }
    }

    [Fact]
    public void Energy_is_that_of_voltage_and_current()
    {
        RunResult run = Loop.Run(Loop.Scenario("Drive highway for 10 minutes", "Charge at C/4 for 10 minutes") with { Cells = 3 });
        double[] power = [.. run.Column(ColumnName.Current).Zip(run.Column(ColumnName.Voltage), (current, voltage) => current * voltage / 3600)];
        Assert.Equal(power.Where(p => p > 0).Sum(), run.Summary.EnergyIn_Wh, 0.01 * run.Summary.EnergyIn_Wh);
        Assert.Equal(-power.Where(p => p < 0).Sum(), run.Summary.EnergyOut_Wh, 0.01 * run.Summary.EnergyOut_Wh);
    }

    [Fact]
    public void Energy_has_a_direction_and_a_round_trip_costs_some()
    {
        RunSummary charge = Loop.Run(Loop.Load(600, 1.2)).Summary;
        RunSummary discharge = Loop.Run(Loop.Load(600, -1.2)).Summary;
        Assert.True(charge.EnergyIn_Wh > 0 && charge.EnergyOut_Wh == 0);
        Assert.True(discharge.EnergyOut_Wh > 0 && discharge.EnergyIn_Wh == 0);
        RunSummary trip = Loop.Run(Loop.Load(600, 0, 1.2, -1.2)).Summary;
        Assert.InRange(trip.EnergyOut_Wh / trip.EnergyIn_Wh, 0.9, 0.9999);
    }

    [Fact]
    public void The_heaters_energy_is_their_power_times_their_time()
    {
        RunResult run = Loop.Run(Loop.Scenario("Rest for 30 s", "Preheat until 60 degC or for 10 minutes", "Rest for 1 minute") with { Temperature = 0, Heater = true, Cells = 3 });
        double power = 3 * Cells.Pouch.Thermal.HeaterPower;
        double[] heat = run.Column(ColumnName.HeaterPower);
        Assert.Equal([0, power], heat.Distinct().Order());
        int switches = heat.Zip(heat.Skip(1)).Count(pair => pair.First != pair.Second);
        Assert.Equal(heat.Sum() / 3600, run.Summary.HeaterEnergy_Wh, switches * power / 3600);
    }

    [Fact]
    public void The_extremes_of_the_summary_bound_the_trace_and_the_episodes()
    {
        Scenario scenario = Loop.Scenario("Drive aggressive for 5 minutes", "Charge at 2C for 5 minutes") with { Temperature = 25, Cells = 5, CellsPerClamp = 2 };
        foreach (bool respect in new[] { true, false })
        {
            RunResult run = Loop.Run(scenario, with => with with { RespectLimits = respect });
            RunSummary summary = run.Summary;
            const double Hair = 1e-9;
            Assert.All(run.Columns(ColumnName.CellVoltage), volt => Assert.InRange(volt * 1000, summary.MinCell_mV - Hair, summary.MaxCell_mV + Hair));
            Assert.All(run.Columns(ColumnName.AppliedPressure), pascal => Assert.InRange(pascal / 1e6, summary.MinStackPressure_MPa - Hair, summary.MaxStackPressure_MPa + Hair));
            Assert.All(run.Columns(ColumnName.TrueCoreTemperature), celsius => Assert.True(celsius <= summary.MaxCoreTemperature_C + Hair));
            IEnumerable<double> worst = run.Context.Episodes.Where(episode => episode.Key.StartsWith("voltage", StringComparison.Ordinal)).Select(episode => episode.Worst * 1000);
            Assert.All(worst, volt => Assert.InRange(volt, summary.MinCell_mV - Hair, summary.MaxCell_mV + Hair));
        }
    }

    [Fact]
    public void The_plant_plays_the_last_part_of_a_step_too()
    {
        // 0.3 s of discharge after the last whole step of the plant, ended by the end of the load
        RunResult run = Loop.Run(Loop.Load(0.1, [.. Enumerable.Repeat(0.0, 101), -18, -18, -18]), with => with with { RespectLimits = false });
        Assert.Equal(10.4, run.Summary.SimulatedTime_s, 9);
        Assert.True(run.Summary.MinCell_mV < (1000 * run.Columns(ColumnName.CellVoltage).Min()) - 50);
    }

    [Fact]
    public void The_error_of_the_state_of_charge_is_that_of_the_trace()
    {
        RunResult run = Loop.Run(Loop.Load(300, -1, 1) with { SocError = 3 });
        double[] error = [.. run.Columns(ColumnName.EstimatedSoc).Zip(run.Columns(ColumnName.TrueSoc), (estimate, truth) => 100 * (estimate - truth))];
        Assert.Equal(Math.Sqrt(error.Average(e => e * e)), run.Summary.SocRmse_percent, 9);
        Assert.Equal(error.Max(Math.Abs), run.Summary.SocMaxError_percent, 9);
    }
}
