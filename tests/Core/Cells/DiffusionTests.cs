using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Tests.Benches;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>The reduced-order diffusion: its fixed point against doubles, and the laws it must keep.</summary>
public class DiffusionTests
{
    private const double One = 1 << 30;

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Fixed_point_follows_double_precision(string cell)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        DiffusionReference reference = new(parameters, 0.5);
        RandomSequence random = new(31, 1);
        diffusion.Reset(0, Units.Q30(0.5));
        double rate = 0;
        double temperature = 298.15;
        double mean = 0;
        double worst = 0;
        double surface = 0;
        for (int step = 0; step < 30_000; step++)
        {
            if (step % 60 == 0)
            {
                double soc = states.StateOfCharge_Q30[0] / One;
                rate = random.Uniform(-1, 1) + (soc > 0.8 ? -1 : soc < 0.2 ? 1 : 0);
                temperature = random.Uniform(273, 333);
            }

            long current_uA = (long)Math.Round(rate * profile.OneC_uA);
            diffusion.Advance(0, -current_uA * 1000, 1000, Grid.TemperaturePosition((int)(temperature * 1000)));
            reference.Advance(1, current_uA * 1e-6, temperature);
            mean = Math.Max(mean, Math.Abs((states.MeanStoichiometry_Q30[0] / One) - reference.Mean));
            worst = Math.Max(worst, Enumerable.Range(0, Grid.Volumes).Max(k => Math.Abs(X(profile, diffusion, k) - reference.X[k])));
            surface = Math.Max(surface, Math.Abs((states.SurfaceStoichiometry_Q30[0] / One) - reference.Surface));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cell}: mean {mean:E1}, volumes {worst:E1}, surface {surface:E1}");
        Assert.InRange(mean, 0, 1e-8);
        Assert.InRange(worst, 0, 2e-5);
        Assert.InRange(surface, 0, 1e-4);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch, 1.0 / 15, 0.001)]
    [InlineData(BuiltInCell.Pellet, 1.0 / 15, 0.001)]
    [InlineData(BuiltInCell.Film, (1.0 / 3) - (0.193 / 2), 0.05)]
    public void Quasi_steady_surface_leads_the_mean_as_theory_says(string cell, double share, double tolerance)
    {
        // sphere: flux times radius over five diffusivities, where the flux is a third of the mean's rise times the radius;
        // film: the parabola between both faces, of which 19.3 % enters at the far one
        const int Diffusivity_Q33 = 1 << 23;
        ImageEditor editor = new(cell);
        for (int k = 0; k < Grid.StoichiometryNodes; k++)
        {
            editor.Set(ProfileField.Diffusivity, Diffusivity_Q33, k);
        }

        CellProfile profile = editor.Profile();
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        diffusion.Reset(0, Units.Q30(0.8));
        int reference = Grid.TemperaturePosition(profile.ReferenceTemperature_mK);
        long current_uA = -profile.OneC_uA / 2;
        for (int step = 0; step < 3000; step++)
        {
            diffusion.Advance(0, -current_uA * 1000, 1000, reference);
        }

        double rise = -(double)current_uA * 1000 / profile.SiteCharge_uAms;
        double expected = share * rise / (Diffusivity_Q33 / Math.Pow(2, 33));
        double excess = (states.SurfaceStoichiometry_Q30[0] - states.MeanStoichiometry_Q30[0]) / One;
        TestContext.Current.TestOutputHelper?.WriteLine($"{cell}: {excess / expected - 1:P2}");
        Assert.Equal(expected, excess, tolerance * expected);
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Rest_relaxes_to_the_mean_everywhere(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        diffusion.Reset(0, Units.Q30(0.7));
        int position = Grid.TemperaturePosition(profile.ReferenceTemperature_mK);
        for (int step = 0; step < 300; step++)
        {
            diffusion.Advance(0, profile.OneC_uA * 1000L, 1000, position);
        }

        double apart = Spread();
        for (int step = 0; step < 2000; step++)
        {
            diffusion.Advance(0, 0, 60_000, position);
        }

        Assert.True(apart > 1e-3 && Spread() < 2e-7, $"{apart} relaxes to {Spread()}");
        Assert.Equal(states.MeanStoichiometry_Q30[0], states.SurfaceStoichiometry_Q30[0], 64.0);

        double Spread()
        {
            double[] x = [.. Enumerable.Range(0, Grid.Volumes).Select(k => X(profile, diffusion, k))];
            return x.Max() - x.Min();
        }
    }

    [Fact]
    public void Charge_drains_the_surface_and_discharge_fills_it()
    {
        CellProfile profile = BuiltInCell.Profile(BuiltInCell.Pouch);
        foreach (int sign in new[] { 1, -1 })
        {
            CellStates states = new(1);
            DiffusionModel diffusion = new(profile, states);
            diffusion.Reset(0, Units.Q30(0.5));
            int before = states.SurfaceStoichiometry_Q30[0];
            diffusion.Advance(0, -sign * profile.OneC_uA * 1000L, 1000, Grid.TemperaturePosition(298150));
            Assert.Equal(-sign, Math.Sign(states.SurfaceStoichiometry_Q30[0] - before));
            Assert.Equal(sign, Math.Sign(states.StateOfCharge_Q30[0] - Units.Q30(0.5)));
        }
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void A_slice_that_comes_late_catches_up_with_all_its_charge(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(2);
        DiffusionModel diffusion = new(profile, states);
        diffusion.Reset(0, Units.Q30(0.5));
        diffusion.Reset(1, Units.Q30(0.5));
        int position = Grid.TemperaturePosition(298150);
        for (int second = 0; second < 40; second++)
        {
            diffusion.Advance(0, -1000L * profile.OneC_uA, 1000, position);
        }

        diffusion.Advance(1, -40_000L * profile.OneC_uA, 40_000, position);
        Assert.Equal(states.Lithium_uAms[0], states.Lithium_uAms[1]);
        Assert.Equal(states.StateOfCharge_Q30[0], states.StateOfCharge_Q30[1]);
        Assert.Equal(states.SurfaceStoichiometry_Q30[0] / One, states.SurfaceStoichiometry_Q30[1] / One, 0.02);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public void State_of_charge_is_read_back_as_it_was_set(double soc)
    {
        foreach (string cell in BuiltInCell.All.Select(row => row.Data))
        {
            CellStates states = new(1);
            new DiffusionModel(BuiltInCell.Profile(cell), states).Reset(0, Units.Q30(soc));
            Assert.Equal(soc, states.StateOfCharge_Q30[0] / One, 1e-8);
            Assert.Equal(states.MeanStoichiometry_Q30[0], states.SurfaceStoichiometry_Q30[0]);
        }
    }

    private static double X(CellProfile profile, DiffusionModel diffusion, int volume)
        => diffusion.Amount(0, volume) / ((double)(profile.SiteCharge_uAms << diffusion.QuantumShift) * profile.VolumeFraction_Q30[volume] / One);
}
