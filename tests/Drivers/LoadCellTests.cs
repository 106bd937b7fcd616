using System;
using Bms.Core.Sensing;
using Bms.VirtualBoard.Analog;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The NAU7802's driver over the chip: two clamps on two buses.</summary>
public class LoadCellTests
{
    private const int Channels = 4;

    [Fact]
    public void Pressures_follow_the_world_on_both_load_cells_of_both_clamps() =>
        Gen.Select(Gen.Double[0, 14].Array[Channels], Gen.ULong).Sample((pressures, seed) =>
            Rig.Run(
                rig =>
                {
                    pressures.AsSpan().CopyTo(rig.World.ClampPressures_MPa);
                    rig.Advance(ms: 400);
                    for (int channel = 0; channel < Channels; channel++)
                    {
                        // of the rated 12 MPa: zero 0.02 %, bow, creep 0.03 %; gain 0.1 % of the cell and 0.2 % of the converter; noise 5 kPa
                        double bound_Pa = 20_000 + (pressures[channel] * 3.5e3);
                        Assert.Equal(pressures[channel] * 1e6, rig.Value(Channel.ClampPressure + channel), bound_Pa);
                    }
                },
                new RigSetup { Seed = seed }),
            iter: 40);

    [Fact]
    public void A_part_without_errors_reads_to_the_pascal() => Gen.Double[0, 14].Sample(
        pressure => Rig.Run(
            rig =>
            {
                rig.World.ClampPressures_MPa[1] = pressure;
                rig.Advance(ms: 200);
                Assert.Equal(pressure * 1e6, rig.Value(Channel.ClampPressure + 1), 4.0);
            },
            new RigSetup { HasErrors = false }),
        iter: 40);

    [Fact]
    public void Each_load_cell_is_renewed_every_100_ms_and_they_do_not_mix() => Rig.Run(
        rig =>
        {
            rig.World.ClampPressures_MPa[0] = 1;
            rig.World.ClampPressures_MPa[1] = 11;
            rig.Advance(ms: 200);
            rig.AfterTick = () =>
            {
                Assert.InRange(rig.Age_ms(Channel.ClampPressure), 0, 80);
                Assert.InRange(rig.Age_ms(Channel.ClampPressure + 1), 0, 80);
                Assert.Equal(1e6, rig.Value(Channel.ClampPressure), 100.0);
                Assert.Equal(11e6, rig.Value(Channel.ClampPressure + 1), 100.0);
            };
            rig.Advance(s: 2);
        },
        new RigSetup { HasErrors = false });

    [Fact]
    public void Nothing_is_read_that_has_not_settled_however_ticks_come() => Gen.Int[0, 30].Array[50].Sample(
        waits_ms => Rig.Run(
            rig =>
            {
                rig.World.ClampPressures_MPa[0] = 1;
                rig.World.ClampPressures_MPa[1] = 11;
                rig.Advance(ms: 200);
                foreach (int wait_ms in waits_ms)
                {
                    rig.Machine.Advance(wait_ms * 1000);
                    rig.Frame.Time_ms = rig.Clock.Now_ms();
                    rig.Clamp.Renew(rig.Frame, 1);
                    Assert.Equal(1e6, rig.Value(Channel.ClampPressure), 100.0);
                    Assert.Equal(11e6, rig.Value(Channel.ClampPressure + 1), 100.0);
                }
            },
            new RigSetup { HasErrors = false }),
        iter: 30);

    [Fact]
    public void Tare_and_span_are_exact_to_a_pascal() =>
        Gen.Select(Gen.Int[-8_388_607, 8_388_607], Gen.Int[100_000, 110_000_000], Gen.Double[0, 14]).Sample((tare, span, pressure) =>
            Rig.Run(
                rig =>
                {
                    rig.Clamp.SetScale(0, tare, span);
                    rig.World.ClampPressures_MPa[0] = pressure;
                    rig.Advance(ms: 100);
                    double expected = (rig.Clamp.Counts[0] - (double)tare) * span / 4294967.296;
                    Assert.Equal(expected, rig.Value(Channel.ClampPressure), 0.51);
                },
                new RigSetup { HasErrors = false }),
            iter: 60);

    [Fact]
    public void A_tare_taken_without_pressure_makes_it_zero() => Rig.Run(rig =>
    {
        Array.Fill(rig.World.ClampPressures_MPa, 0);
        rig.Advance(ms: 200);
        rig.Clamp.SetScale(0, rig.Clamp.Counts[0], 12_000_000);
        rig.Advance(ms: 100);

        // 300 counts of noise are 850 Pa
        Assert.Equal(0, rig.Value(Channel.ClampPressure), 5000.0);
    });

    [Fact]
    public void An_open_signal_wire_is_invalid_and_the_other_load_cell_stays() => Rig.Run(rig =>
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            rig.Board.LoadCells[channel].Fault = LoadCellFault.Open;
            rig.TimeUntil(() => !rig.IsValid(Channel.ClampPressure + channel), 120);
            rig.Advance(ms: 200);
            for (int other = 0; other < Channels; other++)
            {
                Assert.Equal(other != channel, rig.IsValid(Channel.ClampPressure + other));
                Assert.InRange(rig.Age_ms(Channel.ClampPressure + other), 0, other == channel ? 400 : 80);
            }

            rig.Board.LoadCells[channel].Fault = LoadCellFault.None;
            rig.TimeUntil(() => rig.IsValid(Channel.ClampPressure + channel), 120);
        }
    });

    [Fact]
    public void A_bridge_without_supply_reads_no_pressure() => Rig.Run(rig =>
    {
        rig.Board.LoadCells[0].Fault = LoadCellFault.NoExcitation;
        rig.Advance(ms: 100);
        Assert.Equal(0, rig.Value(Channel.ClampPressure), 10_000.0);
    });

    [Fact]
    public void A_reset_is_noticed_at_once_and_repaired_with_the_same_tare() => Rig.Run(rig =>
    {
        rig.World.ClampPressures_MPa[0] = 6;
        rig.Advance(ms: 200);
        double before = Mean(rig);
        rig.ClampChip.Reset();
        int noticed_ms = rig.TimeUntil(() => !rig.Clamp.IsConfigured, 1000);
        Assert.InRange(noticed_ms, 0, 60);
        Assert.False(rig.IsValid(Channel.ClampPressure));
        Assert.False(rig.IsValid(Channel.ClampPressure + 1));
        int repaired_ms = rig.TimeUntil(() => rig.IsValid(Channel.ClampPressure) && rig.IsValid(Channel.ClampPressure + 1), 1000);
        TestContext.Current.SendDiagnosticMessage("noticed after {0} ms, repaired after {1} ms", noticed_ms, noticed_ms + repaired_ms);
        Assert.Equal(before, Mean(rig), 1000.0);
        Assert.Equal(1, rig.Clamp.LostConfigurations);
    });

    [Fact]
    public void A_converter_that_never_ends_is_stale_then_invalid_and_comes_back() => Rig.Run(rig =>
    {
        rig.ClampChip.NeverReady = true;
        rig.Advance(ms: 100);
        Assert.InRange(rig.Age_ms(Channel.ClampPressure), 40, 200);
        rig.Advance(s: 3);
        Assert.False(rig.IsValid(Channel.ClampPressure));
        rig.ClampChip.NeverReady = false;
        rig.TimeUntil(() => rig.IsValid(Channel.ClampPressure) && rig.IsValid(Channel.ClampPressure + 1), 2000);
        Assert.Equal(5e6, rig.Value(Channel.ClampPressure), 40_000.0);
    });

    [Fact]
    public void Fallen_bits_lose_no_configuration_and_a_fallen_switch_confuses_nothing() => Rig.Run(rig =>
    {
        rig.ClampChip.BitErrorRate = 1e-4;
        rig.Advance(s: 60);
        Assert.Equal(0, rig.Clamp.LostConfigurations);
    });

    [Fact]
    public void Start_fails_without_a_chip_soon_enough() => Rig.Cold(rig =>
    {
        rig.ClampChip.IsSilent = true;
        Assert.False(rig.Clamp.Start());
        Assert.InRange(rig.Machine.Time_us, 0, 200_000);
    });

    [Fact]
    public void A_chip_that_is_connected_later_is_configured_and_calibrated_then() => Rig.Cold(rig =>
    {
        rig.ClampChip.IsSilent = true;
        Assert.False(rig.Clamp.Start());
        rig.ClampChip.IsSilent = false;
        rig.TimeUntil(() => rig.IsValid(Channel.ClampPressure) && rig.IsValid(Channel.ClampPressure + 1), 3000);
        rig.Advance(ms: 100);
        Assert.Equal(5e6, rig.Value(Channel.ClampPressure), 40_000.0);
    });

    private static double Mean(Rig rig)
    {
        double sum = 0;
        for (int k = 0; k < 100; k++)
        {
            rig.Advance(ms: 40);
            sum += rig.Value(Channel.ClampPressure);
        }

        return sum / 100;
    }
}
