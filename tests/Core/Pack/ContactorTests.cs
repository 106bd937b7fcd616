using System.Collections.Generic;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Pack;

/// <summary>The contactors: precharge first, a warning before they open, no haste but in an emergency.</summary>
public class ContactorTests
{
    private const int Period_ms = 100;

    [Fact]
    public void Negative_and_precharge_close_first_and_positive_after_the_precharge_time()
    {
        Bench bench = Bench.Default();
        List<(bool Negative, bool Precharge, bool Positive, long Time_ms)> sequence = [];
        bench.AfterStep = () =>
        {
            Decision d = bench.Decision;
            if (sequence.Count == 0 || sequence[^1] is var last && (last.Negative, last.Precharge, last.Positive) != (d.CloseNegative, d.ClosePrecharge, d.ClosePositive))
            {
                sequence.Add((d.CloseNegative, d.ClosePrecharge, d.ClosePositive, bench.Time_ms));
            }
        };
        bench.AtRest();
        Assert.Equal(3, sequence.Count);
        Assert.Equal((false, false, false), (sequence[0].Negative, sequence[0].Precharge, sequence[0].Positive));
        Assert.Equal((true, true, false), (sequence[1].Negative, sequence[1].Precharge, sequence[1].Positive));
        Assert.Equal((true, false, true), (sequence[2].Negative, sequence[2].Precharge, sequence[2].Positive));
        Assert.Equal(200, sequence[2].Time_ms - sequence[1].Time_ms);
        Assert.Equal(ContactorState.Closed, bench.Manager.Contactors);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void Precharge_lasts_as_long_as_its_setting(int time_ms)
    {
        Bench bench = With(Setting.PrechargeTime, time_ms);
        bench.TimeUntil(() => bench.Decision.ClosePrecharge, 10_000);
        Assert.Equal(time_ms, bench.TimeUntil(() => bench.Decision.ClosePositive, 10_000));
    }

    [Fact]
    public void Nothing_closes_without_being_asked()
    {
        Bench bench = new(new BenchSetup { Connect = false });
        bench.AfterStep = () => Assert.False(bench.Decision.CloseNegative || bench.Decision.ClosePositive || bench.Decision.ClosePrecharge);
        bench.AtRest();
        Assert.Equal(ContactorState.Open, bench.Manager.Contactors);
    }

    [Theory]
    [InlineData(Breakage.Silent)]
    [InlineData(Breakage.Failed)]
    [InlineData(Breakage.Early)]
    [InlineData(Breakage.TooHigh)]
    public void A_request_that_is_lost_is_a_request_withdrawn(Breakage how)
    {
        Bench bench = Bench.Default().AtRest().Break(Channel.ConnectRequest, how).Advance(s: 5);
        Assert.Equal(ContactorState.Open, bench.Manager.Contactors);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(2000)]
    [InlineData(10_000)]
    public void After_a_fault_limits_are_zero_at_once_and_the_contactors_open_after_the_warning_time(int warning_ms)
    {
        Bench bench = With(Setting.OpeningDelay, warning_ms).AtRest().Pressure(1, MPa(0.5));
        Assert.InRange(bench.TimeUntil(() => bench.IsBlocked, 1000), 0, BatteryManager.Tick_ms);
        bench.TimeUntil(() => bench.Decision.Warning, 1000);
        Assert.True(bench.Decision.ClosePositive && bench.Decision.CloseNegative);
        Assert.Equal(ContactorState.Opening, bench.Manager.Contactors);
        Assert.InRange(bench.TimeUntil(() => !bench.Decision.ClosePositive, 20_000), warning_ms, warning_ms + Period_ms);
        Assert.False(bench.Decision.CloseNegative || bench.Decision.Warning);
        Assert.Equal(LimitReason.Fault, bench.Decision.DischargeReason);
    }

    [Fact]
    public void A_fault_that_heals_lets_them_close_again_after_the_reclosing_time()
    {
        Bench bench = Bench.Default().AtRest().Pressure(0, MPa(0.5)).Advance(s: 10).Pressure(0, MPa(5));
        long healed_ms = bench.TimeUntil(() => !bench.Diagnosis("clamp pressure lost").IsActive, 20_000);
        Assert.InRange(healed_ms, 10_000, 10_300);
        Assert.InRange(bench.TimeUntil(() => bench.Decision.ClosePrecharge, 20_000), 9_900, 10_100);
        bench.Advance(s: 10);
        Assert.Equal(ContactorState.Closed, bench.Manager.Contactors);
        Assert.False(bench.IsBlocked);
    }

    [Fact]
    public void A_fault_during_precharge_opens_at_once()
    {
        Bench bench = With(Setting.PrechargeTime, 5000);
        bench.TimeUntil(() => bench.Decision.ClosePrecharge, 10_000);
        bench.Advance(s: 1).Pressure(MPa(0.5));
        bench.TimeUntil(() => bench.Diagnosis("clamp pressure lost").IsActive, 1000);
        bench.Advance(ms: Period_ms);
        Assert.False(bench.Decision.CloseNegative || bench.Decision.ClosePrecharge || bench.Decision.ClosePositive);
    }

    [Fact]
    public void An_emergency_opens_everything_within_one_tick_without_a_warning()
    {
        for (int phase = 0; phase < 5; phase++)
        {
            Bench bench = Bench.Default().AtRest().Advance(ms: phase * BatteryManager.Tick_ms).Alert(true).Advance(ms: BatteryManager.Tick_ms);
            Assert.False(bench.Decision.ClosePositive || bench.Decision.CloseNegative || bench.Decision.Warning);
            Assert.True(bench.IsBlocked);
            bench.AfterStep = () => Assert.False(bench.Decision.ClosePositive || bench.Decision.CloseNegative || bench.Decision.ClosePrecharge);
            bench.Advance(s: 30);
        }
    }

    [Fact]
    public void A_withdrawn_request_warns_and_opens_and_a_renewed_one_closes_again()
    {
        Bench bench = Bench.Default().AtRest().Connect(false).Advance(ms: 200);
        Assert.Equal(ContactorState.Opening, bench.Manager.Contactors);
        Assert.True(bench.Decision.Warning);
        bench.Connect(true).Advance(ms: 200);
        Assert.Equal(ContactorState.Closed, bench.Manager.Contactors);
        bench.Connect(false).Advance(s: 3);
        Assert.Equal(ContactorState.Open, bench.Manager.Contactors);
        bench.Connect(true).Advance(s: 1);
        Assert.Equal(ContactorState.Closed, bench.Manager.Contactors);
    }

    [Theory]
    [InlineData(Channel.ContactorPositive, 0)]
    [InlineData(Channel.ContactorNegative, 0)]
    public void A_contactor_that_does_not_close_is_found_out(int channel, int position)
    {
        Bench bench = Bench.Default().Weld(channel, position).AtRest();
        Assert.True(bench.Diagnosis("contactor does not follow").IsActive);
        Assert.Equal(ContactorState.Open, bench.Manager.Contactors);
    }

    [Theory]
    [InlineData(Channel.ContactorPositive)]
    [InlineData(Channel.ContactorNegative)]
    public void A_welded_contactor_is_found_out_when_it_should_open(int channel)
    {
        Bench bench = Bench.Default().AtRest().Weld(channel, 1).Connect(false).Advance(s: 5);
        Assert.True(bench.Diagnosis("contactor does not follow").IsActive);
        bench.Connect(true).Advance(s: 60);
        Assert.False(bench.Decision.ClosePositive);
    }

    [Theory]
    [InlineData(Breakage.Silent)]
    [InlineData(Breakage.Failed)]
    [InlineData(Breakage.Early)]
    [InlineData(Breakage.TooHigh)]
    public void Feedback_that_can_not_be_believed_counts_as_open(Breakage how)
    {
        Bench bench = Bench.Default().AtRest().Break(Channel.ContactorPositive, how).Advance(s: 2);
        Assert.True(bench.Diagnosis("contactor does not follow").IsActive);
    }

    private static Bench With(int setting, int value) => new(new BenchSetup { Settings = new Dictionary<int, int> { [setting] = value } });
}
