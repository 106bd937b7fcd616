using System;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Xunit;

namespace Bms.Core.Tests.Estimation;

/// <summary>What voltages add to coulomb counting.</summary>
public class StateOfChargeTests
{
    private const double One = 1 << 30;
    private const long MostVariance_ppm2 = 160_000_000_000;

    [Theory]
    [InlineData(BuiltInCell.Pouch, 0.3, 0.2)]
    [InlineData(BuiltInCell.Pouch, 0.8, -0.2)]
    [InlineData(BuiltInCell.Pellet, 0.6, 0.2)]
    [InlineData(BuiltInCell.Pellet, 0.6, -0.2)]
    [InlineData(BuiltInCell.Film, 0.9, -0.2)]
    [InlineData(BuiltInCell.Film, 0.7, 0.2)]
    public void A_wrong_start_is_found_out_at_rest(string cell, double soc, double error)
    {
        Bench bench = new Bench(new BenchSetup { Cell = cell, StateOfCharge = soc, StateOfChargeError = error }).Advance(ms: 20);
        Assert.Equal(Math.Abs(error), Worst(bench, soc), 1e-6);
        bench.Advance(s: 240);
        Assert.InRange(Worst(bench, soc), 0, 0.02);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch, 45, 0.8, -0.2, -0.5, 0.045)]
    [InlineData(BuiltInCell.Pouch, 45, 0.2, 0.2, 0.5, 0.045)]
    [InlineData(BuiltInCell.Film, 25, 0.3, 0.2, 1.2, 0.08)]
    public void A_wrong_start_is_found_out_under_load_also_after_a_plateau(string cell, double celsius, double soc, double error, double rate, double most)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        StackPressure pressure = new(parameters, 5);
        Cell truth = new(new CellDesign(parameters, 60), CellFactors.Nominal, soc, celsius + 273.15, pressure);
        Bench bench = new(new BenchSetup { Cell = cell, Temperature = celsius, StateOfCharge = soc, StateOfChargeError = error });
        bench.Current(rate);
        double current = rate * parameters.Cell.OneC;
        for (int tenth = 0; tenth < 1800 * 10; tenth++)
        {
            truth.Advance(0.1, current, celsius + 273.15, 0, pressure);
            bench.Voltage(Units.Volt(truth.Voltage(current, 0))).Temperature((int)(truth.SurfaceTemperature * 1000)).Advance(ms: 100);
        }

        Assert.InRange(Worst(bench, truth.StateOfCharge), 0, most);
    }

    [Fact]
    public void A_right_start_on_a_plateau_is_moved_by_no_more_than_the_sensors_bound()
    {
        // the film's plateau: 5 mV of offset are a whole hour of offsets, 7 % of charge if believed
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Film);
        BenchSetup setup = new() { Cell = BuiltInCell.Film, Temperature = 19.85, StateOfCharge = 0.35 };
        double x = parameters.Positive.StoichiometryEmpty - (0.35 * (parameters.Positive.StoichiometryEmpty - parameters.Positive.StoichiometryFull));
        double slope = Math.Abs(parameters.Positive.OpenCircuitPotential.SlopeAt(x)) * (parameters.Positive.StoichiometryEmpty - parameters.Positive.StoichiometryFull);
        foreach (double offset in new[] { -0.005, 0.005 })
        {
            Bench bench = new(setup);
            bench.Voltage(Units.Volt(parameters.Positive.OpenCircuitPotential.At(x) + offset)).Advance(s: 3600);
            Assert.InRange(Worst(bench, 0.35), 0, Math.Abs(offset) / slope);
            Assert.InRange(Worst(bench, 0.35), 0, 0.03);
        }
    }

    [Fact]
    public void Noise_does_not_move_a_right_start()
    {
        Bench bench = new(new BenchSetup { StateOfCharge = 0.6 });
        int middle_uV = bench.Advance(ms: 20).Manager.Readings.CellVoltage_uV[0];
        RandomSequence random = new(51, 1);
        double worst = 0;
        for (int scan = 0; scan < 36_000; scan++)
        {
            Enumerable.Range(0, 8).ToList().ForEach(cell => bench.Voltage(cell, middle_uV + (int)(2000 * random.Normal())));
            bench.Advance(ms: 100);
            worst = Math.Max(worst, Worst(bench, 0.6));
        }

        Assert.InRange(worst, 0, 0.005);
    }

    [Fact]
    public void Nothing_is_corrected_while_the_current_jumps()
    {
        Bench bench = new Bench(new BenchSetup { StateOfChargeError = 0.1 }).Current(0.3);
        int tick = 0;
        bench.AfterStep = () => bench.Current(++tick % 2 == 0 ? 0.3 : -0.3);
        bench.Advance(s: 60);
        Assert.Equal(0.1, bench.States.StateOfCharge_Q30[4] / One - 0.6, 0.002);
    }

    [Fact]
    public void Nothing_is_corrected_while_a_voltage_is_missing()
    {
        Bench bench = new Bench(new BenchSetup { StateOfChargeError = 0.1 }).Advance(ms: 100).Break(Channel.CellVoltage + 2, Breakage.Failed);
        int[] before = (int[])bench.States.StateOfCharge_Q30.Clone();
        bench.Advance(s: 60);
        Assert.All(before.Zip(bench.States.StateOfCharge_Q30), pair => Assert.InRange(pair.First - pair.Second, 0, 1000));   // what leaks in a minute
        bench.Mend(Channel.CellVoltage + 2).Advance(s: 60);
        Assert.InRange(Worst(bench, 0.6), 0, 0.02);
    }

    [Fact]
    public void Variance_stays_positive_and_bounded()
    {
        Bench bench = new(new BenchSetup { StateOfChargeError = 0.15 });
        RandomSequence random = new(52, 1);
        bench.AfterStep = () =>
        {
            foreach (long variance in bench.States.Variance_ppm2)
            {
                if (variance is <= 0 or > MostVariance_ppm2)
                {
                    Assert.Fail($"{bench.Time_ms} ms: {variance}");
                }
            }
        };
        for (int second = 0; second < 1000; second++)
        {
            // anything a sensor may say, now steady, now wild
            bench.Voltage(second % 8, (int)random.Uniform(-500_000, 6_000_000)).Current(second / 50 % 2 == 0 ? 0 : random.Uniform(-3, 3)).Advance(s: 1);
        }
    }

    [Fact]
    public void Certainty_grows_on_a_slope_and_fades_without_voltages()
    {
        Bench bench = Bench.Default();
        long start = bench.States.Variance_ppm2[0];
        long sure = bench.Advance(s: 120).States.Variance_ppm2[0];
        Assert.True(sure < start);
        int tick = 0;
        bench.AfterStep = () => bench.Current(++tick % 2 == 0 ? 0.6 : -0.2);
        bench.Advance(s: 900);
        bench.AfterStep = null;
        Assert.True(bench.Current(0).Advance(s: 12).States.Variance_ppm2[0] > sure);
    }

    [Fact]
    public void Cells_are_corrected_one_by_one()
    {
        Bench bench = new(new BenchSetup { StateOfChargeError = 0.1 });
        bench.Advance(ms: 100).Voltage(3, bench.Manager.Readings.CellVoltage_uV[3] + 60_000).Advance(s: 900);
        Assert.Equal(0.6, bench.States.StateOfCharge_Q30[0] / One, 0.02);
        Assert.True(bench.States.StateOfCharge_Q30[3] - bench.States.StateOfCharge_Q30[0] > 0.03 * One);
    }

    private static double Worst(Bench bench, double soc) => bench.States.StateOfCharge_Q30.Max(estimate => Math.Abs((estimate / One) - soc));
}
