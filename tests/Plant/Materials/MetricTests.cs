using Bms.Plant.Materials;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Materials;

public class MetricTests
{
    [Fact]
    public void Conductivity_gives_back_the_resistance_it_came_from()
    {
        double conductivity = Conduction.Conductivity(thickness: 3.62e-6, area: 3.36e-4, resistance: 97.02);

        Assert.Equal(1.11e-4, conductivity, 1e-6);
        Assert.Equal(97.02 * 3.36e-4, Conduction.AreaResistance(3.62e-6, conductivity), 1e-12);
    }

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
    public void An_imprint_tells_hardness_and_toughness()
    {
        const double Load = 9.81;
        double hardness = Indentation.VickersHardness(Load, 26.9e-6);

        Assert.Equal(6.28e9, hardness, 0.03e9);
        Assert.Equal(1.25e6, Indentation.FractureToughness(148.5e9, hardness, Load, 71.7e-6), 0.02e6);
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
    public void A_trench_enlarges_its_footprint() => Assert.Equal(4, Conduction.AreaEnhancementFactor(4e-4, 1e-4), 1e-12);

    [Theory]
    [InlineData(0.05, 5, true)]
    [InlineData(0.10, 5, false)]
    [InlineData(0.05, 3, false)]
    public void A_composite_electrode_is_borne_when_it_swells_little_in_a_tough_electrolyte(double expansion, double energy, bool borne) =>
        Assert.Equal(borne, CriterionTable.BearsExpansion(expansion, energy));
}
