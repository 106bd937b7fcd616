using System.Collections.Generic;
using Bms.Application.Tests.Benches;
using Bms.Device;
using Bms.VirtualBoard;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Timing;

/// <summary>Ticks come when they are due, and the clock says honestly when they did not.</summary>
public class ClockTests
{
    private const int Tick_ms = Clock.Tick_us / 1000;

    [Fact]
    public void Ticks_do_not_drift_whatever_their_work_takes() =>
        Gen.Int[0, Clock.Tick_us - 1_000].Array[1, 200].Sample(work => Controller.Tick((machine, clock) =>
        {
            long first_us = machine.Time_us;
            long first_ms = clock.Time_ms;
            for (int k = 0; k < work.Length; k++)
            {
                machine.Advance(work[k]);
                Assert.True(clock.WaitForTick());
                Assert.Equal(first_ms + ((k + 1) * Tick_ms), clock.Time_ms);
                Assert.InRange(machine.Time_us - first_us - ((k + 1L) * Clock.Tick_us), 0, 999);
            }

            Assert.Equal(0, clock.Missed);
        }), iter: 30);

    [Fact]
    public void A_late_tick_moves_those_after_it() => Controller.Tick((machine, clock) =>
    {
        machine.Advance(70_300);
        clock.WaitForTick();
        long began_us = machine.Time_us;
        Assert.Equal(began_us / 1000, clock.Time_ms);
        for (int k = 1; k < 10; k++)
        {
            clock.WaitForTick();
            Assert.InRange(machine.Time_us - began_us - (k * (long)Clock.Tick_us), 0, 999);
        }

        Assert.Equal(1, clock.Missed);
    });

    [Fact]
    public void Each_late_tick_is_counted_once() =>
        Gen.Int[0, 60_000].Array[1, 100].Sample(work => Controller.Tick((machine, clock) =>
        {
            int late = 0;
            long due_us = machine.Time_us;
            foreach (int duration_us in work)
            {
                machine.Advance(duration_us);
                bool isLate = machine.Time_us - due_us > Clock.Tick_us;
                Assert.Equal(isLate, clock.TickIsOver());
                late += isLate ? 1 : 0;
                bool isDue = machine.Time_us - due_us >= Clock.Tick_us;
                clock.WaitForTick();
                due_us = isDue ? machine.Time_us : due_us + Clock.Tick_us;
                Assert.Equal(late, clock.Missed);
            }
        }), iter: 30);

    [Fact]
    public void A_tick_is_busy_from_waking_on() => Controller.Tick((machine, clock) =>
    {
        machine.Advance(300);
        clock.WaitForTick();            // due 19.7 ms from now, slept 20 ms
        Assert.Equal(300, clock.Busy_us);
        clock.WaitForTick();
        Assert.Equal(0, clock.Busy_us);
        machine.Advance(7_123);
        clock.WaitForTick();
        Assert.Equal((7_123, 7_123), (clock.Busy_us, clock.Longest_us));
        clock.ForgetLongest();
        machine.Advance(10);
        clock.WaitForTick();
        Assert.Equal((10, 10), (clock.Busy_us, clock.Longest_us));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_late_tick_spoils_one_round_only(int lateTick) => Controller.Tick((machine, clock) =>
    {
        List<bool> rounds = [];
        for (int tick = 0; tick < 20; tick++)
        {
            machine.Advance(tick == 5 + lateTick ? 25_000 : 5_000);
            if (tick % 5 == 4)
            {
                rounds.Add(clock.WasOnTime());
            }

            clock.WaitForTick();
        }

        Assert.Equal([true, false, true, true], rounds);
    });

    [Fact]
    public void Late_ticks_in_two_rounds_spoil_both() => Controller.Tick((machine, clock) =>
    {
        List<bool> rounds = [];
        for (int tick = 0; tick < 20; tick++)
        {
            machine.Advance(tick is 9 or 10 ? 25_000 : 5_000);
            if (tick % 5 == 4)
            {
                rounds.Add(clock.WasOnTime());
            }

            clock.WaitForTick();
        }

        Assert.Equal([true, false, false, true], rounds);
    });

    [Fact]
    public void It_is_steady_300_ms_after_the_last_late_tick() => Controller.Tick((machine, clock) =>
    {
        long late_us = machine.Time_us;
        for (int tick = 0; tick < 60; tick++)
        {
            Assert.Equal(machine.Time_us - late_us >= 299_000, clock.IsSteady());
            if (tick == 30)
            {
                machine.Advance(40_000);
                late_us = machine.Time_us;
                Assert.False(clock.IsSteady());
            }

            clock.WaitForTick();
        }
    });

    [Fact]
    public void Time_goes_on_when_the_counter_jumps_forward() => Controller.Tick((machine, clock) =>
    {
        long before_ms = clock.Time_ms;
        machine.JumpClock(5_000_000);
        clock.WaitForTick();
        Assert.InRange(clock.Time_ms - before_ms, 5_000, 5_002);
        clock.WaitForTick();
        Assert.InRange(clock.Time_ms - before_ms, 5_020, 5_022);
        Assert.Equal(1, clock.Missed);
    });

    [Fact]
    public void Time_goes_on_from_where_it_was_when_the_counter_begins_anew()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        Clock clock = new();
        machine.Run(() => Tick(clock, 50));
        long before_ms = clock.Time_ms;
        Assert.InRange(before_ms, 900, 1_100);
        machine.SwitchOff();
        machine.PowerUp();
        machine.Run(() =>
        {
            long last_ms = before_ms;
            for (int tick = 0; tick < 50; tick++)
            {
                clock.WaitForTick();
                Assert.InRange(clock.Time_ms - last_ms, 0, Tick_ms);
                Assert.InRange(machine.UpTime_us, tick * (Clock.Tick_us - 1_000L), (tick + 2L) * Clock.Tick_us);
                last_ms = clock.Time_ms;
            }
        });
        Assert.InRange(clock.Time_ms, before_ms + 900, before_ms + 1_100);
    }

    [Fact]
    public void What_goes_before_the_loop_is_not_late() => Controller.Run(machine =>
    {
        Clock clock = new();
        clock.WaitForTick();
        machine.Advance(3_000_000);
        clock.Begin();
        clock.WaitForTick();
        Assert.Equal((0, 0), (clock.Missed, clock.Longest_us));
        Assert.True(clock.WasOnTime());
    });

    [Fact]
    public void A_clock_that_is_stopped_ends_the_loop_with_the_present_tick() => Controller.Tick((_, clock) =>
    {
        clock.Stop();
        Assert.False(clock.WaitForTick());
    });

    private static void Tick(Clock clock, int count)
    {
        for (int tick = 0; tick < count; tick++)
        {
            clock.WaitForTick();
        }
    }
}
