using System.Linq;
using Bms.Simulation.Laboratory;
using Bms.Simulation.Laboratory.Reporting;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The correction test: with and without side by side, on the same packs.</summary>
public class CorrectionTestTests
{
    private static readonly CorrectionTest s_short = new() { Packs = 1, Temperatures = [45], Duration = 2700 };

    [Fact]
    public void The_correction_narrows_residual_and_spread_and_costs_neither_charge_nor_limits()
    {
        var summary = (CorrectionSummary)s_short.Run(Lab.Bench(Lab.Pouch)).Summary;
        CorrectionPoint without = summary.Points[0];
        CorrectionPoint with = summary.Points[1];

        Assert.Equal((false, true), (without.Corrected, with.Corrected));
        Assert.Equal((without.TemperatureC, without.Pack), (with.TemperatureC, with.Pack));
        Assert.True(with.RmsMv < 0.8 * without.RmsMv, $"{with.RmsMv} of {without.RmsMv}");
        Assert.True(with.SpreadMv < 0.9 * without.SpreadMv, $"{with.SpreadMv} of {without.SpreadMv}");
        Assert.InRange(with.LargestCorrectionMv, 0.1, 20);
        Assert.Equal(0, without.LargestCorrectionMv);
        Assert.Equal((0, 0), (without.Violations, with.Violations));
        Assert.Equal(without.SocRmsePercent, with.SocRmsePercent, 0.02);
        Assert.InRange(with.ChargeLimitC, 0.97 * without.ChargeLimitC, 1.01 * without.ChargeLimitC);
        Assert.True(summary.AsExpected, summary.Verdict);
    }

    [Fact]
    public void Packs_are_drawn_anew_and_the_result_does_not_depend_on_threads()
    {
        CorrectionTest test = s_short with { Packs = 2, Duration = 1200 };
        Findings atOnce = test.Run(Lab.Bench(Lab.Pouch) with { Seed = 7 });
        Findings oneByOne = test.Run(Lab.Bench(Lab.Pouch) with { Seed = 7, Threads = 1 });
        var points = ((CorrectionSummary)atOnce.Summary).Points;

        Assert.Equal(points, ((CorrectionSummary)oneByOne.Summary).Points);
        Assert.Equal([7UL, 7UL, 8UL, 8UL], points.Select(point => point.Pack));
        Assert.NotEqual(points[0].RmsMv, points[2].RmsMv);
        Assert.Equal(points.Count, atOnce.Table("points.csv").Rows.Count);
    }
}
