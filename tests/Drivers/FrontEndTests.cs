using System;
using System.Linq;
using Bms.Core.Sensing;
using Bms.VirtualBoard.Analog;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The BQ76952's driver over the chip: what it is told, and what it reads.</summary>
public class FrontEndTests
{
    private const int Address = 0x08;
    private const byte PlainMode = 0x00;
    private const byte CheckedMode = 0x12;

    [Theory]
    [InlineData(PlainMode, false)]
    [InlineData(PlainMode, true)]
    [InlineData(CheckedMode, false)]
    [InlineData(CheckedMode, true)]
    public void Is_brought_into_the_mode_with_checks_from_either(byte mode, bool swapsAtExit) => Rig.Cold(
        rig =>
        {
            Assert.True(rig.FrontEnd.Start());
            Assert.True(rig.FrontEndChip.UsesCrc);
            Assert.True(rig.FrontEnd.DeviceNumber is 0x7695 or -1);

            // and again, as after a restart of the controller alone
            Assert.True(rig.FrontEnd.Start());
            Assert.True(rig.FrontEndChip.UsesCrc);
        },
        new RigSetup { CommType = mode, SwapsAtExit = swapsAtExit });

    [Fact]
    public void Every_row_of_the_configuration_is_in_the_chip() => Rig.Run(rig =>
    {
        Device.Drivers.Bq76952Configuration told = rig.Told;
        for (int row = 0; row < told.Count; row++)
        {
            byte[] memory = FrontEndBus.Memory(rig, told.Address[row], told.Length[row]);
            Assert.Equal(BitConverter.GetBytes(told.Value[row])[..told.Length[row]], memory);
        }
    });

    [Fact]
    public void Start_fails_without_a_chip_soon_enough() => Rig.Cold(rig =>
    {
        rig.FrontEndChip.IsSilent = true;
        Assert.False(rig.FrontEnd.Start());
        Assert.InRange(rig.Machine.Time_us, 0, 200_000);
    });

    [Fact]
    public void Cells_stack_link_and_current_follow_the_world() =>
        Gen.Select(Gen.Int[3, 16], Gen.ULong, Gen.Double[1.5, 4.3].Array[16], Gen.Double[-60, 15], Gen.Double[0, 80]).Sample((cells, seed, volts, current, link) =>
            Rig.Run(
                rig =>
                {
                    volts.AsSpan().CopyTo(rig.World.CellVoltages_V);
                    rig.World.Current_A = current;
                    rig.World.Link_V = link;
                    rig.Advance(ms: 400);
                    for (int cell = 0; cell < cells; cell++)
                    {
                        // 1.2 mV and 0.6 mV of the converter, 0.5 mV of rounding, noise
                        Assert.Equal(volts[cell] * 1e6, rig.Value(Channel.CellVoltage + cell), 3000.0);
                        Assert.InRange(rig.Age_ms(Channel.CellVoltage + cell), 63, 63 + 100);
                    }

                    double stack = volts.Take(cells).Sum();
                    Assert.Equal(stack * 1000, rig.Value(Channel.PackVoltageA), 30 + (stack * 3));
                    Assert.Equal(link * 1000, rig.Value(Channel.LinkVoltage), 30 + (link * 3));

                    // gain within 1 %, offset within two counts of 15 mA, noise, rounding to 10 mA
                    Assert.Equal(current * 1e6, rig.Value(Channel.PackCurrentB), 80_000 + Math.Abs(current * 1e4));
                    Assert.InRange(rig.Age_ms(Channel.PackCurrentB), 0, 80);
                },
                new RigSetup { Cells = cells, Seed = seed, Lowest_uV = 1_100_000, Highest_uV = 5_500_000, ChargeTrip_mA = 240_000, DischargeTrip_mA = 390_000, ShortCircuit_mA = 320_000 }),
            iter: 30);

    [Fact]
    public void Temperatures_follow_the_world_on_every_number_of_sensors() =>
        Gen.Select(Gen.Int[1, 8], Gen.ULong, Gen.Double[-35, 100].Array[8]).Sample((sensors, seed, celsius) =>
            Rig.Run(
                rig =>
                {
                    for (int sensor = 0; sensor < sensors; sensor++)
                    {
                        rig.World.SensorTemperatures_K[sensor] = 273.15 + celsius[sensor];
                    }

                    rig.Advance(ms: 800);
                    for (int sensor = 0; sensor < sensors; sensor++)
                    {
                        // 1 % of the bead's resistance is up to 0.45 K at 100 °C, and steps of 0.1 K
                        Assert.Equal(273_150 + (celsius[sensor] * 1000), rig.Value(Channel.Temperature + sensor), 600.0);
                        Assert.InRange(rig.Age_ms(Channel.Temperature + sensor), 189, 189 + 300);
                    }
                },
                new RigSetup { Sensors = sensors, Seed = seed }),
            iter: 20);

    [Theory]
    [InlineData(WireFault.Open)]
    [InlineData(WireFault.Short)]
    public void A_thermistor_without_its_wires_is_invalid_and_the_others_stay(WireFault fault) => Rig.Run(
        rig =>
        {
            for (int sensor = 0; sensor < 8; sensor++)
            {
                rig.FrontEndChip.SetThermistorFault(sensor, fault);
                rig.TimeUntil(() => !rig.IsValid(Channel.Temperature + sensor), 900);
                for (int other = 0; other < 8; other++)
                {
                    Assert.Equal(other != sensor, rig.IsValid(Channel.Temperature + other));
                }

                rig.FrontEndChip.SetThermistorFault(sensor, WireFault.None);
                rig.TimeUntil(() => rig.IsValid(Channel.Temperature + sensor), 900);
            }
        },
        new RigSetup { Sensors = 8 });

    [Fact]
    public void Fallen_bits_are_seen_and_read_again() => Rig.Run(rig =>
    {
        rig.World.CellVoltages_V[3] = 3.123;
        rig.Advance(ms: 400);
        rig.FrontEndChip.BitErrorRate = 2e-4;
        rig.AfterTick = () =>
        {
            for (int cell = 0; cell < 8; cell++)
            {
                Assert.Equal(cell == 3 ? 3.123e6 : 3.7e6, rig.Value(Channel.CellVoltage + cell), 3000.0);
                Assert.InRange(rig.Age_ms(Channel.CellVoltage + cell), 0, 300);
            }
        };
        rig.Advance(s: 60);
        Assert.InRange(rig.FrontEnd.BadChecks, 50, 1000);
        Assert.Equal(0, rig.FrontEnd.LostConfigurations);
    });

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void A_reset_is_noticed_within_a_second_invalidates_and_is_repaired(bool byWatchdog, bool swapsAtExit, bool alertIsStuck) => Rig.Run(
        rig =>
        {
            if (alertIsStuck)
            {
                rig.Machine.Pins[rig.Machine.Wiring.Alert].Source = () => false;
            }

            rig.FrontEndChip.Reset(byWatchdog);
            int noticed_ms = rig.TimeUntil(() => !rig.FrontEnd.IsConfigured, 1000);
            Assert.InRange(noticed_ms, 0, alertIsStuck ? 600 : 20);
            for (int cell = 0; cell < 8; cell++)
            {
                Assert.False(rig.IsValid(Channel.CellVoltage + cell));
            }

            Assert.False(rig.IsValid(Channel.Temperature));
            Assert.False(rig.IsValid(Channel.PackCurrentB));
            Assert.False(rig.IsValid(Channel.PackVoltageA));
            Assert.False(rig.IsValid(Channel.LinkVoltage));
            Assert.False(rig.IsValid(Channel.FrontEndStatus));

            int repaired_ms = rig.TimeUntil(() => rig.FrontEnd.IsConfigured, 4000);
            TestContext.Current.SendDiagnosticMessage("noticed after {0} ms, repaired after {1} ms", noticed_ms, noticed_ms + repaired_ms);
            rig.Advance(ms: 300);
            Assert.True(rig.FrontEndChip.UsesCrc);
            Assert.Equal(3.7e6, rig.Value(Channel.CellVoltage), 3000.0);
            Assert.Equal(298_150, rig.Value(Channel.Temperature), 600.0);
            Assert.Equal(1, rig.FrontEnd.LostConfigurations);
            Assert.Equal([0x12], FrontEndBus.Memory(rig, 0x9239, 1));
        },
        new RigSetup { SwapsAtExit = swapsAtExit });

    [Fact]
    public void No_tick_takes_long_while_it_is_configured_anew() => Rig.Run(rig =>
    {
        rig.FrontEndChip.Reset(byWatchdog: false);
        rig.Clock.ForgetLongest();
        rig.Advance(s: 5);
        Assert.True(rig.FrontEnd.IsConfigured);
        Assert.InRange(rig.Clock.Longest_us, 0, 10_000);
        Assert.Equal(0, rig.Clock.Missed);
    });

    [Fact]
    public void A_chip_that_does_not_answer_is_stale_not_new_and_comes_back() => Rig.Run(rig =>
    {
        rig.FrontEndChip.IsSilent = true;
        long[] before = [.. rig.Frame.Timestamp_ms];
        rig.Advance(s: 3);
        for (int channel = Channel.CellVoltage; channel < 8; channel++)
        {
            Assert.Equal(before[channel], rig.Frame.Timestamp_ms[channel]);
        }

        Assert.Equal(before[Channel.PackCurrentB], rig.Frame.Timestamp_ms[Channel.PackCurrentB]);
        Assert.Equal(before[Channel.Temperature], rig.Frame.Timestamp_ms[Channel.Temperature]);
        rig.FrontEndChip.IsSilent = false;
        rig.Advance(ms: 200);
        Assert.InRange(rig.Age_ms(Channel.CellVoltage), 0, 163);
        Assert.Equal(0, rig.FrontEnd.LostConfigurations);
    });

    [Fact]
    public void Commands_with_checks_do_nothing_to_a_chip_without()
    {
        // a chip that was reset takes the check of the first byte for the high byte of the code
        byte[] table = new Device.Buses.Crc8().Table;
        int check = table[table[table[table[Address << 1] ^ 0x3E] ^ 0x83]];
        Assert.True(((check << 8) | 0x83) is not (>= 0x9180 and < 0x9400) and > 0x00FF and not 0x29BC and not 0x29E7);
    }
}
