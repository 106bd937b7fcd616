using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Simulation.Sensors;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Sensors;

/// <summary>How far readings are off: bounds that hold for every seed and are used up, noise of the right size, resolution.</summary>
public class SensorErrorTests
{
    private const double OneC_uA = 6e6;
    private const int Seeds = 250;

    private static readonly SensorErrors Default = new();

    private static readonly SensorErrors Quiet = new() { VoltageSigma = 0, TemperatureSigma = 0, CurrentSigma = 0, PressureSigma = 0, PressureCreep = 0 };

    // Channel, unit of the raw value in the unit of the error, bound of the offset, standard deviation of the noise, resolution.
    private static readonly Row[] Rows =
    [
        new("cell voltage", Channel.CellVoltage + 3, 1e-6, Default.VoltageOffset, Default.VoltageGain, Default.VoltageSigma, Default.VoltageStep),
        new("temperature", Channel.Temperature + 2, 1e-3, Default.TemperatureOffset, 0, Default.TemperatureSigma, Default.TemperatureStep),
        new("ambient temperature", Channel.AmbientTemperature, 1e-3, Default.TemperatureOffset, 0, Default.TemperatureSigma, Default.TemperatureStep),
        new("pack current A", Channel.PackCurrentA, 1 / OneC_uA, Default.CurrentOffset, Default.CurrentGain, Default.CurrentSigma, Default.CurrentStep),
        new("pack current B", Channel.PackCurrentB, 1 / OneC_uA, Default.CurrentOffset, Default.CurrentGain, Default.CurrentSigma, Default.CurrentStep),
        new("clamp pressure", Channel.ClampPressure + 2, 1e-6, 0, Default.PressureGain, Default.PressureSigma, Default.PressureStep),
        new("pack voltage B", Channel.PackVoltageB, 1e-3, 16 * Default.VoltageOffset, Default.VoltageGain, 16 * Default.VoltageSigma, 16 * Default.VoltageStep),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Offset_and_gain_stay_within_their_bounds_for_every_seed_and_use_them(string name)
    {
        Row row = Of(name);
        SensorBench exact = new(SensorErrors.None);
        double truth = exact.Tick().Value[row.Channel] * row.Unit;
        double bound = row.Offset + (row.Gain * Math.Abs(truth)) + row.Step;
        double[] errors = [.. Enumerable.Range(0, Seeds).Select(seed => (new SensorBench(Quiet, seed: (ulong)seed).Tick().Value[row.Channel] * row.Unit) - truth)];
        Assert.All(errors, error => Assert.InRange(error, -bound, bound));
        double used = row.Offset + (row.Gain * Math.Abs(truth));
        double least = (0.8 * used) - row.Step;   // the resolution may hide as much
        Assert.True(errors.Max() > least && errors.Min() < -least, $"errors {errors.Min()} to {errors.Max()} of +-{used}");
        Assert.InRange(errors.Average(), -0.1 * used, 0.1 * used);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Noise_has_its_standard_deviation_and_is_white(string name)
    {
        const int Count = 4000;
        Row row = Of(name);
        SensorBench bench = new(new SensorErrors { PressureCreep = 0 }, cells: row.Name == "pack voltage B" ? 16 : 6, cellsPerClamp: 2);
        double[] readings = bench.Readings(row.Channel, row.Channel == Channel.AmbientTemperature ? Count / 4 : Count);
        double sigma = row.Sigma / row.Unit;
        Assert.InRange(SensorBench.Deviation(readings) / sigma, 0.93, 1.07);   // the resolution adds up to 2 %
        double mean = readings.Average();
        double correlation = readings.Skip(1).Zip(readings, (now, before) => (now - mean) * (before - mean)).Average() / (sigma * sigma);
        Assert.InRange(correlation, -0.1, 0.1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readings_are_whole_multiples_of_the_resolution(string name)
    {
        Row row = Of(name);
        SensorBench bench = new(Default) { Current = 3.3 };
        double step = row.Step / row.Unit;
        foreach (double reading in bench.Readings(row.Channel, 200))
        {
            Assert.Equal(reading, Math.Round(reading / step) * step, 0.6);   // raw values are whole numbers
        }
    }

    [Fact]
    public void Sensors_without_errors_tell_the_truth_within_half_their_resolution()
    {
        SensorBench bench = new(SensorErrors.None) { Current = -4.2 };
        bench.Pack.Advance(300, -4.2);
        SensorFrame frame = bench.Until(200).Frame;
        foreach (int cell in Enumerable.Range(0, 16))
        {
            Assert.Equal(bench.TrueVoltage_uV(cell), frame.Value[Channel.CellVoltage + cell], 501.0);
        }

        foreach (int sensor in Enumerable.Range(0, 8))
        {
            double mean = (bench.Pack.SurfaceTemperature(2 * sensor, 0) + bench.Pack.SurfaceTemperature((2 * sensor) + 1, 0)) / 2;
            Assert.Equal(mean * 1e3, frame.Value[Channel.Temperature + sensor], 51.0);
        }

        foreach (int loadCell in Enumerable.Range(0, 4))
        {
            Assert.Equal(bench.Pack.ClampPressure(loadCell / 2, 0) * 1e6, frame.Value[Channel.ClampPressure + loadCell], 501.0);
        }

        double pack = Enumerable.Range(0, 16).Sum(bench.TrueVoltage_uV) / 1000;
        Assert.Equal(pack, frame.Value[Channel.PackVoltageA], 9.0);
        Assert.Equal(pack, frame.Value[Channel.PackVoltageB], 9.0);
        Assert.Equal(-4.2e6, (double)frame.Value[Channel.PackCurrentA], (OneC_uA / 32768) + 1);
        Assert.Equal(-4.2e6, (double)frame.Value[Channel.PackCurrentB], (OneC_uA / 32768) + 1);
        Assert.Equal(298150, frame.Value[Channel.AmbientTemperature], 51.0);
    }

    [Fact]
    public void The_gain_of_a_current_sensor_is_the_same_for_charge_and_discharge()
    {
        foreach (ulong seed in Enumerable.Range(0, 50).Select(seed => (ulong)seed))
        {
            SensorBench bench = new(Quiet, cells: 1, seed: seed);
            double[] readings = [.. new double[] { -12, 0, 12 }.Select(current =>
            {
                bench.Current = current;
                return (double)bench.Tick().Value[Channel.PackCurrentA];
            })];
            double gain = (readings[2] - readings[0]) / 24e6;
            Assert.InRange(gain, 1 - Default.CurrentGain - 1e-4, 1 + Default.CurrentGain + 1e-4);
            Assert.Equal(readings[1], (readings[0] + readings[2]) / 2, OneC_uA / 16384);
        }
    }

    [Fact]
    public void A_load_cell_creeps_with_its_time_constant()
    {
        SensorErrors errors = SensorErrors.None with { PressureCreep = 0.05, PressureCreepTime = 10 };
        SensorBench bench = new(errors, cells: 1);
        double truth = bench.Pack.ClampPressure(0, 0) * 1e6;
        Assert.Equal(truth, bench.Tick().Value[Channel.ClampPressure], 501.0);
        Assert.Equal(truth * (1 + (0.05 * (1 - Math.Exp(-1)))), bench.Until(10_000).Frame.Value[Channel.ClampPressure], 1000.0);
        Assert.Equal(truth * 1.05, bench.Until(100_000).Frame.Value[Channel.ClampPressure], 1000.0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_frames_and_another_seed_others()
    {
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[1, 40]).Sample(
            (seed, other, cells) =>
            {
                int[] first = Drive(seed, cells);
                Assert.Equal(first, Drive(seed, cells));
                if (seed != other)
                {
                    Assert.NotEqual(first, Drive(other, cells));
                }
            },
            iter: 20);
    }

    [Fact]
    public void A_sensor_reads_the_same_whatever_else_is_measured()
    {
        int[] few = Drive(5, 2);
        int[] many = Drive(5, 30);
        foreach (int channel in new[] { Channel.PackCurrentA, Channel.PackCurrentB, Channel.AmbientTemperature })
        {
            Assert.Equal(few[channel], many[channel]);
        }
    }

    [Fact]
    public void No_two_sensors_share_their_errors()
    {
        SensorBench bench = new(Quiet, cells: 64, cellsPerClamp: 16);
        bench.Tick();
        double[] errors = [.. Enumerable.Range(0, 64).Select(cell => bench.Frame.Value[cell] - bench.TrueVoltage_uV(cell))];
        Assert.True(errors.Distinct().Count() > 60);
        Assert.NotEqual(bench.Frame.Value[Channel.PackCurrentA], bench.Frame.Value[Channel.PackCurrentB]);
    }

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(-2.5e-7, 0)]
    [InlineData(3000, int.MaxValue)]
    [InlineData(-1e300, -int.MaxValue)]
    public void A_value_beyond_the_scale_stops_at_its_end(double value, int micro) => Assert.Equal(micro, SensorArray.Micro(value));

    private static Row Of(string name) => Array.Find(Rows, row => row.Name == name)!;

    private static int[] Drive(ulong seed, int cells)
    {
        SensorBench bench = new(Default, cells, seed) { Current = 2 };
        return [.. bench.Until(220).Frame.Value];
    }

    private sealed record Row(string Name, int Channel, double Unit, double Offset, double Gain, double Sigma, double Step);
}
