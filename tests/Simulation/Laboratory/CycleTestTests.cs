using System.Linq;
using Bms.Simulation.Laboratory;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The cycle test counts what goes in and comes out.</summary>
public class CycleTestTests
{
    [Theory, MemberData(nameof(Lab.Profiles), MemberType = typeof(Lab))]
    public void At_the_rates_of_the_profile_contact_holds_and_no_charge_is_gained(string profile)
    {
        CycleRecord[] cycles = [.. ((CycleSummary)new CycleTest { Cycles = 6 }.Run(Lab.Bench(profile)).Summary).Points];

        Assert.Equal(12, cycles.Length);
        Assert.All(cycles, cycle => Assert.InRange(cycle.Contact, 0.95, 1));
        Assert.All(cycles, cycle => Assert.InRange(cycle.EnergyPercent, 40, 99.5));
        Assert.All(cycles.Where(cycle => cycle.Cycle > 2), cycle => Assert.InRange(cycle.CoulombicPercent, 99, 100.1));
        Assert.All(cycles, cycle => Assert.Equal(0, cycle.Filament));
    }

    [Fact]
    public void Cycling_takes_capacity_and_adds_resistance()
    {
        CycleRecord[] cycles = [.. ((CycleSummary)new CycleTest { Cycles = 12, Temperatures = [45] }.Run(Lab.Bench(Lab.Pouch)).Summary).Points];

        Lab.NeverFalls(cycles.Reverse().Select(cycle => cycle.CapacityPercent));
        Assert.True(cycles[^1].CapacityPercent < 99.9);
        Assert.True(cycles[^1].ResistanceOhmCm2 > cycles[0].ResistanceOhmCm2);
    }

    [Fact]
    public void Faster_than_creep_brings_lithium_back_the_discharge_ends_early()
    {
        var gentle = ((CycleSummary)new CycleTest { Cycles = 2, Temperatures = [25] }.Run(Lab.Bench(Lab.Pouch)).Summary).Points[^1];
        var harsh = ((CycleSummary)new CycleTest { Cycles = 2, Temperatures = [25], DischargeRate = 0.5 }.Run(Lab.Bench(Lab.Pouch)).Summary).Points[^1];

        Assert.True(harsh.Contact < 0.5);
        Assert.True(harsh.DischargeAh < 0.7 * gentle.DischargeAh);
    }

    [Fact]
    public void Without_wear_and_leaks_what_goes_in_comes_out()
    {
        CycleRecord[] cycles = [.. ((CycleSummary)new CycleTest { Cycles = 4, Temperatures = [45] }.Run(Lab.Bench(Lab.Pouch, "interphase", "calendar-fade", "cycle-fade", "leakage")).Summary).Points];

        Assert.Equal(100, cycles[^1].CoulombicPercent, 0.1);
        Assert.Equal(100, cycles[^1].CapacityPercent, 1e-6);
    }
}
