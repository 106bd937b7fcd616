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
    [InlineData(0.679, 0.0)]
    [InlineData(0.68, 0.0)]
    [InlineData(0.7625, 0.5)]
    [InlineData(0.845, 1.0)]
    [InlineData(5.0, 1.0)]
    [InlineData(9.75, 1.0)]
    [InlineData(9.9, 0.4)]
    [InlineData(9.975, 0.1)]
    [InlineData(10.0, 0.0)]
    [InlineData(30.0, 0.0)]
    public void Rated_current_fades_out_over_the_last_eighth_from_warning_to_fault(double pressure, double share)
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
        double[] share = [.. Enumerable.Range(0, 8).Select(k => Rig().Temperature(k * 10).Pressure(9.77).Evaluate().Discharge)];
        Assert.Equal(share.OrderDescending(), share);
        Assert.True(share[^1] < 0.6 * share[0]);
    }

    [Fact]
    public void One_hot_cell_lowers_the_upper_end()
    {
        double warm = Rig().Pressure(9.7).Evaluate().Discharge;
        double hot = Rig().Pressure(9.7).Temperature(2, 70).Evaluate().Discharge;
        Assert.True(hot < warm);
    }

    [Theory]
    [InlineData(0, 0.7, LimitReason.PressureLow)]
    [InlineData(1, 0.7, LimitReason.PressureLow)]
    [InlineData(0, 9.95, LimitReason.PressureHigh)]
    [InlineData(1, 9.95, LimitReason.PressureHigh)]
    public void The_clamp_at_fault_is_named(int clamp, double pressure, LimitReason reason)
    {
        LimiterRig rig = Rig().Pressure(clamp, pressure).Evaluate();
        Assert.Equal((reason, clamp), (rig.Limits.ChargeReason, rig.Limits.ChargePlace));
        Assert.Equal((reason, clamp), (rig.Limits.DischargeReason, rig.Limits.DischargePlace));
    }

    [Fact]
    public void The_more_cautious_load_cell_counts_on_each_side()
    {
        Bench low = Bench.Default().AtRest().LoadCell(0, MPa(0.692)).Advance(s: 30);
        Assert.Equal(LimitReason.PressureLow, low.Decision.DischargeReason);
        Bench high = Bench.Default().AtRest().LoadCell(3, MPa(9.84)).Advance(s: 30);
        Assert.Equal((LimitReason.PressureHigh, 1), (high.Decision.DischargeReason, high.Decision.DischargePlace));
    }

    [Fact]
    public void Readings_are_taken_at_the_worse_end_of_their_tolerance()
    {
        // 1.5 %: 0.692 MPa may be 0.6816, and 9.9 may be 10.05
        Bench low = Bench.Default().AtRest().Pressure(0, MPa(0.692)).Advance(ms: 200);
        Assert.Equal(3 * ((0.692 * 0.985) - 0.68) / 0.165, low.DischargeLimit, 1e-3);
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
