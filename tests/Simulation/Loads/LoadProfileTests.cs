using System;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Loads;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Loads;

public class LoadProfileTests
{
    private static readonly Gen<double[]> s_currents = Gen.Double[-100, 100].Array[1, 50];

    [Fact]
    public void A_value_holds_until_the_next_time_and_the_last_until_the_end()
    {
        var profile = new LoadProfile("steps", [0, 1, 2.5], [1, -2, 3], 4);
        double[] times = [-1, 0, 0.999, 1, 2.499, 2.5, 3.999, 4, 100];
        Assert.Equal([0, 1, 1, -2, -2, 3, 3, 0, 0], times.Select(profile.CurrentAt));
    }

    [Fact]
    public void Ticks_that_miss_a_sample_time_by_rounding_still_get_that_sample()
    {
        s_currents.Sample(currents =>
        {
            var profile = new LoadProfile("noise", [.. Enumerable.Range(0, currents.Length).Select(k => (double)k)], currents, currents.Length);
            double time = 0;
            for (int tick = 0; tick < 50 * currents.Length; tick++)
            {
                Assert.Equal(currents[tick / 50], profile.CurrentAt(time));
                time += 0.02;   // not exact in binary: the sum drifts by picoseconds
            }

            Assert.Equal(0, profile.CurrentAt(time));
        });
    }

    [Fact]
    public void Scaling_to_a_peak_keeps_shape_and_sign()
    {
        Gen.Select(s_currents.Where(currents => currents.Any(current => Math.Abs(current) > 1e-3)), Gen.Double[0.01, 500]).Sample((currents, peak) =>
        {
            LoadProfile scaled = Profile(currents).ScaledToPeak(peak);
            double factor = peak / currents.Max(Math.Abs);
            Assert.Equal(peak, scaled.Peak, peak * 1e-12);
            for (int k = 0; k < currents.Length; k++)
            {
                Assert.Equal(currents[k] * factor, scaled.CurrentAt(k), peak * 1e-12);
            }
        });
    }

    [Fact]
    public void A_profile_of_zeros_cant_be_scaled()
    {
        BadInputException failure = Assert.Throws<BadInputException>(() => Profile(0, 0, 0).ScaledToPeak(6));
        Assert.Equal("test: every current is 0; a profile that is scaled to a peak needs a current other than 0", failure.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_peak_is_finite_and_above_zero(double peak)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Profile(1).ScaledToPeak(peak));
    }

    [Fact]
    public void Values_that_make_no_profile_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LoadProfile("empty", [], [], 1));
        Assert.Throws<ArgumentException>(() => new LoadProfile("late", [1], [1], 2));
        Assert.Throws<ArgumentException>(() => new LoadProfile("back", [0, 2, 1], [1, 1, 1], 3));
        Assert.Throws<ArgumentException>(() => new LoadProfile("ragged", [0, 1], [1], 2));
        Assert.Throws<ArgumentException>(() => new LoadProfile("nan", [0, 1], [1, double.NaN], 2));
        Assert.Throws<ArgumentException>(() => new LoadProfile("short", [0, 1], [1, 1], 1));
    }

    private static LoadProfile Profile(params double[] currents) =>
        new("test", [.. Enumerable.Range(0, currents.Length).Select(k => (double)k)], currents, currents.Length);
}
