using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Limits;

/// <summary>Surfaces stay in their window, and lithium is not spread too unevenly.</summary>
public class SurfaceTests
{
    private static readonly PositiveElectrode _positive = BuiltInCell.Parameters(BuiltInCell.Pouch).Positive;

    [Fact]
    public void At_either_end_of_the_window_current_towards_it_stops()
    {
        LimiterRig full = At(Surface(), 2, _positive.StoichiometryFull - 0.001);
        Assert.Equal((0, 2, LimitReason.ElectrodeSurface), (full.Limits.Charge_Q24, full.Limits.ChargePlace, full.Limits.ChargeReason));
        Assert.True(full.Discharge > 1);
        LimiterRig empty = At(Surface(), 1, _positive.StoichiometryEmpty + 0.001);
        Assert.Equal((0, 1), (empty.Limits.Discharge_Q24, empty.Limits.DischargePlace));
        Assert.True(empty.Charge > 1);
    }

    [Fact]
    public void The_bound_is_what_ten_seconds_of_diffusion_move()
    {
        // 2 (dx/dt) sqrt(t / (π D/R²)) / 3 of a sphere's surface, in ten seconds
        const double Left = 0.005;
        double x = _positive.StoichiometryFull + Left;
        LimiterRig rig = At(Surface(), 0, x);
        double perRate = 2 * rig.Charge * PerRate(x) / 2;
        Assert.Equal(Left, perRate, 0.05 * Left);
    }

    [Fact]
    public void A_cell_that_is_hardly_known_is_left_to_its_voltage()
    {
        LimiterRig rig = Surface();
        Array.Fill(rig.Model.States.Variance_ppm2, 900_000_000);
        Assert.Equal(int.MaxValue, At(rig, 0, _positive.StoichiometryFull).Limits.Charge_Q24);
    }

    [Fact]
    public void Strained_lattice_and_slow_diffusion_lower_the_rate()
    {
        LimiterRig middle = At(Cracks(), 0, 0.6);
        Assert.Equal(int.MaxValue, middle.Limits.Charge_Q24);
        LimiterRig deep = At(Cracks(), 0, _positive.StoichiometryFull);

        // (1 + 2 (0.4 - x) / 0.4) (1 + (i - 1) / 2) = 2
        double deeper = 1 + (2 * (0.4 - _positive.StoichiometryFull) / 0.4);
        Assert.Equal(1 + (2 * ((2 / deeper) - 1)), deep.Charge, 0.01);

        // where lithium moves slowest, the rate is that which moves a surface half-way through the window by twice as much when warm
        double slowest = Enumerable.Range(60, 36).Select(hundredth => hundredth / 100.0).MaxBy(x => PerRate(x));
        Assert.Equal(int.MaxValue, At(Cracks(), 0, slowest).Limits.Discharge_Q24);
        LimiterRig cold = At(Cracks().Temperature(-30), 0, slowest);
        double free = 2 * PerRate((_positive.StoichiometryFull + _positive.StoichiometryEmpty) / 2);
        double rated = cold.Profile.DischargeRateMaximum_Q24 / (double)(1 << 24);
        Assert.Equal(rated * free / PerRate(slowest, -30), cold.Discharge, 0.001);
        Assert.InRange(cold.Discharge, 0, 0.95 * rated);
    }

    private static double PerRate(double x, double celsius = 25)
    {
        CellProfile profile = BuiltInCell.Profile(BuiltInCell.Pouch);
        return SurfaceShift.PerRate_Q30(profile, Q30(x), Grid.TemperaturePosition(Celsius(celsius))) / (double)(1 << 30);
    }

    private static LimiterRig At(LimiterRig rig, int cell, double stoichiometry)
    {
        Array.Fill(rig.Model.States.SurfaceStoichiometry_Q30, Q30(0.6));
        rig.Model.States.SurfaceStoichiometry_Q30[cell] = Q30(stoichiometry);
        return rig.Evaluate();
    }

    private static LimiterRig Surface() => new(BuiltInCell.Pouch, r => new ElectrodeSurfaceLimiter(r.Profile, r.Model, r.Surfaces));

    private static LimiterRig Cracks() => new(BuiltInCell.Pouch, r => new CrackingLimiter(r.Profile, r.Model, r.Surfaces, r.Settings));
}
