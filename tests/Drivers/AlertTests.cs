using System.Linq;
using Bms.Core.Sensing;
using Bms.VirtualBoard.Pins;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>What the front end protects from, and the line on which it says so.</summary>
public class AlertTests
{
    private const int ShortCircuit = 0x80;
    private const int DischargeOvercurrent = 0x20;
    private const int ChargeOvercurrent = 0x10;
    private const int Overvoltage = 0x08;
    private const int Undervoltage = 0x04;

    [Fact]
    public void A_quiet_line_is_heard_every_tick() => Rig.Run(rig =>
    {
        rig.AfterTick = () =>
        {
            Assert.Equal(0, rig.Value(Channel.FrontEndAlert));
            Assert.Equal(0, rig.Age_ms(Channel.FrontEndAlert));
            Assert.Equal(0, rig.Value(Channel.FrontEndStatus));
        };
        rig.Advance(s: 10);
    });

    [Fact]
    public void A_short_circuit_alerts_in_the_next_tick_says_what_it_is_and_is_over_when_it_is_over() => Rig.Run(rig =>
    {
        rig.World.Current_A = -300;
        rig.Advance(ms: 20);
        Assert.Equal(1, rig.Value(Channel.FrontEndAlert));
        rig.World.Current_A = 0;
        rig.TimeUntil(() => rig.Value(Channel.FrontEndStatus) == ShortCircuit, 200);
        rig.TimeUntil(() => rig.Value(Channel.FrontEndAlert) == 0, 6000);
        Assert.Equal(0, rig.Value(Channel.FrontEndStatus));
        Assert.Equal(0, rig.FrontEnd.LostConfigurations);
    });

    [Theory]
    [InlineData(4.42, Overvoltage)]
    [InlineData(2.40, Undervoltage)]
    public void A_cell_beyond_its_limits_alerts_after_its_delay_and_recovers(double volts, int status) => Rig.Run(rig =>
    {
        rig.World.CellVoltages_V[5] = volts;
        int time_ms = rig.TimeUntil(() => rig.Value(Channel.FrontEndAlert) == 1, 1000);
        Assert.InRange(time_ms, 240, 251 + 63 + 40);
        rig.Advance(ms: 200);
        Assert.Equal(status, rig.Value(Channel.FrontEndStatus));
        rig.World.CellVoltages_V[5] = 3.7;
        rig.TimeUntil(() => rig.Value(Channel.FrontEndAlert) == 0, 6000);
        Assert.Equal(0, rig.Value(Channel.FrontEndStatus));
    });

    [Theory]
    [InlineData(4.34)]
    [InlineData(2.51)]
    public void A_cell_within_its_limits_does_not_alert(double volts) => Rig.Run(rig =>
    {
        rig.World.CellVoltages_V[5] = volts;
        rig.AfterTick = () => Assert.Equal(0, rig.Value(Channel.FrontEndAlert));
        rig.Advance(s: 5);
    });

    [Theory]
    [InlineData(25, ChargeOvercurrent)]
    [InlineData(-45, DischargeOvercurrent)]
    [InlineData(-85, ShortCircuit | DischargeOvercurrent)]
    public void An_overcurrent_alerts_and_is_over_without_a_current_in_the_other_sense(double current, int status) => Rig.Run(rig =>
    {
        rig.World.Current_A = current;
        rig.TimeUntil(() => rig.Value(Channel.FrontEndAlert) == 1, 400);
        rig.Advance(ms: 400);
        Assert.Equal(status, rig.Value(Channel.FrontEndStatus));
        rig.World.Current_A = 0;
        rig.TimeUntil(() => rig.Value(Channel.FrontEndAlert) == 0, 6000);
        Assert.Equal(0, rig.Value(Channel.FrontEndStatus));
    });

    [Theory]
    [InlineData(15)]
    [InlineData(-35)]
    public void A_current_below_the_trips_does_not_alert(double current) => Rig.Run(rig =>
    {
        rig.World.Current_A = current;
        rig.AfterTick = () => Assert.Equal(0, rig.Value(Channel.FrontEndAlert));
        rig.Advance(s: 5);
    });

    [Fact]
    public void A_broken_wire_alerts() => Rig.Run(rig =>
    {
        Line line = rig.Machine.Pins[rig.Machine.Wiring.Alert];
        line.IsCut = true;
        rig.Advance(ms: 20);
        Assert.Equal(1, rig.Value(Channel.FrontEndAlert));
        line.IsCut = false;
        rig.Advance(ms: 20);
        Assert.Equal(0, rig.Value(Channel.FrontEndAlert));
    });

    [Fact]
    public void A_broken_wire_to_a_chip_that_stays_silent_is_not_heard_at_once_and_alerts_after_three_ticks() => Rig.Run(rig =>
    {
        rig.FrontEndChip.IsSilent = true;
        rig.Machine.Pins[rig.Machine.Wiring.Alert].IsCut = true;
        for (int ticks = 0; ticks < 3; ticks++)
        {
            rig.Advance(ms: 20);
            Assert.False(rig.IsValid(Channel.FrontEndAlert));
        }

        rig.Advance(ms: 20);
        Assert.Equal(1, rig.Value(Channel.FrontEndAlert));
    });

    [Fact]
    public void A_reset_is_not_taken_for_an_alert_and_nothing_is_heard_until_it_is_repaired() => Rig.Run(rig =>
    {
        rig.FrontEndChip.Reset(byWatchdog: false);
        rig.AfterTick = () =>
        {
            if (rig.IsValid(Channel.FrontEndAlert))
            {
                Assert.True(rig.FrontEnd.IsConfigured);
                Assert.Equal(0, rig.Value(Channel.FrontEndAlert));
            }
        };
        rig.Advance(ms: 20);
        Assert.False(rig.IsValid(Channel.FrontEndAlert));
        rig.TimeUntil(() => rig.IsValid(Channel.FrontEndAlert), 4000);
    });

    [Fact]
    public void An_alert_while_bits_fall_over_is_an_alert() => Rig.Run(rig =>
    {
        rig.FrontEndChip.BitErrorRate = 0.02;
        rig.World.Current_A = -300;
        rig.Advance(ms: 20);
        Assert.Equal(1, rig.Value(Channel.FrontEndAlert));
    });
}
