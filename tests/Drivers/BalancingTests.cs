using System;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>Balancing by command: as told, kept up, never neighbours, and not for long without a host.</summary>
public class BalancingTests
{
    [Fact]
    public void Cells_are_bled_as_told_without_neighbours() => Gen.Select(Gen.Int[0, 0x3FFFF], Gen.Int[3, 16]).Sample(
        (mask, cells) => Rig.Run(
            rig =>
            {
                rig.FrontEnd.Balance(mask);
                rig.Advance(s: 2.5);
                int bled = rig.Bled();
                Assert.Equal(rig.FrontEnd.Balanced, bled);
                Assert.Equal(0, bled & ~(mask & ((1 << cells) - 1)));
                Assert.Equal(0, bled & (bled << 1));
                Assert.Equal(LowestOfEachRun(mask & ((1 << cells) - 1)), bled & LowestOfEachRun(mask & ((1 << cells) - 1)));
            },
            new RigSetup { Cells = cells }),
        iter: 30);

    [Fact]
    public void Balancing_goes_on_while_told_and_stops_when_told() => Rig.Run(rig =>
    {
        rig.FrontEnd.Balance(0b0100_0101);
        rig.Advance(s: 2.5);
        rig.AfterTick = () => Assert.Equal(0b0100_0101, rig.Bled());
        rig.Advance(s: 60);
        rig.AfterTick = null;
        rig.FrontEnd.Balance(0);
        rig.Advance(ms: 100);
        Assert.Equal(0, rig.Bled());
    });

    [Fact]
    public void Balancing_ends_by_itself_when_the_host_is_not_heard() => Rig.Run(rig =>
    {
        rig.FrontEnd.Balance(1);
        rig.Advance(s: 2.5);
        Assert.Equal(1, rig.Bled());
        rig.FrontEndChip.IsSilent = true;
        rig.Advance(s: 20);
        Assert.Equal(0, rig.Bled());
    });

    [Fact]
    public void Balancing_goes_on_after_the_chip_was_reset() => Rig.Run(rig =>
    {
        rig.FrontEnd.Balance(2);
        rig.Advance(s: 2.5);
        rig.FrontEndChip.Reset(byWatchdog: false);
        Assert.Equal(0, rig.Bled());
        rig.Advance(s: 5);
        Assert.Equal(2, rig.Bled());
    });

    [Fact]
    public void A_command_that_did_not_arrive_is_given_again() => Rig.Run(rig =>
    {
        rig.FrontEndChip.IsSilent = true;
        rig.FrontEnd.Balance(4);
        rig.Advance(ms: 500);
        rig.FrontEndChip.IsSilent = false;
        rig.Advance(s: 2.5);
        Assert.Equal(4, rig.Bled());
    });

    private static int LowestOfEachRun(int mask) => mask & ~(mask << 1);
}
