using System;
using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Discharge beyond the cautious stripping limit uses a budget up; rest and warmth give it back.</summary>
public class VoidBudgetTests
{
    private const double OneC = 6;

    [Fact]
    public void Discharge_below_the_cautious_limit_uses_nothing_up()
    {
        LimiterRig rig = Rig();
        Run(rig, -0.9 * Cautious(rig), 3600);
        Assert.Equal((int.MaxValue, int.MaxValue), (rig.Limits.Discharge_Q24, rig.Limits.Charge_Q24));
        Assert.Equal(0, Voids(rig).Rest_s);
    }

    [Fact]
    public void History_bounds_discharge_and_the_next_charge_and_asks_for_rest()
    {
        LimiterRig rig = Rig();
        Run(rig, -1.5 * Cautious(rig), 1000);
        Assert.Equal(LimitReason.VoidBudget, rig.Limits.DischargeReason);
        Assert.InRange(rig.Discharge, 0.949 * Cautious(rig), 1.5 * Cautious(rig));
        Assert.Equal(LimitReason.VoidBudget, rig.Limits.ChargeReason);
        Assert.True(Voids(rig).Rest_s > 0);
    }

    [Fact]
    public void Used_up_it_leaves_less_than_what_opens_voids()
    {
        LimiterRig rig = Rig();
        Run(rig, -3 * Cautious(rig), 3600);
        Assert.Equal(0.95 * Cautious(rig), rig.Discharge, 0.002);
    }

    [Fact]
    public void It_uses_up_as_the_true_law_does()
    {
        // X in mAh/cm² against the true law's integral of the excess over the cautious limit, healing left out of a short time
        LimiterRig rig = Rig();
        CellParameters cell = BuiltInCell.Parameters(BuiltInCell.Pouch);
        const double Seconds = 60;
        double excess = Cautious(rig);
        double lost = cell.Interface.ContactLoss * excess * OneC / 2 * Seconds;      // 2000 cm²: 1C is 3 mA/cm²
        rig.Settings.Change(Setting.VoidBudgetSoft, (int)(0.98e6 * lost));
        Run(rig, -2 * Cautious(Rig()), (int)Seconds);
        Assert.Equal(LimitReason.VoidBudget, rig.Limits.DischargeReason);
        LimiterRig other = Rig();
        other.Settings.Change(Setting.VoidBudgetSoft, (int)(1.02e6 * lost));
        Run(other, -2 * Cautious(Rig()), (int)Seconds);
        Assert.Equal(LimitReason.None, other.Limits.DischargeReason);
    }

    [Fact]
    public void Voids_last_over_a_restart()
    {
        LimiterRig before = Rig();
        Run(before, -1.5 * Cautious(before), 1000);
        RestoredState memory = new(before.Pack.CellCount);
        LimiterRig after = Rig();
        LimiterRig forgetful = Rig();
        for (int cell = 0; cell < before.Pack.CellCount; cell++)
        {
            Voids(before).Remember(cell, memory);
            Voids(after).Restore(cell, memory);
            Voids(forgetful).Restore(cell, new RestoredState(before.Pack.CellCount));
        }

        Run(after, 0, 1);
        Run(forgetful, 0, 1);
        Assert.Equal(before.Limits, after.Limits);
        Assert.Equal(Voids(before).Rest_s, Voids(after).Rest_s);
        Assert.Equal(LimitReason.None, forgetful.Limits.DischargeReason);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_memory_that_cannot_be_right_does_no_harm(long stripped)
    {
        LimiterRig rig = Rig();
        RestoredState memory = new(rig.Pack.CellCount);
        memory.Stripped_Q24[0] = stripped;
        Voids(rig).Restore(0, memory);
        Run(rig, -0.5 * Cautious(rig), 600);
        Assert.True(rig.Limits.Discharge_Q24 > 0);
    }

    [Fact]
    public void Warmth_heals_faster()
    {
        Assert.True(Rest(60) < Rest(25));
    }

    private static int Rest(double celsius)
    {
        LimiterRig rig = Rig();
        Run(rig, -2 * Cautious(rig), 1000);
        Run(rig.Temperature(celsius), 0, 1);
        return Voids(rig).Rest_s;
    }

    private static double Cautious(LimiterRig rig) =>
        0.8 * rig.Model.Clamps.Stripping_Q24[0] / (1 << 24);

    private static VoidBudgetLimiter Voids(LimiterRig rig) => (VoidBudgetLimiter)rig.Limiter;

    private static void Run(LimiterRig rig, double rate, int seconds)
    {
        Array.Fill(rig.Model.States.Rate_Q24, (int)(rate * (1 << 24)));
        for (int k = 1; k < seconds; k++)
        {
            for (int cell = 0; cell < rig.Pack.CellCount; cell++)
            {
                Voids(rig).Consider(cell, rig.Pack.ClampOfCell[cell]);
            }
        }

        rig.Evaluate();
    }

    private static LimiterRig Rig() => new(BuiltInCell.Pouch, r => new VoidBudgetLimiter(r.Profile, r.Pack, r.Model, r.Settings));
}
