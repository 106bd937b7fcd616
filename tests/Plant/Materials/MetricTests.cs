using System;
using System.Linq;
using Bms.Plant.Materials;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Materials;

public class MetricTests
{
    private static readonly Gen<Layer> s_layer = Gen.Select(Gen.Double[1e-6, 1e-3], Gen.Double[500, 9000], Gen.Double[100, 4000], Gen.Double[0.1, 400])
        .Select((thickness, density, capacity, conductivity) => new Layer(thickness, density, capacity, conductivity));

    [Fact]
    public void Conductivity_gives_back_the_resistance_it_came_from()
    {
        double conductivity = Conduction.Conductivity(thickness: 3.62e-6, area: 3.36e-4, resistance: 97.02);

        Assert.Equal(1.11e-4, conductivity, 1e-6);
        Assert.Equal(97.02 * 3.36e-4, Conduction.AreaResistance(3.62e-6, conductivity), 1e-12);
    }

    [Fact]
    public void A_stack_is_bounded_by_its_layers_and_conducts_better_along_than_across() =>
        s_layer.Array[1, 8].Sample(layers =>
        {
            var stack = new Laminate(layers);
            double best = layers.Max(layer => layer.ThermalConductivity) * (1 + 1e-12);
            double worst = layers.Min(layer => layer.ThermalConductivity) * (1 - 1e-12);
            Assert.InRange(stack.ConductivityAcross, worst, stack.ConductivityAlong * (1 + 1e-12));
            Assert.InRange(stack.ConductivityAlong, worst, best);
            Assert.InRange(stack.HeatCapacity, layers.Min(layer => layer.HeatCapacity) * (1 - 1e-12), layers.Max(layer => layer.HeatCapacity) * (1 + 1e-12));
        });

    [Fact]
    public void A_stack_stores_the_heat_of_its_layers()
    {
        Layer[] layers = [Layer.Of(Plant.Materials.Electrolytes.Llzo, 50e-6), Layer.Of(Metals.Copper, 10e-6)];
        var stack = new Laminate(layers);

        Assert.Equal((50e-6 * 5210 * 553) + (10e-6 * 8960 * 385), stack.Thickness * stack.Density * stack.HeatCapacity, 1e-9);
    }

    [Fact]
    public void A_stack_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new Laminate([]));

    [Fact]
    public void Moduli_agree_with_each_other() =>
        Gen.Select(Gen.Double[1e9, 4e11], Gen.Double[0.01, 0.48]).Sample((modulus, ratio) =>
        {
            double shear = Elasticity.ShearModulus(modulus, ratio);
            double bulk = Elasticity.BulkModulus(modulus, ratio);
            Assert.Equal(modulus, 9 * bulk * shear / ((3 * bulk) + shear), 1e-9 * modulus);
            Assert.Equal(bulk / shear, Elasticity.PughRatio(ratio), 1e-9);
        });

    [Fact]
    public void A_flaw_that_bears_a_stress_breaks_at_it() =>
        Gen.Select(Gen.Double[1e5, 5e6], Gen.Double[1e6, 1e9], Gen.Double[0.5, 2]).Sample((toughness, stress, geometry) =>
            Assert.Equal(stress, Fracture.CriticalStress(toughness, Fracture.CriticalFlaw(toughness, stress, geometry), geometry), 1e-9 * stress));

    [Fact]
    public void An_imprint_tells_hardness_and_toughness()
    {
        const double Load = 9.81;
        double hardness = Fracture.VickersHardness(Load, 26.9e-6);

        Assert.Equal(6.28e9, hardness, 0.03e9);
        Assert.Equal(1.25e6, Fracture.IndentationToughness(148.5e9, hardness, Load, 71.7e-6), 0.02e6);
    }

    [Fact]
    public void Charge_is_screened_within_less_than_an_atom_of_an_electrolyte_full_of_ions() =>
        Assert.Equal(2.45e-11, Electrostatics.DebyeLength(19.98, 298.15, 2 * 39130), 0.02e-11);

    [Fact]
    public void A_dilute_salt_in_water_is_screened_over_the_textbook_length() =>
        Assert.Equal(0.961e-9, Electrostatics.DebyeLength(78.4, 298.15, 2 * 100), 0.01e-9);

    [Fact]
    public void Like_charges_repel_and_a_dielectric_weakens_them()
    {
        double inVacuum = Electrostatics.CoulombForce(1, 1, 1e-10, 1);

        Assert.Equal(2.307e-8, inVacuum, 1e-11);
        Assert.Equal(-inVacuum / 40, Electrostatics.CoulombForce(1, -1, 1e-10, 40), 1e-15);
    }

    [Fact]
    public void A_current_that_stays_is_carried_by_the_cation()
    {
        Assert.Equal(1, Conduction.TransferenceNumber(0.01, 1e-5, 1e-5, 300, 300), 1e-12);
        Assert.Equal(0.5 * (0.01 - 0.003) / (0.01 - 0.0015), Conduction.TransferenceNumber(0.01, 1e-5, 0.5e-5, 300, 300), 1e-12);
    }

    [Fact]
    public void Critical_current_follows_the_conductance_of_the_interface()
    {
        double cold = Conduction.CriticalCurrentDensity(3.5e-10, 1e6, 0.05, 1e-2);

        Assert.Equal(10 * cold, Conduction.CriticalCurrentDensity(3.5e-10, -1e6, 0.005, 1e-2), 1e-9);
    }

    [Fact]
    public void Joined_layers_strain_by_the_difference_of_their_expansions()
    {
        double strain = Elasticity.MisfitStrain(4.6e-5, 1.55e-5, 100);

        Assert.Equal(3.05e-3, strain, 1e-9);
        Assert.Equal(7.82e9 * strain / (1 - 0.381), Elasticity.FilmStress(7.82e9, 0.381, strain), 1);
    }

    [Fact]
    public void A_trench_enlarges_its_footprint() => Assert.Equal(4, Conduction.AreaEnlargementFactor(4e-4, 1e-4), 1e-12);

    [Theory]
    [InlineData(0.05, 5, true)]
    [InlineData(0.10, 5, false)]
    [InlineData(0.05, 3, false)]
    public void A_composite_electrode_is_borne_when_it_swells_little_in_a_tough_electrolyte(double expansion, double energy, bool borne) =>
        Assert.Equal(borne, CriterionTable.BearsExpansion(expansion, energy));
}
