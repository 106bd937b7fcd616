using System;
using Bms.Core.Sensing;
using Bms.VirtualBoard.Analog;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The ADS1115's driver over the chip: supply, ambient temperature, gas and humidity.</summary>
public class ConverterTests
{
    [Fact]
    public void Values_follow_the_world() =>
        Gen.Select(Gen.Double[6, 30], Gen.Double[-35, 75], Gen.Double[0, 1], Gen.ULong).Sample((supply, celsius, humidity, seed) =>
            Rig.Run(
                rig =>
                {
                    rig.World.Supply_V = supply;
                    rig.World.Ambient_K = 273.15 + celsius;
                    rig.World.Humidity_1 = humidity;
                    rig.Advance(ms: 900);
                    Assert.Equal(supply * 1000, rig.Value(Channel.Supply), 10 + (supply * 2));
                    Assert.Equal(273_150 + (celsius * 1000), rig.Value(Channel.AmbientTemperature), 700.0);
                    Assert.Equal(Math.Clamp(humidity, 0, 1) * 1e6, rig.Value(Channel.Humidity), 38_000.0);
                    Assert.InRange(rig.Age_ms(Channel.Supply), 80, 600);
                },
                new RigSetup { Seed = seed }),
            iter: 40);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    public void Gas_follows_the_world_when_its_cell_has_settled(double ppm) => Rig.Run(
        rig =>
        {
            rig.World.Ambient_K = 293.15;
            rig.World.HydrogenSulfide_ppm = ppm;
            rig.Advance(s: 150);
            Assert.Equal(ppm * 1000, rig.Value(Channel.Gas), 20 + (ppm * 2));
        },
        new RigSetup { HasErrors = false });

    [Fact]
    public void Gas_beyond_the_range_reads_at_least_as_much_as_fits() => Rig.Run(rig =>
    {
        rig.World.HydrogenSulfide_ppm = 500;
        rig.Advance(s: 60);
        Assert.InRange(rig.Value(Channel.Gas), 80_000, 500_000);
    });

    [Theory]
    [InlineData(WireFault.Open)]
    [InlineData(WireFault.Short)]
    public void A_thermistor_without_its_wires_is_invalid(WireFault fault) => Rig.Run(rig =>
    {
        rig.Board.Ambient.Fault = fault;
        rig.TimeUntil(() => !rig.IsValid(Channel.AmbientTemperature), 900);
        Assert.True(rig.IsValid(Channel.Supply));
        rig.Board.Ambient.Fault = WireFault.None;
        rig.TimeUntil(() => rig.IsValid(Channel.AmbientTemperature), 900);
    });

    [Fact]
    public void Results_that_no_longer_change_are_not_stamped_as_new() => Rig.Run(rig =>
    {
        rig.ConverterChip.IsStuck = true;
        rig.Advance(s: 10);
        foreach (int channel in new[] { Channel.Supply, Channel.AmbientTemperature, Channel.Humidity, Channel.Gas })
        {
            Assert.InRange(rig.Age_ms(channel), 9900, 10_700);
        }

        rig.ConverterChip.IsStuck = false;
        rig.Advance(s: 2);
        Assert.Equal(12_000, rig.Value(Channel.Supply), 50.0);
        Assert.InRange(rig.Age_ms(Channel.Supply), 0, 600);
    });

    [Fact]
    public void A_chip_that_does_not_answer_is_stale_not_new() => Rig.Run(rig =>
    {
        rig.ConverterChip.IsSilent = true;
        rig.Advance(s: 5);
        Assert.InRange(rig.Age_ms(Channel.Supply), 5000, 5600);
        rig.ConverterChip.IsSilent = false;
        rig.Advance(ms: 700);
        Assert.InRange(rig.Age_ms(Channel.Supply), 0, 600);
    });

    [Fact]
    public void Start_tells_whether_the_chip_is_there() => Rig.Cold(rig =>
    {
        Assert.True(rig.Converter.Start());
        rig.ConverterChip.IsSilent = true;
        Assert.False(rig.Converter.Start());
    });
}
