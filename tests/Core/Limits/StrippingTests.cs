using System.Linq;
using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Discharge stays below what creep can refill.</summary>
public class StrippingTests
{
    private static readonly double[] _temperatures = [-5, 10, 25, 40, 60, 75];
    private static readonly double[] _pressures = [1.2, 3, 5, 7, 9.5];
    private static readonly double[] _contacts = [0.1, 0.5, 0.9, 1];

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Limit_is_the_flux_criterion_at_the_weakest_point(string cell)
    {
        foreach (double temperature in _temperatures)
        {
            foreach (double pressure in _pressures)
            {
                foreach (double contact in _contacts)
                {
                    LimiterRig rig = Measured(cell).WithoutMargins().Temperature(temperature).Pressure(pressure);
                    Enumerable.Range(0, 4).ToList().ForEach(k => rig.Contact(k, contact));
                    double exact = CriticalCurrentLaw.Stripping(cell, temperature, pressure, contact);
                    Assert.Equal(exact, rig.Evaluate().Discharge, 0.006 * exact);
                }
            }
        }
    }

    [Fact]
    public void Charge_is_not_touched() => Assert.Equal(int.MaxValue, Rig().Contact(0, 0.1).Evaluate().Limits.Charge_Q24);

    [Fact]
    public void Limit_rises_with_temperature_and_with_pressure_and_falls_with_lost_contact()
    {
        double[] warmer = [.. Enumerable.Range(0, 80).Select(t => Rig().Temperature(t).Evaluate().Discharge)];
        double[] tighter = [.. Enumerable.Range(0, 90).Select(p => Rig().Pressure(p / 10.0).Evaluate().Discharge)];
        double[] looser = [.. Enumerable.Range(0, 95).Select(c => Rig().Contact(2, 1 - (c / 100.0)).Evaluate().Discharge)];
        Assert.Equal(warmer.Order(), warmer);
        Assert.Equal(tighter.Order(), tighter);
        Assert.Equal(looser.OrderDescending(), looser);
        Assert.True(warmer[^1] > 10 * warmer[0] && tighter[^1] > 2 * tighter[0] && looser[^1] < 0.1 * looser[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_cell_with_least_contact_is_named(int cell)
    {
        LimiterRig rig = Rig().Contact(cell, 0.6).Evaluate();
        Assert.Equal((LimitReason.Stripping, cell), (rig.Limits.DischargeReason, rig.Limits.DischargePlace));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_coldest_cell_is_named(int cell)
    {
        LimiterRig rig = Rig().Temperature(cell, 15).Evaluate();
        Assert.Equal(cell, rig.Limits.DischargePlace);
    }

    [Fact]
    public void A_cell_in_the_looser_clamp_is_named()
    {
        LimiterRig rig = Rig().Pressure(1, 3).Evaluate();
        Assert.InRange(rig.Limits.DischargePlace, 2, 3);
    }

    [Fact]
    public void The_cell_whose_contact_lowers_the_ceiling_is_named()
    {
        // so warm that the ceiling binds everywhere, and only contact counts
        LimiterRig rig = Rig().Pressure(8).Temperature(80).Temperature(0, 78).Contact(1, 0.9).Evaluate();
        Assert.Equal(1, rig.Limits.DischargePlace);
    }

    [Fact]
    public void Cells_are_taken_cooler_by_the_sensors_tolerance_and_pressure_at_its_worse_end()
    {
        LimiterRig rig = Measured(BuiltInCell.Pouch);
        rig.Settings.Change(Setting.CriticalCurrentMargin, 0);
        rig.Settings.Change(Setting.TemperatureTolerance, 3000);
        double exact = CriticalCurrentLaw.Stripping(BuiltInCell.Pouch, 22, 4.5, 1);
        Assert.Equal(exact, rig.Pressure(0, 4.5, 5.5).Evaluate().Discharge, 0.004 * exact);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(256, 0.95)]
    [InlineData(768, 0.85)]
    [InlineData(2560, 0.5)]
    public void A_margin_is_kept_for_cells_that_are_weaker_than_the_design(int sigma_Q8, double kept)
    {
        LimiterRig rig = Rig().WithoutMargins();
        rig.Settings.Change(Setting.CriticalCurrentMargin, sigma_Q8);
        Assert.Equal(kept, rig.Evaluate().Discharge / Rig().WithoutMargins().Evaluate().Discharge, 1e-4);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(384, 0.9)]
    [InlineData(768, 0.8)]
    [InlineData(2560, 0.3333)]
    public void A_third_more_is_kept_at_the_ceiling_where_no_tolerance_of_temperature_helps(int sigma_Q8, double kept)
    {
        LimiterRig rig = Rig().WithoutMargins().Temperature(80).Pressure(8);
        rig.Settings.Change(Setting.CriticalCurrentMargin, sigma_Q8);
        Assert.Equal(kept, rig.Evaluate().Discharge / Rig().WithoutMargins().Temperature(80).Pressure(8).Evaluate().Discharge, 1e-4);
    }

    private static LimiterRig Measured(string cell)
        => new(BuiltInCell.MeasuredProfile(cell), r => new StrippingLimiter(r.Profile, r.Pack, r.Model, r.Readings, r.Settings));

    private static LimiterRig Rig(string cell = BuiltInCell.Pouch)
        => new(cell, r => new StrippingLimiter(r.Profile, r.Pack, r.Model, r.Readings, r.Settings));
}
