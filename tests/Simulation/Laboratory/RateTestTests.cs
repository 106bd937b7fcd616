using System.Linq;
using Bms.Simulation.Laboratory;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The rate test lands near the reference figures of the parameter files (capacity 2 %) and near the literature.</summary>
public class RateTestTests
{
    /// <summary>Profile, degC, rate, charge with contact and without voids, A h, mean voltage without voids, V: the files' sanity figures.</summary>
    public static TheoryData<string, double, double, double, double, double> Reference => new()
    {
        { Lab.Pouch, 10, 0.1, 5.870, 5.870, 3.740 },
        { Lab.Pouch, 25, 0.1, 5.903, 5.903, 3.775 },
        { Lab.Pouch, 25, 0.2, 5.817, 5.817, 3.739 },
        { Lab.Pouch, 25, 0.5, 3.183, 5.553, 3.673 },
        { Lab.Pouch, 25, 1.0, 2.530, 5.170, 3.615 },
        { Lab.Pouch, 45, 0.5, 5.683, 5.683, 3.730 },
        { Lab.Pouch, 45, 1.0, 4.060, 5.377, 3.683 },
        { Lab.Pouch, 60, 1.0, 5.497, 5.497, 3.719 },
        { Lab.Pellet, 10, 1.0, 0.678e-3, 1.066e-3, 3.566 },
        { Lab.Pellet, 25, 0.1, 1.127e-3, 1.127e-3, 3.807 },
        { Lab.Pellet, 25, 1.0, 0.9645e-3, 1.088e-3, 3.692 },
        { Lab.Pellet, 60, 1.0, 1.110e-3, 1.110e-3, 3.789 },
    };

    /// <summary>Rate and charge to 3.0 V, mAh/cm², of the model in Raijmakers 2020, and how near a faithful plant comes.</summary>
    public static TheoryData<double, double, double> Raijmakers => new()
    {
        { 1, 0.2468, 0.08 },
        { 2, 0.2156, 0.08 },
        { 4, 0.1805, 0.08 },
        { 6, 0.1555, 0.11 },
    };

    [Theory, MemberData(nameof(Reference))]
    public void Capacity_lands_near_the_reference(string profile, double celsius, double rate, double real, double held, double voltage)
    {
        RatePoint point = Single(profile, celsius, rate);

        Lab.Near(held, point.CapacityWithoutVoidsAh, 0.02);
        Lab.Near(real, point.CapacityAh, 0.03);
        Lab.Near(voltage, point.MeanVoltageWithoutVoidsV, 0.01);
    }

    [Theory, MemberData(nameof(Raijmakers))]
    public void The_thin_film_gives_what_the_literature_says(double rate, double milliampereHours, double share)
    {
        const double Area = 3.36;   // cm²
        Lab.Near(milliampereHours, 1000 * Single(Lab.Film, 20, rate).CapacityAh / Area, share);
    }

    [Fact]
    public void Without_voids_capacity_falls_with_rate_and_rises_with_temperature()
    {
        var points = ((RateSummary)new RateTest { Rates = [0.2, 0.5, 1], Temperatures = [10, 45] }.Run(Lab.Bench(Lab.Pouch)).Summary).Points;

        foreach (var row in points.GroupBy(point => point.TemperatureC))
        {
            Lab.NeverFalls(row.Reverse().Select(point => point.CapacityWithoutVoidsAh));
            Lab.NeverFalls(row.Select(point => point.TemperatureRiseK));
        }

        Assert.All(points.Take(3).Zip(points.Skip(3)), pair => Assert.True(pair.Second.CapacityWithoutVoidsAh > pair.First.CapacityWithoutVoidsAh));
    }

    [Fact]
    public void A_bench_without_voids_finds_both_columns_alike()
    {
        var point = Assert.Single(((RateSummary)new RateTest { Rates = [1], Temperatures = [25] }.Run(Lab.Bench(Lab.Pouch, "voids")).Summary).Points);

        Assert.Equal(point.CapacityWithoutVoidsAh, point.CapacityAh);
        Assert.Equal(1, point.ContactEnd, 0.02);
    }

    private static RatePoint Single(string profile, double celsius, double rate) =>
        Assert.Single(((RateSummary)new RateTest { Rates = [rate], Temperatures = [celsius] }.Run(Lab.Bench(profile)).Summary).Points);
}
