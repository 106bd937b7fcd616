using System;
using System.Linq;
using Bms.Plant.Degradation;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>Causes share the lumped laws inside their window, exceed them outside it, and add up to what the cell feels.</summary>
public class CauseTests
{
    private const double ThousandHours = 3.6e6;

    private static readonly DegradationLaws _withCarbon =
        new() { DecompositionResistance = 0.7, CarbonResistance = 0.2, DisorderResistance = 0.1, DecompositionCapacity = 0.4, DisorderCapacity = 0.6 };

    [Fact]
    public void Causes_add_up_to_the_age_whatever_the_load()
    {
        Gen.Select(Gen.Double[-30, 30].Array[1, 30], Gen.Double[250, 400], Gen.Double[0.1, 40]).Sample(
            (currents, kelvin, seconds) =>
            {
                var pack = new Pack(
                    Rig.Pouch with { Degradation = _withCarbon },
                    new PackOptions { Cells = 1, Volumes = 10, Temperature = kelvin, Ambient = kelvin, Age = new CellAge(1e-3, 0.02, 0.03) });
                foreach (double current in currents)
                {
                    WearByCause before = pack.Wear(0);
                    pack.Advance(seconds, current);
                    WearByCause now = pack.Wear(0);
                    Rig.Near(pack.Age(0).InterphaseGrowth, now.Total.Resistance, 1e-9);
                    Rig.Near(pack.Age(0).CalendarFade + pack.Age(0).CycleFade, now.Total.Capacity, 1e-9);
                    Assert.True(Parts(now).Zip(Parts(before)).All(pair => pair.First.Resistance >= pair.Second.Resistance && pair.First.Capacity >= pair.Second.Capacity));
                }
            }, iter: 200);
    }

    [Fact]
    public void Inside_the_window_each_cause_has_its_share_of_the_law_and_the_law_stays_as_it_was()
    {
        WearByCause alone = Aged(DegradationLaws.Default, 318.15, 4.1, 1).Causes;
        Ageing shared = Aged(_withCarbon, 318.15, 4.1, 1);
        WearByCause parts = shared.Causes;
        Rig.Near(alone.Total.Resistance, parts.Total.Resistance, 1e-3);
        Rig.Near(alone.Total.Capacity, parts.Total.Capacity, 1e-9);
        Rig.Near(0.2, parts.CarbonDecomposition.Resistance / parts.Total.Resistance, 0.02);
        Rig.Near(0.1, parts.StructuralDisorder.Resistance / parts.Total.Resistance, 0.02);
        Rig.Near(0.6 * shared.Age.CalendarFade, parts.StructuralDisorder.Capacity, 1e-9);
        Rig.Near(0.4 * shared.Age.CalendarFade, parts.InterfacialDecomposition.Capacity, 1e-9);
        Assert.Equal(shared.Age.CycleFade, parts.Cracking.Capacity, 1e-15);
        Assert.Equal(default, parts.Moisture);
    }

    [Theory]
    [InlineData(3.4, 0)]
    [InlineData(3.8, 0.3)]
    [InlineData(4.2, 1)]
    public void Without_a_cause_its_share_of_the_growth_is_missing_and_no_other_takes_it(double potential, double rate)
    {
        double whole = Aged(_withCarbon, 318.15, potential, rate).Age.InterphaseGrowth;
        double without = Aged(_withCarbon with { CarbonResistance = 0 }, 318.15, potential, rate).Age.InterphaseGrowth;
        Rig.Near(whole * Math.Sqrt(0.8), without, 1e-9);
    }

    [Theory]
    [InlineData(4.4, 3.32, 7.39, 4.95)]
    [InlineData(4.2, 1, 1, 1)]
    [InlineData(3.4, 1, 1, 1)]
    [InlineData(3.0, 16.445, 1, 16.445)]
    [InlineData(-5, 1096.6, 1, 1096.6)]
    public void Outside_the_window_each_cause_exceeds_the_law_by_its_own_factor(double potential, double decomposition, double carbon, double disorder)
    {
        DegradationLaws laws = DegradationLaws.Default;
        Rig.Near(decomposition, new InterfacialDecomposition(Rig.Pouch.Ageing, laws).Excess(potential), 1e-3);
        Rig.Near(carbon, new CarbonDecomposition(laws).Excess(potential), 1e-3);
        Rig.Near(disorder, new StructuralDisorder(laws).Excess(potential), 1e-3);
    }

    [Fact]
    public void Current_beyond_1C_thickens_the_interphase_more_than_the_law_says()
    {
        double slow = Aged(DegradationLaws.Default, 318.15, 3.8, 1).Age.InterphaseGrowth;
        double fast = Aged(DegradationLaws.Default, 318.15, 3.8, 3).Age.InterphaseGrowth;
        double law = Aged(DegradationLaws.Default with { DecompositionRateFactor = 0 }, 318.15, 3.8, 3).Age.InterphaseGrowth;
        Rig.Near(1.15 / 1.05, law / slow, 1e-9);
        Assert.InRange(fast / law, 1.8, 2);
    }

    [Theory]
    [InlineData(InterfaceKind.Stable, 0, 0, 0)]
    [InlineData(InterfaceKind.Passivating, 0.5, 1, 2)]
    [InlineData(InterfaceKind.MixedConducting, 0.25, 1, 4)]
    public void An_interface_grows_by_its_kind(InterfaceKind kind, double quarter, double whole, double fourfold)
    {
        double Growth(double hours)
        {
            CellParameters cell = Rig.Pouch.Tight() with { Ageing = Rig.Pouch.Ageing with { Interface = kind } };
            var pack = new Pack(cell, new PackOptions { Cells = 1, Volumes = 8, Spread = false, StateOfCharge = 0.5, Temperature = 318.15, Ambient = 318.15, LongestStep = 30 });
            double before = pack.Overpotentials(0, 1).Interphase;
            pack.Advance(hours * 3600, 0);
            Assert.Equal(kind != InterfaceKind.Stable, pack.Overpotentials(0, 1).Interphase > before);
            return pack.Age(0).InterphaseGrowth;
        }

        double unit = new DegradationRates(Rig.Pouch).InterfacialDecomposition(new DegradationRates(Rig.Pouch).At(0.5, 318.15, 0, 5)) / Math.Sqrt(0.9) * Math.Sqrt(ThousandHours);
        Assert.Equal(quarter * unit, Growth(250), 1e-6 * unit);
        Assert.Equal(whole * unit, Growth(1000), 1e-6 * unit);
        Assert.Equal(fourfold * unit, Growth(4000), 1e-6 * unit);
    }

    [Fact]
    public void Rows_of_causes_take_out_their_own_part()
    {
        WearByCause Wear(params string[] without)
        {
            var pack = new Pack(
                Rig.Pouch with { Degradation = _withCarbon },
                new PackOptions { Cells = 1, Volumes = 8, StateOfCharge = 0.9, Temperature = 333.15, Ambient = 333.15, Mechanisms = Rig.Without(without) });
            pack.Advance(3600, -2);
            return pack.Wear(0);
        }

        Assert.All(Parts(Wear()).Take(3), part => Assert.True(part.Resistance > 0));
        Assert.Equal(default, Wear("interfacial-decomposition").InterfacialDecomposition);
        Assert.Equal(default, Wear("carbon-decomposition").CarbonDecomposition);
        Assert.Equal(default, Wear("structural-disorder").StructuralDisorder);
        Assert.Equal(default, Wear("interphase", "calendar-fade", "cycle-fade").Total);
    }

    private static Wear[] Parts(WearByCause wear) =>
        [wear.InterfacialDecomposition, wear.CarbonDecomposition, wear.StructuralDisorder, wear.Cracking, wear.Moisture, wear.Filaments];

    // Ten hours at one point.
    private static Ageing Aged(DegradationLaws causes, double temperature, double potential, double rate)
    {
        var ageing = new Ageing(Rig.Pouch.Ageing, causes, 1, 1, default);
        for (int second = 0; second < 36_000; second++)
        {
            ageing.Advance(1, rate, 0.5, 1 / temperature, potential);
        }

        return ageing;
    }
}
