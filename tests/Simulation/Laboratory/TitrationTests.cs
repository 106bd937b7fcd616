using System;
using System.Linq;
using Bms.Simulation.Laboratory;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>Titration gives back the open-circuit potential and the diffusivity that the cell was made of.</summary>
public class TitrationTests
{
    [Theory, MemberData(nameof(Lab.Profiles), MemberType = typeof(Lab))]
    public void Rest_voltages_are_the_open_circuit_potential(string profile)
    {
        var summary = (TitrationSummary)new Titration { Pulses = 10 }.Run(Lab.Bench(profile)).Summary;

        Assert.InRange(summary.OpenCircuitMaxMv, 0, 5);
        Assert.True(summary.Points.Count(point => point.Direction == "discharge") >= 9);
        Assert.True(summary.Points.Count(point => point.Direction == "charge") >= 9);
    }

    [Theory]
    [InlineData(Lab.Pouch, 0.4, 0.85)]
    [InlineData(Lab.Pellet, 0.4, 0.85)]
    [InlineData(Lab.Film, 0.54, 0.72, "ion-pairs")]
    public void Where_the_potential_is_nearly_straight_the_diffusivity_is_the_true_one(string profile, double low, double high, params string[] without)
    {
        var summary = (TitrationSummary)new Titration().Run(Lab.Bench(profile, without)).Summary;
        double[] ratios = [.. summary.Points.Where(point => point.Stoichiometry > low && point.Stoichiometry < high).Select(point => point.DiffusivityM2S / point.TrueDiffusivityM2S).Order()];

        Assert.InRange(summary.DiffusivityRatio, 0.7, 1.4);
        Assert.InRange(ratios[ratios.Length / 2], 0.8, 1.25);
        Assert.InRange(ratios[ratios.Length / 10], 0.6, 1.6);
        Assert.InRange(ratios[^(1 + (ratios.Length / 10))], 0.6, 1.6);
    }

    [Fact]
    public void Ion_pairs_that_relax_meanwhile_make_diffusion_look_slower()
    {
        double all = ((TitrationSummary)new Titration().Run(Lab.Bench(Lab.Film)).Summary).DiffusivityRatio;
        double without = ((TitrationSummary)new Titration().Run(Lab.Bench(Lab.Film, "ion-pairs")).Summary).DiffusivityRatio;
        Assert.InRange(all / without, 0.3, 0.9);
    }

    [Fact]
    public void The_fit_gives_back_the_slope_it_was_made_of() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[1e-5, 1e-2], Gen.Double[-1e-4, 1e-4]).Sample((start, slope, bend) =>
        {
            (double Time, double Voltage)[] points = [.. Enumerable.Range(25, 500).Select(k => 0.2 * k).Select(t => (t, start + (slope * Math.Sqrt(t)) + (bend * t)))];
            Lab.Near(slope, RootOfTimeFit.Slope(points, 100), 1e-6);
        });

    [Fact]
    public void Too_few_points_give_no_slope() => Assert.Equal(double.NaN, RootOfTimeFit.Slope([(1, 1), (2, 2), (3, 3)], 10));
}
