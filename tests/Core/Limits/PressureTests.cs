using System;
using System.Linq;
using Bms.Core.Limits;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Limits;

/// <summary>Current needs a window of stack pressure.</summary>
public class PressureTests
{
    private static readonly OperatingLimits _window = BuiltInCell.Parameters(BuiltInCell.Pouch).Limits;

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.999, 0.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.25, 0.25)]
    [InlineData(1.9, 0.9)]
    [InlineData(2.0, 1.0)]
    [InlineData(5.0, 1.0)]
    [InlineData(8.0, 1.0)]
    [InlineData(8.5, 0.75)]
    [InlineData(9.9, 0.05)]
    [InlineData(10.0, 0.0)]
    [InlineData(30.0, 0.0)]
    public void Rated_current_fades_out_at_both_ends(double pressure, double share)
    {
        LimiterRig rig = Rig().Temperature(0).Pressure(pressure).Evaluate();
        double charge = rig.Limits.ChargeReason == LimitReason.None ? 1 : rig.Charge / _window.ChargeRateMaximum;
        double discharge = rig.Limits.DischargeReason == LimitReason.None ? 1 : rig.Discharge / _window.DischargeRateMaximum;
        Assert.Equal(share, charge, 1e-4);
        Assert.Equal(share, discharge, 1e-4);
    }

    [Fact]
    public void Upper_end_of_the_window_falls_with_heat()
    {
        double[] share = [.. Enumerable.Range(0, 8).Select(k => Rig().Temperature(k * 10).Pressure(8).Evaluate().Discharge)];
        Assert.Equal(share.OrderDescending(), share);
        Assert.True(share[^1] < 0.6 * share[0]);
    }

    [Fact]
    public void One_hot_cell_lowers_the_upper_end()
    {
        double warm = Rig().Pressure(7).Evaluate().Discharge;
        double hot = Rig().Pressure(7).Temperature(2, 70).Evaluate().Discharge;
        Assert.True(hot < warm);
    }

    [Theory]
    [InlineData(0, 1.2, LimitReason.PressureLow)]
    [InlineData(1, 1.2, LimitReason.PressureLow)]
    [InlineData(0, 9.7, LimitReason.PressureHigh)]
    [InlineData(1, 9.7, LimitReason.PressureHigh)]
    public void The_clamp_at_fault_is_named(int clamp, double pressure, LimitReason reason)
    {
        LimiterRig rig = Rig().Pressure(clamp, pressure).Evaluate();
        Assert.Equal((reason, clamp), (rig.Limits.ChargeReason, rig.Limits.ChargePlace));
        Assert.Equal((reason, clamp), (rig.Limits.DischargeReason, rig.Limits.DischargePlace));
    }

    [Fact]
    public void The_more_cautious_load_cell_counts_on_each_side()
    {
        Bench low = Bench.Default().AtRest().LoadCell(0, MPa(1.02)).Advance(s: 30);
        Assert.Equal(LimitReason.PressureLow, low.Decision.DischargeReason);
        Bench high = Bench.Default().AtRest().LoadCell(3, MPa(9.8)).Advance(s: 30);
        Assert.Equal((LimitReason.PressureHigh, 1), (high.Decision.DischargeReason, high.Decision.DischargePlace));
    }

    [Fact]
    public void Readings_are_taken_at_the_worse_end_of_their_tolerance()
    {
        // 1.5 %: 1.02 MPa may be 1.005, and 9.9 may be 10.05
        Bench low = Bench.Default().AtRest().Pressure(0, MPa(1.02)).Advance(ms: 200);
        Assert.Equal(3 * ((1.02 * 0.985) - 1), low.DischargeLimit, 1e-3);
        Bench high = Bench.Default().AtRest().Pressure(0, MPa(9.9)).Advance(ms: 200);
        Assert.True(high.IsBlocked);
    }

    [Fact]
    public void A_film_needs_no_pressure()
    {
        BenchSetup film = new() { Cell = BuiltInCell.Film, Temperature = 20, Pressure = 0 };
        Bench bench = new Bench(film).AtRest();
        Assert.False(bench.IsBlocked);
        Assert.DoesNotContain("pressure", string.Join(", ", bench.ActiveDiagnoses()), StringComparison.Ordinal);
    }

    private static LimiterRig Rig() => new(BuiltInCell.Pouch, r => new PressureLimiter(r.Profile, r.Model, r.Readings, new PressureTrend(r.Readings), r.Settings));
}
