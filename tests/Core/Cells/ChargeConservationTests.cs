using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Plant.Randomness;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>No charge is ever lost or found, to the last microampere-millisecond.</summary>
public class ChargeConservationTests
{
    private const int Steps = 1_000_000;

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Amounts_follow_the_counter_exactly_over_a_million_steps(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        RandomSequence random = new(20, 1);
        diffusion.Reset(0, Units.Q30(0.5));
        long start = Total(diffusion);
        long charge = 0;
        long shifted = 0;
        for (int step = 0; step < Steps; step++)
        {
            // up to 4C, steered back into the window, over steps of any length and at any temperature
            double soc = states.StateOfCharge_Q30[0] / (double)(1 << 30);
            double rate = random.Uniform(-4, 4) + (soc > 0.9 ? -4 : soc < 0.1 ? 4 : 0);
            int step_ms = 1 + (int)random.Uniform(0, 2000);
            long moved = (long)Math.Round(rate * profile.OneC_uA) * step_ms;
            charge += moved;
            diffusion.Advance(0, -moved, step_ms, (int)random.Uniform(0, 140_000));
            if (step % 97 == 0)
            {
                shifted += diffusion.Shift(0, (int)random.Uniform(-1000, 1000));
            }

            if (step % 1009 == 0)
            {
                Balanced(step);
            }
        }

        Balanced(Steps);

        void Balanced(int step)
        {
            long expected = start - charge - shifted;
            if (Total(diffusion) != expected || states.Lithium_uAms[0] != expected)
            {
                Assert.Fail($"step {step}: {Total(diffusion)} and {states.Lithium_uAms[0]} instead of {expected} uAms");
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Amounts_stay_exact_when_the_current_sensor_lies_wildly(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        RandomSequence random = new(21, 2);
        diffusion.Reset(0, Units.Q30(0.5));
        long start = Total(diffusion);
        long charge = 0;
        for (int step = 0; step < 2000; step++)
        {
            long moved = (long)random.Uniform(-int.MaxValue, int.MaxValue) * 1000;
            charge += moved;
            diffusion.Advance(0, -moved, 1000, 0);
            Assert.Equal(start - charge, Total(diffusion));
        }
    }

    [Fact]
    public void Counter_is_the_sum_of_every_sample_over_its_time_and_every_cell_took_it()
    {
        // voltages are trusted so little that they correct nothing, and in the cold nothing fades
        Dictionary<int, int> settings = new() { [Setting.VoltageBias] = 100_000, [Setting.VoltageNoise] = 4_000_000, [Setting.RestoredUncertainty] = 1000 };
        Bench bench = new Bench(new BenchSetup { Settings = settings, Temperature = -10 }).AtRest();
        long[] before = (long[])bench.States.Lithium_uAms.Clone();
        RandomSequence random = new(22, 3);
        long sum = 0;
        for (int tick = 0; tick < 20_000; tick++)
        {
            bench.Current(random.Uniform(-0.6, 0.6)).Advance(ms: BatteryManager.Tick_ms);
            sum += (long)bench.Manager.Readings.Current_uA * BatteryManager.Tick_ms;
        }

        Assert.NotEqual(0, sum);
        bench.Current(0).Advance(s: 1);
        Assert.Equal(sum, bench.Manager.Charge_uAms);

        // what leaks inside the cells goes the other way
        double leaked = bench.Profile.Leakage_Q40 / Math.Pow(2, 40) * bench.States.ModelVoltage_uV[0] * 401_000;
        Assert.All(before.Zip(bench.States.Lithium_uAms), pair => Assert.Equal(leaked, pair.Second - (pair.First - sum), 0.05 * leaked));
    }

    [Fact]
    public void Charge_of_a_gap_between_samples_is_counted_at_the_next_sample()
    {
        Bench bench = Bench.Default().Advance(s: 1).Current(0.3).Advance(ms: 100);
        long before = bench.Manager.Charge_uAms;
        int[] sensors = [Channel.PackCurrentA, Channel.PackCurrentB];
        Array.ForEach(sensors, channel => bench.Break(channel, Breakage.Silent));
        bench.Advance(ms: 60);
        Array.ForEach(sensors, channel => bench.Mend(channel));
        bench.Advance(ms: 40);
        Assert.Equal(100L * bench.Manager.Readings.Current_uA, bench.Manager.Charge_uAms - before);
    }

    private static long Total(DiffusionModel diffusion)
    {
        long sum = 0;
        for (int volume = 0; volume < Grid.Volumes; volume++)
        {
            sum += diffusion.Amount(0, volume);
        }

        Assert.Equal(0, sum & ((1L << diffusion.QuantumShift) - 1));
        return sum >> diffusion.QuantumShift;
    }
}
