using System;
using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Current fades out at both ends of the temperature window.</summary>
public class TemperatureTests
{
    private static readonly OperatingLimits _window = BuiltInCell.Parameters(BuiltInCell.Pouch).Limits;

    // window -10 to 80 °C; fade-in over 3 K, fade-out over 8 K below the top less 1.2 K of tolerance
    [Theory]
    [InlineData(-20, 0.0)]
    [InlineData(-10, 0.0)]
    [InlineData(-9, 1.0 / 3)]
    [InlineData(-7, 1.0)]
    [InlineData(25, 1.0)]
    [InlineData(70.8, 1.0)]
    [InlineData(74.8, 0.5)]
    [InlineData(78, 0.1)]
    [InlineData(78.8, 0.0)]
    [InlineData(90, 0.0)]
    public void Rated_current_fades_out_at_both_ends(double celsius, double share)
    {
        LimiterRig rig = Rig().Temperature(1, celsius).Evaluate();
        double charge = rig.Limits.ChargeReason == LimitReason.None ? 1 : rig.Charge / _window.ChargeRateMaximum;
        double discharge = rig.Limits.DischargeReason == LimitReason.None ? 1 : rig.Discharge / _window.DischargeRateMaximum;
        Assert.Equal(share, charge, 1e-4);
        Assert.Equal(share, discharge, 1e-4);
    }

    [Theory]
    [InlineData(0, -9)]
    [InlineData(3, -9)]
    [InlineData(0, 77)]
    [InlineData(3, 77)]
    public void The_cell_at_fault_is_named(int cell, double celsius)
    {
        LimiterRig rig = Rig().Temperature(cell, celsius).Evaluate();
        Assert.Equal((LimitReason.CoreTemperature, cell), (rig.Limits.ChargeReason, rig.Limits.ChargePlace));
        Assert.Equal((LimitReason.CoreTemperature, cell), (rig.Limits.DischargeReason, rig.Limits.DischargePlace));
    }

    [Fact]
    public void The_worse_end_counts_when_one_cell_is_cold_and_another_hot()
    {
        LimiterRig rig = Rig().Temperature(0, -8).Temperature(2, 78).Evaluate();
        Assert.Equal(2, rig.Limits.DischargePlace);
        Assert.Equal(0, Rig().Temperature(0, -9.9).Temperature(2, 78).Evaluate().Limits.DischargePlace);
    }

    [Fact]
    public void Fades_and_tolerance_are_settings()
    {
        LimiterRig rig = Rig();
        rig.Settings.Change(Setting.TemperatureTolerance, 3000);
        rig.Settings.Change(Setting.HotFade, 20000);
        Assert.Equal(0.5 * _window.DischargeRateMaximum, rig.Temperature(67).Evaluate().Discharge, 1e-3);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch, 0.6)]
    [InlineData(BuiltInCell.Pouch, 0.3)]
    [InlineData(BuiltInCell.Pellet, 0.5)]
    [InlineData(BuiltInCell.Film, 0.5)]
    public void Limits_never_fall_with_temperature_inside_the_duty_window(string cell, double stateOfCharge)
    {
        OperatingLimits window = BuiltInCell.Parameters(cell).Limits;
        double charge = 0;
        double discharge = 0;
        for (double kelvin = window.DutyTemperatureMinimum; kelvin <= window.DutyTemperatureMaximum; kelvin += 2.5)
        {
            Bench bench = new Bench(new BenchSetup { Cell = cell, Temperature = kelvin - 273.15, StateOfCharge = stateOfCharge }).AtRest();
            Assert.True(bench.ChargeLimit >= charge && bench.DischargeLimit >= discharge, $"limits fall below {kelvin} K");
            charge = bench.ChargeLimit;
            discharge = bench.DischargeLimit;
        }

        Assert.True(Math.Min(charge, discharge) > 0);
    }

    private static LimiterRig Rig() => new(BuiltInCell.Pouch, r => new TemperatureLimiter(r.Profile, r.Model, r.Settings));
}
