using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Pack;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Operation;

/// <summary>Ticks that are late now and then: contactors and core always agree, and the pack comes back of itself.</summary>
public class LateTickTests
{
    private const double Late_s = 40;

    public static TheoryData<int, int> Short => Grid(30, 65, 100);

    public static TheoryData<int, int> Long => Grid(190, 200, 226, 229, 230, 231, 235, 300);

    [Theory, MemberData(nameof(Short))]
    public void A_tick_that_is_a_little_late_changes_nothing(int phase, int duration_ms)
    {
        BoardBench bench = Late(phase, duration_ms);
        int missed = 0;
        bench.At(Late_s - 1, () => missed = bench.Application.Missed);
        bench.Run(Late_s + 5);
        Assert.Equal(missed + 1, bench.Application.Missed);
        Assert.Equal(0, bench.Board.Watchdog.Drops);
        Assert.Equal(4, bench.Commands.Count);
        Assert.True(bench.IsConnected);
    }

    [Theory, MemberData(nameof(Long))]
    public void One_for_which_the_watchdog_does_not_wait_opens_the_pack_which_closes_again_after_the_reclosing_delay(int phase, int duration_ms)
    {
        BoardBench bench = Late(phase, duration_ms);
        double blocked_s = 0;
        bench.Stepped += () => blocked_s = blocked_s == 0 && bench.Time_s > Late_s && bench.IsBlocked ? bench.Time_s : blocked_s;
        bench.Run(Late_s + 25);
        Assert.Equal(1, bench.Board.Watchdog.Drops);
        Assert.InRange(blocked_s - Late_s, duration_ms / 1000.0, 0.7);
        Assert.Equal(["+precharge", "+negative", "-precharge", "+positive", "-positive", "-negative", "+precharge", "+negative", "-precharge", "+positive"], bench.Commands.Select(command => command.Change));
        Assert.True(bench.IsConnected);
        Assert.Equal(0, bench.Application.Manager.Diagnosis.ActiveBits);
    }

    [Fact]
    public void Whatever_is_late_and_when_the_pack_is_connected_half_a_minute_later() =>
        Gen.Select(Gen.Int[0, 15_000], Gen.Int[21, 400]).Array[1, 12].Select(Gen.Bool).Sample((late, hasFram) =>
        {
            BoardBench bench = new(new BoardSetup { Cells = 4, HasFram = hasFram }) { Connects = true };
            foreach ((int at_ms, int duration_ms) in late)
            {
                bench.At(at_ms / 1000.0, () => bench.Stepped = () =>
                {
                    bench.Stepped = null;
                    bench.Machine.Advance(duration_ms * 1000L);
                });
            }

            bool agrees = true;
            for (double s = 16; s < 50; s += 0.02)
            {
                bench.At(s, () => agrees &= bench.Application.Manager is not { } manager || manager.Contactors != ContactorState.Closed || bench.Board.Watchdog.IsArmed);
            }

            bench.Run(50);
            Assert.True(agrees);
            Assert.True(bench.IsConnected);
            Assert.False(bench.IsBlocked);
            Assert.Equal(0, bench.Application.Manager.Diagnosis.ActiveBits);
        }, iter: 60, threads: 1);

    private static TheoryData<int, int> Grid(params int[] durations_ms)
    {
        TheoryData<int, int> grid = [];
        foreach (int phase in Enumerable.Range(0, 5))
        {
            foreach (int duration_ms in durations_ms)
            {
                grid.Add(phase, duration_ms);
            }
        }

        return grid;
    }

    private static BoardBench Late(int phase, int duration_ms)
    {
        BoardBench bench = new() { Connects = true };
        bool isLate = false;
        bench.Stepped = () =>
        {
            // steps are counted after they are done
            if (!isLate && bench.Time_s >= Late_s && bench.Application.Steps % 5 == (phase + 1) % 5)
            {
                Assert.True(bench.IsConnected);
                isLate = true;
                bench.Machine.Advance(duration_ms * 1000L);
            }
        };
        return bench;
    }
}
