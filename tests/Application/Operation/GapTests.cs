using System.Collections.Generic;
using Bms.Application.Tests.Benches;
using Bms.Core;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Xunit;

namespace Bms.Application.Tests.Operation;

/// <summary>After a gap between frames the external watchdog has opened the contactors: the core believes that, too.</summary>
public class GapTests
{
    private const int ReclosingDelay_ms = 10_000;

    [Theory]
    [InlineData(251)]
    [InlineData(1_000)]
    [InlineData(3_600_000)]
    public void A_gap_longer_than_the_watchdogs_period_opens_and_takes_the_limits(int gap_ms)
    {
        SteadyPack pack = Closed();
        pack.Step(gap_ms);
        Assert.True(pack.IsBlocked);
        Assert.Equal(ContactorState.Open, pack.Contactors);
        Assert.False(pack.Decision.CloseNegative || pack.Decision.ClosePrecharge || pack.Decision.ClosePositive);
        Assert.Equal((LimitReason.Contactors, LimitReason.Contactors), (pack.Decision.ChargeReason, pack.Decision.DischargeReason));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_does_so_in_any_phase_and_closes_again_through_precharge_after_the_reclosing_delay(int ticks)
    {
        SteadyPack pack = Closed().Run(ticks * BatteryManager.Tick_ms);
        pack.Step(1_000);
        long opened_ms = pack.Time_ms;
        List<ContactorState> states = [pack.Contactors];
        bool wasAllowedOpen = false;
        while (pack.Contactors != ContactorState.Closed && pack.Time_ms < opened_ms + 60_000)
        {
            pack.Step();
            wasAllowedOpen |= pack.Contactors != ContactorState.Closed && !pack.IsBlocked;
            if (pack.Contactors != states[^1])
            {
                states.Add(pack.Contactors);
            }
        }

        Assert.Equal([ContactorState.Open, ContactorState.Precharging, ContactorState.Closed], states);
        Assert.False(wasAllowedOpen);
        Assert.InRange(pack.Time_ms - opened_ms, ReclosingDelay_ms, ReclosingDelay_ms + 1_000);
        Assert.False(pack.Run(5_000).IsBlocked);
    }

    [Fact]
    public void A_gap_as_long_as_the_watchdogs_period_opens_nothing()
    {
        SteadyPack pack = Closed();
        pack.Step(BatteryManager.WatchdogPeriod_ms);
        Assert.Equal(ContactorState.Closed, pack.Contactors);
        Assert.Equal(ContactorState.Closed, pack.Run(2_000).Contactors);
    }

    private static SteadyPack Closed()
    {
        SteadyPack pack = new SteadyPack().Run(10_000);
        Assert.Equal(ContactorState.Closed, pack.Contactors);
        Assert.False(pack.IsBlocked);
        return pack;
    }
}
