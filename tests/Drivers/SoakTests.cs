using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Sensing;
using Bms.VirtualBoard.Analog;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>All drivers together, for long and under any faults.</summary>
public class SoakTests
{
    // channel, true value, what parts without errors may differ by
    private static readonly (int Channel, double Truth, double Bound)[] _truth =
    [
        .. Enumerable.Range(0, 8).Select(cell => (Channel.CellVoltage + cell, 3_700_000.0, 1000.0)),
        .. Enumerable.Range(0, 4).Select(sensor => (Channel.Temperature + sensor, 298_150.0, 100.0)),
        .. Enumerable.Range(0, 4).Select(loadCell => (Channel.ClampPressure + loadCell, 5_000_000.0, 100.0)),
        (Channel.PackCurrentA, -12_000_000, 500),
        (Channel.PackCurrentB, -12_000_000, 10_000),
        (Channel.PackVoltageA, 29_600, 10),
        (Channel.PackVoltageB, 29_600, 5),
        (Channel.LinkVoltage, 29_000, 10),
        (Channel.AmbientTemperature, 298_150, 100),
        (Channel.Supply, 12_000, 5),
        (Channel.Gas, 0, 30),
        (Channel.Humidity, 100_000, 200),
        (Channel.FrontEndAlert, 0, 0),
        (Channel.FrontEndStatus, 0, 0),
    ];

    private const int TicksOfAnAverage = 4;

    private static readonly Action<Rig>[] _faults =
    [
        rig => rig.CurrentChip.Reset(rig.Machine.Time_us),
        rig => rig.FrontEndChip.IsSilent = true,
        rig => rig.FrontEndChip.BitErrorRate = 0.01,
        rig => rig.FrontEndChip.BitErrorRate = 0.5,
        rig => rig.FrontEndChip.HoldsClock = true,
        rig => rig.FrontEndChip.Reset(byWatchdog: false),
        rig => rig.FrontEndChip.Reset(byWatchdog: true),
        rig => rig.CurrentChip.IsSilent = true,
        rig => rig.ClampChip.IsSilent = true,
        rig => rig.ClampChip.Reset(),
        rig => rig.ClampChip.NeverReady = true,
        rig => rig.SecondClampChip.Reset(),
        rig => rig.SecondClampChip.HoldsClock = true,
        rig => rig.ConverterChip.IsSilent = true,
        rig => rig.ConverterChip.IsStuck = true,
        rig => rig.Machine.FirstBus.IsHeld = true,
        rig => rig.Machine.SecondBus.IsHeld = true,
        rig => rig.Board.LoadCells[1].Fault = LoadCellFault.Open,
        rig => rig.CurrentChip.IsShuntOpen = true,
        rig => rig.FrontEndChip.SetThermistorFault(2, WireFault.Open),
        rig => rig.Board.Ambient.Fault = WireFault.Short,
        rig => rig.Machine.Advance(700_000),
    ];

    [Fact]
    public void What_is_valid_and_fresh_is_true_under_any_faults_and_all_comes_back_after_them() =>
        Gen.Select(Gen.Int[0, _faults.Length - 1], Gen.Int[1, 150], Gen.Bool).Array[1, 8].Sample(
            plan => Rig.Run(
                rig =>
                {
                    SetWorld(rig);
                    rig.Advance(s: 1);
                    int mixedTicks = 0;
                    rig.AfterTick = () => AllFreshAreTrue(rig, mixedTicks-- > 0);
                    foreach ((int fault, int ticks, bool mends) in plan)
                    {
                        _faults[fault](rig);

                        // an average that has begun before is a part of full scale
                        mixedTicks = rig.CurrentChip.IsShuntOpen ? TicksOfAnAverage : mixedTicks;
                        rig.Advance(ms: 20 * ticks);
                        if (mends)
                        {
                            Mend(rig);
                        }
                    }

                    Mend(rig);
                    rig.Advance(s: 6);
                    foreach ((int channel, double truth, double bound) in _truth)
                    {
                        Assert.Equal(truth, rig.Value(channel), bound);
                        Assert.InRange(rig.Age_ms(channel), 0, Ages[channel]);
                    }
                },
                new RigSetup { HasErrors = false }),
            iter: 200);

    [Fact]
    public void A_day_of_readings_neither_stops_nor_overflows() => Rig.Run(
        rig =>
        {
            SetWorld(rig);
            rig.Advance(s: 1);
            for (int hour = 0; hour < 24; hour++)
            {
                rig.Advance(s: 60);
                foreach ((int channel, double truth, double bound) in _truth)
                {
                    Assert.Equal(truth, rig.Value(channel), bound);
                    Assert.InRange(rig.Age_ms(channel), 0, Ages[channel]);
                }

                // two months go by: the time in ms leaves 32 bits
                rig.Machine.JumpClock(5_000_000_000_000);
                rig.Advance(s: 1);
            }

            Assert.True(rig.Frame.Time_ms > 100_000_000_000);
        },
        new RigSetup { HasErrors = false });

    [Fact]
    public void Quiet_chips_cost_no_failed_transfer_and_no_lost_configuration() => Rig.Run(rig =>
    {
        int before = Failures(rig);
        rig.Advance(s: 300);
        Assert.Equal(before, Failures(rig));
        Assert.Equal(0, rig.FrontEnd.LostConfigurations + rig.CurrentMonitor.LostConfigurations + rig.Clamp.LostConfigurations + rig.SecondClamp.LostConfigurations + rig.Converter.LostConfigurations);
        Assert.Equal(0, rig.Clock.Missed);
        TestContext.Current.SendDiagnosticMessage("longest tick: {0} us on the buses", rig.Clock.Longest_us);
        Assert.InRange(rig.Clock.Longest_us, 0, 10_000);
    },
    new RigSetup { HasErrors = false });

    private static Dictionary<int, int> Ages { get; } = ChannelTable.Rows()
        .SelectMany(row => Enumerable.Range(row.First, row.Count), (row, channel) => (row, channel))
        .ToDictionary(pair => pair.channel, pair => pair.row.MaximumAge_ms);

    private static int Failures(Rig rig) => rig.FrontEnd.BadChecks
        + rig.FrontEnd.Chip.Failures + rig.CurrentMonitor.Chip.Failures + rig.Clamp.Chip.Failures + rig.SecondClamp.Chip.Failures + rig.Converter.Chip.Failures;

    private static void SetWorld(Rig rig)
    {
        rig.World.Current_A = -12;
        rig.World.Link_V = 29;
        rig.World.Ambient_K = 298.15;
    }

    private static void AllFreshAreTrue(Rig rig, bool exceptCurrent)
    {
        foreach ((int channel, double truth, double bound) in _truth)
        {
            // a front end that can't be asked why its line is high is one that alerts
            bool isExcepted = channel == Channel.FrontEndAlert || (channel == Channel.PackCurrentA && exceptCurrent);
            if (!isExcepted && rig.IsValid(channel) && rig.Age_ms(channel) <= Ages[channel])
            {
                Assert.True(Math.Abs(rig.Value(channel) - truth) <= bound, $"channel {channel} at {rig.Frame.Time_ms} ms: {rig.Value(channel)} instead of {truth}");
            }
        }
    }

    private static void Mend(Rig rig)
    {
        rig.FrontEndChip.IsSilent = false;
        rig.FrontEndChip.BitErrorRate = 0;
        rig.FrontEndChip.HoldsClock = false;
        rig.CurrentChip.IsSilent = false;
        rig.ClampChip.IsSilent = false;
        rig.ClampChip.NeverReady = false;
        rig.SecondClampChip.HoldsClock = false;
        rig.ConverterChip.IsSilent = false;
        rig.ConverterChip.IsStuck = false;
        rig.Machine.FirstBus.IsHeld = false;
        rig.Machine.SecondBus.IsHeld = false;
        rig.Board.LoadCells[1].Fault = LoadCellFault.None;
        rig.CurrentChip.IsShuntOpen = false;
        rig.FrontEndChip.SetThermistorFault(2, WireFault.None);
        rig.Board.Ambient.Fault = WireFault.None;
    }
}
