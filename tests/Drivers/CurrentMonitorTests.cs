using System;
using System.Buffers.Binary;
using Bms.Core.Sensing;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The INA228's driver over the chip.</summary>
public class CurrentMonitorTests
{
    private const int Address = 0x40;

    [Theory]
    [InlineData(0x00, 0x0000)]
    [InlineData(0x01, 0xB782)]
    [InlineData(0x02, 0x1000)]
    public void Configuration_is_in_the_chip(int register, int value) =>
        Rig.Run(_ => Assert.Equal(value, BinaryPrimitives.ReadUInt16BigEndian(Rig.Registers(Address, register, 2))));

    [Fact]
    public void Current_and_voltage_follow_the_world() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0, 4.3], Gen.ULong, Gen.Int[50, 20_000]).Sample((share, volts, seed, shunt_uohm) =>
            Rig.Run(
                rig =>
                {
                    double current = share * 0.162 / (shunt_uohm * 1e-6);
                    rig.World.Current_A = current;
                    Array.Fill(rig.World.CellVoltages_V, volts);
                    rig.Advance(ms: 300);

                    // gain 0.05 % and 20 ppm/K, offset 1 µV, noise below 1 µV after 16 averages
                    double bound_uA = (Math.Abs(current) * 6e2) + (2.0 / shunt_uohm * 1e6);
                    Assert.Equal(current * 1e6, rig.Value(Channel.PackCurrentA), bound_uA);
                    Assert.InRange(rig.Age_ms(Channel.PackCurrentA), 0, 20);
                    Assert.Equal(volts * 8000, rig.Value(Channel.PackVoltageB), 6 + (volts * 8));
                    Assert.InRange(rig.Age_ms(Channel.PackVoltageB), 0, 180);
                },
                new RigSetup { Seed = seed, Shunt_ohm = shunt_uohm * 1e-6 }),
            iter: 60);

    [Fact]
    public void A_part_without_errors_reads_within_two_counts() => Gen.Double[-320, 320].Sample(
        current => Rig.Run(
            rig =>
            {
                rig.World.Current_A = current;
                rig.Advance(ms: 100);
                Assert.Equal(current * 1e6, rig.Value(Channel.PackCurrentA), 625 * 2.0);
            },
            new RigSetup { HasErrors = false }),
        iter: 60);

    [Theory]
    [InlineData(328)]
    [InlineData(-328)]
    [InlineData(500)]
    [InlineData(-500)]
    public void A_current_beyond_the_range_is_invalid_not_clipped(double current) => Rig.Run(rig =>
    {
        rig.World.Current_A = current;
        rig.Advance(ms: 100);
        Assert.False(rig.IsValid(Channel.PackCurrentA));
        rig.World.Current_A = current / 10;
        rig.Advance(ms: 100);
        Assert.Equal(current * 1e5, rig.Value(Channel.PackCurrentA), 50_000.0);
    });

    [Fact]
    public void An_open_shunt_lead_is_invalid_until_it_is_mended() => Rig.Run(rig =>
    {
        rig.CurrentChip.IsShuntOpen = true;
        rig.Advance(ms: 100);
        Assert.False(rig.IsValid(Channel.PackCurrentA));
        Assert.True(rig.IsValid(Channel.PackVoltageB));
        rig.CurrentChip.IsShuntOpen = false;
        rig.Advance(ms: 120);
        Assert.Equal(0, rig.Value(Channel.PackCurrentA), 5000.0);
    });

    [Fact]
    public void A_reset_is_noticed_within_a_second_invalidates_and_is_repaired() => Rig.Run(rig =>
    {
        rig.World.Current_A = -20;
        rig.Advance(ms: 100);
        rig.CurrentChip.Reset(rig.Machine.Time_us);
        int noticed_ms = rig.TimeUntil(() => !rig.CurrentMonitor.IsConfigured, 1000);
        Assert.InRange(noticed_ms, 0, 820);
        Assert.False(rig.IsValid(Channel.PackCurrentA));
        Assert.False(rig.IsValid(Channel.PackVoltageB));
        rig.TimeUntil(() => rig.IsValid(Channel.PackCurrentA), 300);
        Assert.Equal(-20e6, rig.Value(Channel.PackCurrentA), 20e3);
        Assert.Equal(1, rig.CurrentMonitor.LostConfigurations);
    });

    [Fact]
    public void A_chip_that_was_reset_reads_in_the_same_scale_before_it_is_noticed() => Rig.Run(
        rig =>
        {
            rig.World.Current_A = -20;
            rig.Advance(ms: 100);
            rig.AfterTick = () =>
            {
                if (rig.IsValid(Channel.PackCurrentA))
                {
                    Assert.Equal(-20e6, rig.Value(Channel.PackCurrentA), 1250.0);
                }
            };
            for (int wait_ms = 0; wait_ms < 20; wait_ms++)
            {
                rig.Machine.Advance(wait_ms * 1000);
                rig.CurrentChip.Reset(rig.Machine.Time_us);
                rig.Advance(ms: 1500);
            }

            Assert.Equal(20, rig.CurrentMonitor.LostConfigurations);
        },
        new RigSetup { HasErrors = false });

    [Fact]
    public void A_chip_that_does_not_answer_is_stale_not_new() => Rig.Run(rig =>
    {
        rig.CurrentChip.IsSilent = true;
        rig.Advance(ms: 500);
        Assert.InRange(rig.Age_ms(Channel.PackCurrentA), 500, 520);
        rig.CurrentChip.IsSilent = false;
        rig.Advance(ms: 20);
        Assert.Equal(0, rig.Age_ms(Channel.PackCurrentA));
        Assert.Equal(0, rig.CurrentMonitor.LostConfigurations);
    });

    [Fact]
    public void Fallen_bits_lose_no_configuration() => Rig.Run(rig =>
    {
        rig.CurrentChip.BitErrorRate = 1e-3;
        rig.Advance(s: 30);
        Assert.Equal(0, rig.CurrentMonitor.LostConfigurations);
    });

    [Fact]
    public void Start_fails_without_a_chip_soon_enough() => Rig.Cold(rig =>
    {
        rig.CurrentChip.IsSilent = true;
        Assert.False(rig.CurrentMonitor.Start());
        Assert.InRange(rig.Machine.Time_us, 0, 300_000);
    });
}
