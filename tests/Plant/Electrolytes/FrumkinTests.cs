using System;
using Bms.Plant.Electrolytes;
using Bms.Plant.Parameters;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrolytes;

/// <summary>Charge transfer through a diffuse layer against plain Butler-Volmer.</summary>
public class FrumkinTests
{
    private const double Scale = 0.0514;

    // To second order η = κ (z + z²/(1 + δ)): nothing in the linear term. One step of the table and back, so that odd orders cancel.
    [Fact]
    public void Linear_resistance_does_not_know_of_the_diffuse_layer() =>
        Gen.Double[0.1, 100].Sample(ratio =>
        {
            const double Argument = 0.02;
            FrumkinCorrection law = new(ratio);
            double up = law.At(2 * Math.Sinh(Argument), 1, Scale);
            double down = law.At(2 * Math.Sinh(-Argument), 1, Scale);
            double bend = Scale * Argument * Argument / (1 + ratio);
            Assert.InRange((up + down) / 2 / bend, 0.99, 1.01);
            Assert.InRange((up - down) / 2 / (Scale * Argument), -1e-3, 1e-3);
        });

    // i = i0 exp(f Δφ_S/2) (1 - exp(-f η)) with the layers found by hand for a given share.
    [Fact]
    public void Overpotential_is_that_of_both_layers() =>
        Gen.Select(Gen.Double[0.2, 60], Gen.Double[-1.5, 1.5]).Sample((ratio, diffuse) =>
        {
            double compact = 2 * ratio * Math.Sinh(diffuse);
            double eta = compact + (2 * diffuse);
            double current = Math.Exp(compact / 2) * (1 - Math.Exp(-eta));
            if (Math.Abs(Math.Asinh(current / 2)) < 19)
            {
                double plain = Scale * Math.Asinh(current / 2);
                Assert.Equal(Scale / 2 * eta, plain + new FrumkinCorrection(ratio).At(current, 1, Scale), 2e-5);
            }
        });

    [Fact]
    public void A_thick_compact_layer_is_Butler_Volmer() =>
        Gen.Double[-50, 50].Sample(current => Assert.InRange(Math.Abs(new FrumkinCorrection(1e4).At(current, 1, Scale)), 0, 1e-4));

    [Fact]
    public void A_diffuse_layer_hinders_oxidation_and_helps_reduction()
    {
        FrumkinCorrection law = new(1);
        Assert.True(law.At(5, 1, Scale) > 0.01);
        Assert.True(law.At(-5, 1, Scale) > 0);   // less negative than Butler-Volmer
    }

    [Fact]
    public void Overpotential_rises_with_the_current() =>
        Gen.Select(Gen.Double[0.05, 100], Gen.Double[-8, 8], Gen.Double[0.01, 1]).Sample((ratio, argument, more) =>
        {
            FrumkinCorrection law = new(ratio);
            double Eta(double z) => (Scale * z) + law.At(2 * Math.Sinh(z), 1, Scale);
            Assert.True(Eta(argument + more) > Eta(argument));
        });

    [Fact]
    public void Debye_length_of_LiPON_is_far_below_its_ions()
    {
        // sqrt(19.98 e0 R T / (F² 2 c)) at 39 130 mol/m³ and 293 K.
        Assert.Equal(2.43e-11, ElectrolyteClasses.Of(ElectrolyteClass.Lipon).DebyeLength(293), 1e-13);
    }
}
