using System;
using System.Linq;
using Bms.Plant.Diffusion;
using Bms.Plant.Parameters;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Diffusion;

/// <summary>Diffusion against the closed solutions of textbooks.</summary>
public class DiffusionTests
{
    private const double Diffusivity = 4e-15;
    private const double Length = 5e-6;
    private const double Rate = 1e-5;
    private static readonly DenseTable _constant = new(new Table([0, 1], [Diffusivity, Diffusivity]), 1);

    [Theory]
    [InlineData(DiffusionGeometry.Sphere, 1, 1.0 / 15)]
    [InlineData(DiffusionGeometry.Film, 1, 1.0 / 3)]
    [InlineData(DiffusionGeometry.Film, 0.807, (0.807 / 3) - (0.193 / 6))]
    [InlineData(DiffusionGeometry.Film, 0, -1.0 / 6)]
    public void Surface_excess_settles_at_the_steady_value(DiffusionGeometry geometry, double split, double excess)
    {
        DiffusionProfile profile = Profile(geometry, 60, split);
        Run(profile, 4e4, 100);
        double expected = excess * Rate * Length * Length / Diffusivity;
        Assert.InRange(profile.Surface - profile.Mean, expected - Math.Abs(2e-3 * expected), expected + Math.Abs(2e-3 * expected));
    }

    [Theory]
    [InlineData(DiffusionGeometry.Sphere, 3)]
    [InlineData(DiffusionGeometry.Film, 1)]
    public void Surface_follows_the_square_root_of_time_at_first(DiffusionGeometry geometry, double areaOverVolume)
    {
        DiffusionProfile profile = Profile(geometry, 200, 1);
        Run(profile, 20, 0.05);
        double expected = 2 * Rate / areaOverVolume * Length * Math.Sqrt(20 / (Math.PI * Diffusivity));
        double curvature = geometry == DiffusionGeometry.Sphere ? 0.06 : 0.01;
        Assert.InRange((profile.Surface - 0.5) / expected, 1 - curvature, 1.02 + curvature);
    }

    [Theory]
    [InlineData(DiffusionGeometry.Sphere)]
    [InlineData(DiffusionGeometry.Film)]
    public void Error_falls_with_the_square_of_the_volumes(DiffusionGeometry geometry)
    {
        double Excess(int volumes)
        {
            DiffusionProfile profile = Profile(geometry, volumes, 1);
            Run(profile, 600, 1);
            return profile.Surface - profile.Mean;
        }

        double truth = Excess(1000);
        double coarse = Math.Abs(Excess(16) / truth - 1);
        double fine = Math.Abs(Excess(32) / truth - 1);
        Assert.True(coarse < 0.01, $"error with 16 volumes: {coarse}");
        double order = Math.Log2(coarse / fine);
        Assert.True(order is > 1.7 and < 2.6, $"order {order}");
    }

    [Theory]
    [InlineData(DiffusionGeometry.Sphere)]
    [InlineData(DiffusionGeometry.Film)]
    public void Error_falls_with_the_step(DiffusionGeometry geometry)
    {
        double Excess(double seconds)
        {
            DiffusionProfile profile = Profile(geometry, 200, 1);
            Run(profile, 640, seconds);
            return profile.Surface - profile.Mean;
        }

        double truth = Excess(0.25);
        double coarse = Math.Abs(Excess(64) / truth - 1);
        double fine = Math.Abs(Excess(32) / truth - 1);
        double order = Math.Log2(coarse / fine);
        Assert.True(order is > 0.8 and < 1.2, $"order {order}");
    }

    [Fact]
    public void Lithium_is_kept_whatever_flows()
    {
        Gen.Select(Gen.Enum<DiffusionGeometry>(), Gen.Int[8, 121], Gen.Double[0, 1], Gen.Double[-1e-4, 1e-4].Array[1, 200], Gen.Double[1e-6, 1])
            .Sample((geometry, volumes, split, rates, seconds) =>
            {
                var varying = new DenseTable(new Table([0.2, 0.5, 0.9], [1e-13, 1e-15, 1e-14], Interpolation.LogLinear), 500);
                var profile = new DiffusionProfile(
                    new DiffusionGrid(geometry, volumes), varying, Length, geometry == DiffusionGeometry.Sphere ? 1 : split, 0.5);
                double expected = 0.5;
                foreach (double rate in rates)
                {
                    double before = profile.Mean;
                    profile.Advance(seconds, rate, 1);
                    Assert.InRange(profile.Mean - (before + (rate * seconds)), -1e-14, 1e-14);
                    expected += rate * seconds;
                }

                Assert.InRange(profile.Mean - expected, -1e-13, 1e-13);
            }, iter: 200);
    }

    [Fact]
    public void A_profile_left_alone_becomes_flat_without_overshoot()
    {
        DiffusionProfile profile = Profile(DiffusionGeometry.Sphere, 60, 1);
        Run(profile, 500, 1);
        double spread = double.PositiveInfinity;
        for (int step = 0; step < 100; step++)
        {
            profile.Advance(1000, 0, 1);
            double[] values = profile.Stoichiometry.ToArray();
            double now = values.Max() - values.Min();
            Assert.True(now <= spread + 1e-15);
            spread = now;
        }

        Assert.True(spread < 1e-6, $"still {spread}");
    }

    [Fact]
    public void Too_few_or_too_many_volumes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiffusionGrid(DiffusionGeometry.Sphere, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiffusionGrid(DiffusionGeometry.Film, 2001));
    }

    private static DiffusionProfile Profile(DiffusionGeometry geometry, int volumes, double split) =>
        new(new DiffusionGrid(geometry, volumes), _constant, Length, split, 0.5);

    private static void Run(DiffusionProfile profile, double duration, double seconds)
    {
        for (int step = 0; step < (int)Math.Round(duration / seconds); step++)
        {
            profile.Advance(seconds, Rate, 1);
        }
    }
}
