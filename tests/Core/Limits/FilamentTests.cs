using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Growth of filaments has a budget.</summary>
public class FilamentTests
{
    private const double Rated = 3;

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.0039, 1.0)]
    [InlineData(0.005, 0.75)]
    [InlineData(0.006, 0.5)]
    [InlineData(0.0079, 0.025)]
    [InlineData(0.0081, 0.0)]
    [InlineData(0.5, 0.0)]
    public void Current_goes_back_as_growth_uses_up_its_budget(double growth, double share)
    {
        LimiterRig rig = Rig().Filament(2, growth).Evaluate();
        double discharge = rig.Limits.DischargeReason == LimitReason.None ? 1 : rig.Discharge / Rated;
        Assert.Equal(share, discharge, 1e-3);
    }

    [Fact]
    public void Growth_counts_from_the_start_of_the_device()
    {
        LimiterRig rig = Rig().Filament(1, 0.3);
        ((FilamentLimiter)rig.Limiter).Begin();
        Assert.Equal(LimitReason.None, rig.Evaluate().Limits.DischargeReason);
        Assert.Equal(LimitReason.Filament, rig.Filament(1, 0.306).Evaluate().Limits.DischargeReason);
        Assert.Equal(1, rig.Limits.DischargePlace);
    }

    [Fact]
    public void A_remembered_filament_does_not_use_up_the_budget()
    {
        Bench bench = new Bench(new BenchSetup { Filament = _ => 0.2 }).AtRest();
        Assert.Equal(LimitReason.Stripping, bench.Decision.DischargeReason);
    }

    [Fact]
    public void The_fastest_growing_cell_is_named() =>
        Assert.Equal(3, Rig().Filament(0, 0.005).Filament(3, 0.006).Evaluate().Limits.ChargePlace);

    [Fact]
    public void The_stopping_budget_stops_even_where_the_reducing_one_is_larger()
    {
        LimiterRig rig = Rig();
        rig.Settings.Change(Setting.FilamentBudgetSoft, 20000);
        rig.Settings.Change(Setting.FilamentBudgetHard, 5000);
        Assert.Equal(0, rig.Filament(0, 0.006).Evaluate().Limits.Discharge_Q24);
    }

    private static LimiterRig Rig() => new(BuiltInCell.Pouch, r => new FilamentLimiter(r.Profile, r.Model, r.Settings));
}
