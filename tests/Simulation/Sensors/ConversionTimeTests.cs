using System;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Simulation.Sensors;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Sensors;

/// <summary>When each channel looks, and when its reading appears.</summary>
public class ConversionTimeTests
{
    private static double Instant_ms(int cell) => 63.0 * ((cell % 16) + 1) / 16;

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    public void A_step_of_current_is_seen_by_the_cells_that_convert_after_it(int step_ms)
    {
        // two modules of 16 cells are scanned side by side
        SensorBench bench = new(SensorErrors.None, cells: 32, cellsPerClamp: 16);
        bench.Until(1000 + step_ms).Current = 6;
        bench.Until(1080);
        foreach (int cell in Enumerable.Range(0, 32))
        {
            double expected = bench.Pack.CellVoltage(cell, Instant_ms(cell) > step_ms ? 6 : 0, 0) * 1e6;
            Assert.Equal(expected, bench.Frame.Value[Channel.CellVoltage + cell], 501.0);
            Assert.Equal(1000 + (long)Instant_ms(cell), bench.Frame.Timestamp_ms[Channel.CellVoltage + cell]);
        }
    }

    [Fact]
    public void The_results_of_a_scan_appear_together_after_its_end()
    {
        SensorBench bench = new(new SensorErrors());
        bench.Until(1060);
        int[] before = Voltages(bench);
        Assert.All(Enumerable.Range(0, 16), cell => Assert.InRange(bench.Frame.Timestamp_ms[cell], 900, 963));
        bench.Tick();
        Assert.All(Enumerable.Range(0, 16), cell => Assert.InRange(bench.Frame.Timestamp_ms[cell], 1003, 1063));
        int[] after = Voltages(bench);
        Assert.NotEqual(before, after);
        bench.Until(1160);
        Assert.Equal(after, Voltages(bench));
    }

    [Fact]
    public void A_change_of_current_is_seen_in_the_same_tick_by_both_current_sensors()
    {
        SensorBench bench = new(SensorErrors.None);
        bench.Until(500).Current = -3;
        bench.Tick();
        foreach (int channel in new[] { Channel.PackCurrentA, Channel.PackCurrentB })
        {
            Assert.Equal(-3e6, bench.Frame.Value[channel], 200.0);
            Assert.Equal(520, bench.Frame.Timestamp_ms[channel]);
        }
    }

    [Fact]
    public void The_two_load_cells_of_a_clamp_take_turns()
    {
        SensorBench bench = new(SensorErrors.None);
        bench.Until(500);
        double before = bench.Pack.ClampPressure(1, 0) * 1e6;
        bench.Pack.SetClampOffset(1, -2);
        bench.Tick();
        Assert.Equal(before, LoadCells(bench).Max(), 501.0);
        Assert.Equal(before - 2e6, LoadCells(bench).Min(), 501.0);
        Assert.Equal([490L, 510], Stamps(bench).Order());
        bench.Tick();
        Assert.All(LoadCells(bench), reading => Assert.Equal(before - 2e6, reading, 501.0));
        Assert.Equal([510L, 530], Stamps(bench).Order());

        static double[] LoadCells(SensorBench bench) => [bench.Frame.Value[Channel.ClampPressure + 2], bench.Frame.Value[Channel.ClampPressure + 3]];
        static long[] Stamps(SensorBench bench) => [bench.Frame.Timestamp_ms[Channel.ClampPressure + 2], bench.Frame.Timestamp_ms[Channel.ClampPressure + 3]];
    }

    [Fact]
    public void Every_load_cell_is_renewed_within_50_ms_and_every_voltage_within_100_ms()
    {
        SensorBench bench = new(new SensorErrors(), cells: 20);
        bench.Until(200);
        for (int tick = 0; tick < 500; tick++)
        {
            SensorFrame frame = bench.Tick();
            Assert.All(Enumerable.Range(Channel.ClampPressure, 6), channel => Assert.InRange(frame.Time_ms - frame.Timestamp_ms[channel], 0, 50));
            Assert.All(Enumerable.Range(0, 20), channel => Assert.InRange(frame.Time_ms - frame.Timestamp_ms[channel], 0, 177));
            if (frame.Time_ms % 100 == 0)   // when the firmware reads them
            {
                Assert.All(Enumerable.Range(0, 20), channel => Assert.InRange(frame.Time_ms - frame.Timestamp_ms[channel], 37, 97));
            }
        }
    }

    [Fact]
    public void Timestamps_never_lie_in_the_future_and_never_go_back() =>
        Gen.Select(Gen.Int[1, 128], Gen.Int[1, 16], Gen.ULong).Sample(
            (cells, cellsPerClamp, seed) =>
            {
                int perClamp = Math.Max(cellsPerClamp, (cells + 7) / 8);
                SensorBench bench = new(new SensorErrors(), cells, seed, perClamp);
                long[] last = new long[Channel.Count];
                for (int tick = 0; tick < 120; tick++)
                {
                    SensorFrame frame = bench.Tick();
                    for (int channel = 0; channel < Channel.Count; channel++)
                    {
                        Assert.InRange(frame.Timestamp_ms[channel], last[channel], frame.Time_ms);
                        last[channel] = frame.Timestamp_ms[channel];
                    }
                }
            },
            iter: 30);

    [Fact]
    public void The_first_frame_has_every_channel_of_the_pack_but_the_second_load_cells()
    {
        SensorBench bench = new(SensorErrors.None);
        SensorFrame frame = bench.Tick();
        int[] missing = [.. Enumerable.Range(0, 16).Concat(Enumerable.Range(Channel.Temperature, 8)).Concat([Channel.PackCurrentA, Channel.PackVoltageA, Channel.AmbientTemperature])
            .Where(channel => !frame.IsValid[channel])];
        Assert.Empty(missing);
        Assert.Equal([true, false, true, false], Enumerable.Range(Channel.ClampPressure, 4).Select(channel => frame.IsValid[channel]));
        Assert.True(bench.Tick().IsValid[Channel.ClampPressure + 1]);
    }

    [Fact]
    public void Channels_the_pack_does_not_have_stay_invalid()
    {
        SensorBench bench = new(new SensorErrors(), cells: 5, cellsPerClamp: 3);
        bench.Until(1000);
        Assert.DoesNotContain(true, bench.Frame.IsValid[5..Channel.Temperature]);
        Assert.DoesNotContain(true, bench.Frame.IsValid[(Channel.Temperature + 3)..Channel.ClampPressure]);
        Assert.DoesNotContain(true, bench.Frame.IsValid[(Channel.ClampPressure + 4)..Channel.PackCurrentA]);
    }

    private static int[] Voltages(SensorBench bench) => bench.Frame.Value[..16];
}
