using System;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Xunit;

namespace Bms.Core.Tests.Estimation;

/// <summary>What is learnt of a cell beside its charge, and what is known of it at the first start and after a restart.</summary>
public class JointEstimateTests
{
    private const double Q20 = 1 << 20;
    private const double Q30 = 1 << 30;

    [Theory]
    [InlineData(0.75, 25)]
    [InlineData(1.3, 25)]
    [InlineData(1.3, 5)]
    [InlineData(0.75, 45)]
    public void Resistance_is_learnt_from_a_changing_load_and_charge_with_it(double resistance, double celsius)
    {
        const ulong Seed = 61;
        Bench bench = Driven(resistance, celsius, Seed, 2400, 0.4, out Cell truth);
        string what = $"seed {Seed}: ohmic {bench.States.OhmicScale_Q20[0] / Q20:F3}, reaction {bench.States.ReactionScale_Q20[0] / Q20:F3}, charge {bench.States.StateOfCharge_Q30[0] / Q30:F4} of {truth.StateOfCharge:F4}";
        Assert.True(Math.Abs((bench.States.OhmicScale_Q20[0] / Q20 / resistance) - 1) < 0.1, what);
        Assert.True(Math.Abs((bench.States.StateOfCharge_Q30[0] / Q30) - truth.StateOfCharge) < 0.025, what);
        Assert.True(bench.States.OhmicDeviation_ppm[0] < 180_000, what);
        Assert.InRange(bench.States.ReactionDeviation_ppm[0], 1, 200_000);
    }

    [Fact]
    public void Without_excitation_resistance_stays_as_it_was()
    {
        Bench bench = Bench.Default();
        bench.Advance(s: 10).Current(0.02).Advance(s: 1200);
        Assert.All(bench.States.OhmicScale_Q20, scale => Assert.Equal(1 << 20, scale));
        Assert.All(bench.States.CapacityScale_Q20, scale => Assert.InRange(scale, (1 << 20) - 50_000, (1 << 20) + 50_000));
    }

    [Fact]
    public void What_was_learnt_survives_a_restart_and_fades_with_the_time_away()
    {
        Bench bench = Driven(1.3, 25, 62, 1800, 0.4, out _);
        RestoredState state = new(8);
        bench.Manager.Remember(state);
        Assert.NotEqual(1 << 20, state.OhmicScale_Q20[0]);
        BatteryManager soon = Restored(state);
        Assert.Equal(state.OhmicScale_Q20, soon.Cells.States.OhmicScale_Q20);
        Assert.Equal(state.ReactionScale_Q20, soon.Cells.States.ReactionScale_Q20);
        state.Age_s = 90 * 24 * 3600;
        BatteryManager late = Restored(state);
        Assert.True(late.Cells.States.Variance_ppm2[0] > 4 * soon.Cells.States.Variance_ppm2[0]);
        Assert.NotEqual(soon.Digest, late.Digest);
    }

    [Fact]
    public void A_first_start_allows_nothing_until_the_voltages_have_told_the_charge()
    {
        // the bench's own manager remembers; beside it one that does not
        Bench bench = new(new BenchSetup { StateOfCharge = 0.85 });
        BatteryManager first = new(bench.Profile, PackProfile.Uniform(8, 4, 2), new Settings());
        Decision decision = new();
        bool wasUnknown = false;
        bench.AfterStep = () =>
        {
            first.Step(bench.Frame, decision);
            if (first.Cells.States.Variance_ppm2[0] > 100_000L * 100_000)
            {
                wasUnknown = true;
                Assert.Equal(0, decision.LimitCharge_uA);
                Assert.Equal(0, decision.LimitDischarge_uA);
            }
        };
        bench.Advance(s: 2);
        Assert.Equal(LimitReason.StartUp, decision.ChargeReason);
        bench.Advance(s: 120);
        Assert.True(wasUnknown);
        Assert.True(decision.LimitDischarge_uA > 0);
        Assert.All(first.Cells.States.StateOfCharge_Q30, charge => Assert.Equal(0.85, charge / Q30, 0.03));
    }

    private static BatteryManager Restored(RestoredState state)
    {
        BatteryManager manager = new(BuiltInCell.Profile(BuiltInCell.Pouch), PackProfile.Uniform(8, 4, 2), new Settings());
        manager.Restore(state, 0);
        return manager;
    }

    private static Bench Driven(double resistance, double celsius, ulong seed, int seconds, double most, out Cell truth)
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        StackPressure pressure = new(parameters, 5);
        truth = new Cell(new CellDesign(parameters, 60), CellFactors.Nominal with { Resistance = resistance }, 0.7, celsius + 273.15, pressure);
        Bench bench = new(new BenchSetup { Temperature = celsius, StateOfCharge = 0.7, StateOfChargeError = -0.1 });
        RandomSequence random = new(seed, 1);
        double rate = 0;
        for (int tenth = 0; tenth < seconds * 10; tenth++)
        {
            if (tenth % 50 == 0)
            {
                rate = random.Uniform(-most, most / 2);
                bench.Current(rate);
            }

            double current = rate * parameters.Cell.OneC;
            truth.Advance(0.1, current, celsius + 273.15, 0, pressure);
            bench.Voltage(Units.Volt(truth.Voltage(current, 0) + (0.002 * random.Normal()))).Temperature((int)(truth.SurfaceTemperature * 1000)).Advance(ms: 100);
        }

        return bench;
    }
}
