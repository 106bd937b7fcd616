using System;
using Bms.Core.Limits;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>The hotter a cell beyond its duty window, the less it may be charged.</summary>
public class InterphaseTests
{
    [Theory]
    [InlineData(66.2)]
    [InlineData(71.2)]
    [InlineData(79.2)]
    public void The_ceiling_is_where_the_interphase_grows_as_at_the_end_of_the_duty_window(double celsius)
    {
        AgeingLaws ageing = BuiltInCell.Parameters(BuiltInCell.Pouch).Ageing;
        LimiterRig rig = Rig().Temperature(celsius).Evaluate();
        double kelvin = celsius - 1.2 + 273.15;
        double warmer = ageing.InterphaseActivation / 8.314462618 * ((1 / 333.15) - (1 / kelvin));
        double expected = 4.2 - (warmer / ageing.InterphaseVoltageSensitivity);
        Assert.Equal(expected, ((InterphaseLimiter)rig.Limiter).Ceiling_uV * 1e-6, 0.01);
    }

    [Fact]
    public void Inside_the_duty_window_any_charge_is_allowed() =>
        Assert.Equal(int.MaxValue, Rig().Temperature(60).Evaluate().Limits.Charge_Q24);

    [Fact]
    public void Charge_fades_out_below_the_ceiling_and_discharge_does_not()
    {
        LimiterRig rig = Rig().Temperature(75);
        Array.Fill(rig.Model.States.SurfaceStoichiometry_Q30, (int)(0.35 * (1 << 30)));
        rig.Evaluate();
        Assert.Equal((0, LimitReason.Interphase, int.MaxValue), (rig.Limits.Charge_Q24, rig.Limits.ChargeReason, rig.Limits.Discharge_Q24));
        Array.Fill(rig.Model.States.SurfaceStoichiometry_Q30, (int)(0.9 * (1 << 30)));
        Assert.Equal(int.MaxValue, rig.Evaluate().Limits.Charge_Q24);
    }

    private static LimiterRig Rig() => new(BuiltInCell.Pouch, r => new InterphaseLimiter(r.Profile, r.Model, r.Surfaces, r.Settings));
}
