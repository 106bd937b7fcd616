using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Core.Sensing;
using Bms.Core.Tests.Benches;
using Xunit;

namespace Bms.Core.Tests.Sensing;

/// <summary>What can't be believed allows nothing, within its stale time; what has a stand-in goes on.</summary>
public class SensorLossTests
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const int Scan_ms = 100;

    // what must fail together, how long a value counts, how often it is converted and looked at
    private static readonly Dictionary<string, (int[] Channels, int Age_ms, int Period_ms)> _required = new()
    {
        ["first cell voltage"] = ([Channel.CellVoltage], 300, Scan_ms),
        ["last cell voltage"] = ([Channel.CellVoltage + 7], 300, Scan_ms),
        ["first temperature"] = ([Channel.Temperature], 1000, 4 * Scan_ms),
        ["last temperature"] = ([Channel.Temperature + 3], 1000, 4 * Scan_ms),
        ["both load cells of the first clamp"] = ([Channel.ClampPressure, Channel.ClampPressure + 1], 150, 2 * Tick_ms),
        ["both load cells of the last clamp"] = ([Channel.ClampPressure + 2, Channel.ClampPressure + 3], 150, 2 * Tick_ms),
        ["both current sensors"] = ([Channel.PackCurrentA, Channel.PackCurrentB], 100, Tick_ms),
    };

    public static TheoryData<string, Breakage> EveryLoss =>
        [.. _required.Keys.SelectMany(_ => Enum.GetValues<Breakage>().Where(how => how != Breakage.None), (what, how) => (what, how))];

    public static TheoryData<int, Breakage> EveryStandIn =>
        [.. new[] { Channel.PackCurrentA, Channel.PackCurrentB, Channel.ClampPressure, Channel.ClampPressure + 3 }
            .SelectMany(_ => Enum.GetValues<Breakage>().Where(how => how != Breakage.None), (channel, how) => (channel, how))];

    [Theory]
    [MemberData(nameof(EveryLoss))]
    public void A_lost_reading_allows_nothing_within_its_stale_time_and_recovers(string what, Breakage how)
    {
        (int[] channels, int age_ms, int period_ms) = _required[what];
        Bench bench = Bench.Default().AtRest();
        Break(bench, channels, how);
        long blocked_ms = bench.TimeUntil(() => bench.IsBlocked, 2000);
        Assert.InRange(blocked_ms, age_ms - period_ms, age_ms + period_ms);
        Assert.Equal(LimitReason.Sensors, bench.Decision.ChargeReason);
        Assert.Equal(LimitReason.Sensors, bench.Decision.DischargeReason);

        Break(bench, channels, Breakage.None);
        bench.Advance(s: 30);
        Assert.False(bench.IsBlocked);
        Assert.Equal(LimitReason.Stripping, bench.Decision.DischargeReason);
    }

    [Theory]
    [MemberData(nameof(EveryLoss))]
    public void A_short_gap_changes_nothing(string what, Breakage how)
    {
        (int[] channels, int age_ms, int period_ms) = _required[what];
        Bench bench = Bench.Default().AtRest();
        double before = bench.DischargeLimit;
        Break(bench, channels, how);
        bench.Advance(ms: age_ms - period_ms - Tick_ms);
        Break(bench, channels, Breakage.None);
        bench.AfterStep = () => Assert.Equal(before, bench.DischargeLimit, 0.002);
        bench.Advance(s: 3);
        Assert.Empty(bench.ActiveDiagnoses());
    }

    [Theory]
    [MemberData(nameof(EveryStandIn))]
    public void One_of_two_sensors_is_enough(int channel, Breakage how)
    {
        Bench bench = Bench.Default().AtRest();
        double before = bench.DischargeLimit;
        bench.AfterStep = () => Assert.Equal(before, bench.DischargeLimit, 0.002);
        bench.Break(channel, how).Advance(s: 5);
        Assert.True(bench.Decision.ClosePositive);
    }

    [Fact]
    public void Charge_is_counted_by_the_second_current_sensor_when_the_first_fails()
    {
        Bench whole = Bench.Default().Advance(s: 1).Current(0.2).Advance(s: 10);
        Bench half = Bench.Default().Advance(s: 1).Current(0.2).Advance(s: 5).Break(Channel.PackCurrentA, Breakage.Silent).Advance(s: 5);
        Assert.Equal(whole.Manager.Charge_uAms, half.Manager.Charge_uAms);
    }

    [Theory]
    [InlineData(Breakage.TooLow)]
    [InlineData(Breakage.TooHigh)]
    public void Impossible_currents_are_not_counted(Breakage how)
    {
        Bench bench = Bench.Default().Advance(s: 1).Break(Channel.PackCurrentA, how).Break(Channel.PackCurrentB, how).Advance(s: 5);
        Assert.Equal(0, bench.Manager.Charge_uAms);
    }

    [Theory]
    [InlineData(2_000_000_000)]
    [InlineData(-2_000_000_000)]
    public void A_gap_in_the_largest_current_does_not_turn_the_mean_of_a_scan_around(int current_uA)
    {
        Bench bench = Bench.Default().Raw(Channel.PackCurrentA, current_uA).Raw(Channel.PackCurrentB, current_uA).Advance(s: 1);
        bench.AfterStep = () => Assert.NotEqual(-Math.Sign(current_uA), Math.Sign(bench.Manager.Readings.ScanRate_Q24));
        for (int gap_ms = 20; gap_ms < 1000; gap_ms += 60)
        {
            Break(bench, [Channel.PackCurrentA, Channel.PackCurrentB], Breakage.Silent);
            bench.Advance(ms: gap_ms);
            Break(bench, [Channel.PackCurrentA, Channel.PackCurrentB], Breakage.None);
            bench.Advance(ms: 200);
        }
    }

    [Theory]
    [InlineData(Breakage.TooLow)]
    [InlineData(Breakage.TooHigh)]
    [InlineData(Breakage.Early)]
    [InlineData(Breakage.Failed)]
    public void An_impossible_ambient_counts_as_unknown(Breakage how)
    {
        Bench bench = Bench.Default().AtRest().Break(Channel.AmbientTemperature, how).Advance(s: 6);
        Assert.Equal(0, bench.Manager.Readings.Ambient_mK);
    }

    [Fact]
    public void Every_channel_of_the_table_is_named_once_without_gaps()
    {
        int next = 0;
        foreach (ChannelRow row in ChannelTable.Rows())
        {
            Assert.Equal(next, row.First);
            Assert.True(row.Count > 0 && row.Lowest < row.Highest && row.MaximumAge_ms > 0, row.Name);
            next += row.Count;
        }

        Assert.Equal(Channel.Count, next);
    }

    [Fact]
    public void Channels_that_do_not_exist_are_skipped()
    {
        SensorFrame frame = new();
        frame.Set(-1, 1, 1);
        frame.Set(Channel.Count, 1, 1);
        frame.Invalidate(-1);
        frame.Invalidate(Channel.Count);
        Assert.DoesNotContain(true, frame.IsValid);
    }

    private static void Break(Bench bench, int[] channels, Breakage how) => channels.ToList().ForEach(channel => bench.Break(channel, how));
}
