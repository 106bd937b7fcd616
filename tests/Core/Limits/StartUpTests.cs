using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Core.Sensing;
using Bms.Core.Tests.Benches;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Nothing is allowed before everything is known.</summary>
public class StartUpTests
{
    private const int Ready_ms = 2000;

    public static TheoryData<int> RequiredChannels =>
        [Channel.CellVoltage, Channel.CellVoltage + 7, Channel.Temperature, Channel.Temperature + 3];

    [Fact]
    public void Limits_are_zero_until_a_complete_set_and_two_seconds()
    {
        Bench bench = Bench.Default();
        List<string> early = [];
        bench.AfterStep = () =>
        {
            if (!bench.IsBlocked || bench.Decision.ChargeReason != LimitReason.StartUp || bench.Decision.DischargeReason != LimitReason.StartUp)
            {
                early.Add($"{bench.Time_ms} ms: {bench.DischargeLimit} C, {bench.Decision.DischargeReason}");
            }
        };
        bench.Advance(ms: Ready_ms);
        Assert.Empty(early);

        bench.AfterStep = null;
        bench.Advance(ms: 500);
        Assert.False(bench.IsBlocked);
    }

    [Fact]
    public void Limits_come_up_along_the_ramp_and_end_at_what_binds()
    {
        Bench bench = Bench.Default().AtRest();
        Assert.Equal(LimitReason.Stripping, bench.Decision.DischargeReason);
        Assert.Equal(LimitReason.Plating, bench.Decision.ChargeReason);
        Assert.InRange(bench.DischargeLimit, 0.1, 0.5);
        Assert.InRange(bench.ChargeLimit, 0.3, 0.8);
        Assert.Empty(bench.ActiveDiagnoses());
    }

    [Theory]
    [MemberData(nameof(RequiredChannels))]
    public void One_missing_channel_keeps_everything_shut(int channel)
    {
        Bench bench = Bench.Default().Break(channel, Breakage.Silent).Advance(s: 30);
        Assert.True(bench.IsBlocked);
        Assert.Equal(LimitReason.StartUp, bench.Decision.DischargeReason);
        Assert.False(bench.Decision.CloseNegative || bench.Decision.ClosePositive || bench.Decision.ClosePrecharge);

        bench.Mend(channel).Advance(s: 20);
        Assert.False(bench.IsBlocked);
        Assert.True(bench.Decision.ClosePositive);
    }

    [Fact]
    public void A_clamp_without_load_cells_or_a_pack_without_current_sensors_keeps_everything_shut()
    {
        int[][] groups = [[Channel.ClampPressure + 2, Channel.ClampPressure + 3], [Channel.PackCurrentA, Channel.PackCurrentB]];
        foreach (int[] group in groups)
        {
            Bench bench = Bench.Default();
            group.ToList().ForEach(channel => bench.Break(channel, Breakage.Failed));
            bench.Advance(s: 30);
            Assert.True(bench.IsBlocked && !bench.Decision.CloseNegative);

            group.ToList().ForEach(channel => bench.Mend(channel));
            bench.Advance(s: 20);
            Assert.False(bench.IsBlocked);
        }
    }

    [Fact]
    public void Nothing_is_diagnosed_before_the_first_complete_set()
    {
        Bench bench = Bench.Default().Break(Channel.CellVoltage, Breakage.Silent).Advance(s: 30);
        Assert.Empty(bench.ActiveDiagnoses());
    }
}
