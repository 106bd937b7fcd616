using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Charge stays below the critical current density.</summary>
public class PlatingTests
{
    private static readonly double[] _temperatures = [-5, 10, 25, 40, 60, 75];
    private static readonly double[] _pressures = [1.2, 3, 5, 7, 9.5];
    private static readonly double[] _contacts = [0.1, 0.5, 1];

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Limit_is_the_critical_current_of_the_weakest_point(string cell)
    {
        foreach (double temperature in _temperatures)
        {
            foreach (double pressure in _pressures)
            {
                foreach (double contact in _contacts)
                {
                    LimiterRig rig = Measured(cell).WithoutMargins().Temperature(temperature).Pressure(pressure);
                    Enumerable.Range(0, 4).ToList().ForEach(k => rig.Contact(k, contact));
                    double exact = CriticalCurrentLaw.Plating(cell, temperature, pressure, contact);

                    // a kink between two nodes of the pressure grid, as the pouch's at 3 MPa, is cut off: the safe side
                    Assert.InRange(rig.Evaluate().Charge, 0.986 * exact, 1.006 * exact);
                }
            }
        }
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch)]
    [InlineData(BuiltInCell.Pellet)]
    public void The_model_grows_filaments_beyond_the_limit_and_none_below_also_where_cells_are_cold_and_loose(string cell) =>
        Gen.Select(Gen.Double[-10, 30], Gen.Double[0.4, 5], Gen.Double[0.2, 1]).Sample(
            (temperature, pressure, contact) =>
            {
                LimiterRig rig = Measured(cell).WithoutMargins().Temperature(temperature).Pressure(pressure).Contact(0, contact).Evaluate();
                Assert.Equal(0, Grown(rig, 0.999));
                Assert.NotEqual(0, Grown(rig, 1.02));
            },
            iter: 300);

    [Theory]
    [InlineData(-5)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(40)]
    public void Doubt_about_the_activation_energy_and_the_spread_of_cells_add_as_squares(double celsius)
    {
        PlatingLimit law = BuiltInCell.Parameters(BuiltInCell.Pouch).Plating;
        double energy = law.Activation * (celsius < 25 ? law.ActivationDoubt.More : -law.ActivationDoubt.Less);
        double doubt = 1 - Math.Exp(energy / 8.314462618 * ((1 / 298.15) - (1 / (273.15 + celsius))));
        double spread = CriticalCurrentMargin.Deviations_Q8 / 256.0 * BuiltInCell.Parameters(BuiltInCell.Pouch).Spread.CriticalCurrent;
        LimiterRig rig = Rig().Temperature(celsius);
        rig.Settings.Change(Setting.TemperatureTolerance, 0);
        double kept = rig.Evaluate().Charge / Measured(BuiltInCell.Pouch).WithoutMargins().Temperature(celsius).Evaluate().Charge;
        Assert.Equal(1 - Math.Sqrt((spread * spread) + (doubt * doubt)), kept, 0.003);
        Assert.True(celsius == 25 || doubt > 0.1);
    }

    [Fact]
    public void Discharge_is_not_touched() => Assert.Equal(int.MaxValue, Rig().Contact(0, 0.1).Evaluate().Limits.Discharge_Q24);

    [Fact]
    public void Limit_rises_with_temperature_and_falls_with_lost_contact()
    {
        double[] warmer = [.. Enumerable.Range(0, 80).Select(t => Rig().Temperature(t).Evaluate().Charge)];
        double[] looser = [.. Enumerable.Range(0, 95).Select(c => Rig().Contact(2, 1 - (c / 100.0)).Evaluate().Charge)];
        Assert.Equal(warmer.Order(), warmer);
        Assert.Equal(looser.OrderDescending(), looser);
    }

    [Fact]
    public void Pressure_helps_up_to_where_it_begins_to_hurt()
    {
        double[] limit = [.. Enumerable.Range(0, 80).Select(p => Rig().Pressure(p / 4.0).Evaluate().Charge)];
        int best = limit.ToList().IndexOf(limit.Max());
        Assert.InRange(best / 4.0, 1, 8);
        Assert.Equal(limit[..best].Order(), limit[..best]);
        Assert.Equal(limit[best..].OrderDescending(), limit[best..]);
    }

    [Theory]
    [InlineData(0.2, 4)]
    [InlineData(4, 18)]
    public void The_worse_end_of_the_pressure_tolerance_counts_on_either_side_of_the_best_pressure(double low, double high)
    {
        double worse = Math.Min(At(low, low), At(high, high));
        Assert.True(worse < 0.9 * Rig().Evaluate().Charge);
        Assert.Equal(worse, At(low, high));

        // contact resistance follows the mean
        double At(double lowest, double highest)
        {
            LimiterRig rig = Rig().Pressure(0, lowest, highest);
            rig.Model.Clamps.Update(0, Units.MPa((low + high) / 2));
            return rig.Evaluate().Charge;
        }
    }

    [Fact]
    public void The_cell_with_least_contact_is_named()
    {
        LimiterRig rig = Rig().Contact(3, 0.6).Evaluate();
        Assert.Equal((LimitReason.Plating, 3), (rig.Limits.ChargeReason, rig.Limits.ChargePlace));
    }

    [Fact]
    public void At_least_a_fifth_stays_whatever_the_margin()
    {
        CellProfile scattered = new ImageEditor(BuiltInCell.Pouch).Set(ProfileField.CriticalCurrentSpread, 400_000).Profile();
        LimiterRig rig = Rig(scattered).WithoutMargins();
        rig.Settings.Change(Setting.CriticalCurrentMargin, 2560);
        Assert.Equal(0.2, rig.Evaluate().Charge / Rig(scattered).WithoutMargins().Evaluate().Charge, 1e-4);
    }

    /// <summary>What an hour at a share of the limit grows in the weakest cell.</summary>
    private static long Grown(LimiterRig rig, double share)
    {
        const int Minute_ms = 60_000;
        InterfaceModel model = new(rig.Profile, rig.Model.States, rig.Model.Clamps);
        CellStates states = rig.Model.States;
        states.Filament_Q40[0] = 0;
        states.Rate_Q24[0] = (int)(share * rig.Limits.Charge_Q24);
        int contact = states.Contact_Q30[0];
        for (int minute = 0; minute < 60; minute++)
        {
            model.Advance(0, Minute_ms, 0, Grid.TemperaturePosition(states.CoreTemperature_mK[0]));
            states.Contact_Q30[0] = contact;
        }

        return states.Filament_Q40[0];
    }

    private static LimiterRig Measured(string cell) => Rig(BuiltInCell.MeasuredProfile(cell));

    private static LimiterRig Rig(string cell = BuiltInCell.Pouch) => Rig(BuiltInCell.Profile(cell));

    private static LimiterRig Rig(CellProfile profile)
        => new(profile, r => new PlatingLimiter(r.Profile, r.Pack, r.Model, r.Readings, r.Settings));
}
