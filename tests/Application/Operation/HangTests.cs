using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Pack;
using Bms.VirtualBoard.Circuits;
using Xunit;

namespace Bms.Application.Tests.Operation;

/// <summary>A bus that somebody holds blocks the one thread for a second.</summary>
public class HangTests
{
    private const double Hangs_s = 40;
    private const long Look_us = 20_000;

    // the second bus has a load-cell converter only: what holds it is met with its next reading
    private const long Rest_us = 60_000;

    private const long Round_us = 100_000;
    private const long ReclosingDelay_us = 10_000_000;
    private const long Watchdog_us = Watchdog.Hold_us + Contactor.Opening_us;

    [Theory]
    [InlineData(true, 0.01)]
    [InlineData(true, 0.05)]
    [InlineData(false, 0.09)]
    public void The_watchdog_opens_the_contactors_and_the_first_step_after_it_allows_nothing(bool isFirstBus, double offset_s)
    {
        BoardBench bench = new(new BoardSetup { Cells = 16 }) { Connects = true };
        long held_us = 0;
        long opened_us = 0;
        long firstStep_us = 0;
        long lastFault_us = 0;
        List<ContactorState> states = [];
        bench.At(Hangs_s + offset_s, () =>
        {
            Assert.True(bench.IsConnected);
            Assert.False(bench.IsBlocked);
            held_us = bench.Machine.Time_us;
            (isFirstBus ? bench.Machine.FirstBus : bench.Machine.SecondBus).IsHeld = true;
        });
        bench.At(Hangs_s + offset_s + 0.26 + (isFirstBus ? 0 : Rest_us / 1e6), () => opened_us = bench.IsConnected ? 0 : bench.Machine.Time_us);
        bench.At(Hangs_s + offset_s + 0.5, () => (bench.Machine.FirstBus.IsHeld, bench.Machine.SecondBus.IsHeld) = (false, false));
        bench.Stepped = () =>
        {
            if (held_us == 0)
            {
                return;
            }

            if (firstStep_us == 0 && bench.Machine.Time_us > held_us + 500_000)
            {
                firstStep_us = bench.Machine.Time_us;
                Assert.True(bench.IsBlocked);
                Assert.Equal(ContactorState.Open, bench.Application.Manager.Contactors);
            }

            if (bench.Application.Manager.Diagnosis.HasFault)
            {
                lastFault_us = bench.Machine.Time_us;
            }

            if (firstStep_us > 0 && (states.Count == 0 || states[^1] != bench.Application.Manager.Contactors))
            {
                states.Add(bench.Application.Manager.Contactors);
            }

            Assert.True(bench.IsConnected || firstStep_us == 0 || bench.IsBlocked || bench.Application.Manager.Contactors == ContactorState.Closed);
        };
        bench.Run(Hangs_s + 20);

        Assert.InRange(opened_us - held_us, 1, Watchdog_us + Look_us + (isFirstBus ? 0 : Rest_us));
        Assert.Equal([ContactorState.Open, ContactorState.Precharging, ContactorState.Closed], states);
        Assert.Equal(["+precharge", "+negative", "-precharge", "+positive", "-positive", "-negative", "+precharge", "+negative", "-precharge", "+positive"], bench.Commands.Select(command => command.Change));
        Assert.InRange(bench.Commands[6].Time_us - Math.Max(firstStep_us, lastFault_us), ReclosingDelay_us - Round_us, ReclosingDelay_us + 500_000);
        Assert.True(bench.IsConnected);
        Assert.False(bench.IsBlocked);
        Assert.Equal(1, bench.Board.Watchdog.Drops);
    }
}
