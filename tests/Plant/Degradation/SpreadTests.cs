using System;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>How cells of a batch differ: normal and lognormal factors, some of which hang together, none beyond the truncation.</summary>
public class SpreadTests
{
    private const int Many = 20_000;

    [Fact]
    public void Without_correlation_and_truncation_every_factor_is_the_next_draw_of_the_cells_own_stream()
    {
        Spread spread = Rig.Pouch.Spread;
        for (int cell = 0; cell < 100; cell++)
        {
            var random = new RandomSequence(7, 0x43454C4C_00000000 + (ulong)cell);
            CellFactors drawn = CellFactors.Draw(spread, 7, cell);
            Assert.Equal(1 + (spread.Capacity * random.Normal()), drawn.Capacity);
            Assert.Equal(random.LogNormal(spread.Resistance), drawn.Resistance);
            Assert.Equal(random.LogNormal(spread.CriticalCurrent), drawn.CriticalCurrent);
            Assert.Equal(random.LogNormal(spread.ContactLoss), drawn.ContactLoss);
            Assert.Equal(spread.InitialStateOfCharge * random.Normal(), drawn.StateOfChargeOffset);
            Assert.Equal(random.LogNormal(spread.AgeingRate), drawn.AgeingRate);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.6)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void Factors_correlate_as_the_spread_says_and_keep_their_width(double correlation)
    {
        Spread spread = Rig.Pouch.Spread with { CapacityResistance = correlation, CriticalCurrentContactLoss = correlation, ContactLossAgeing = correlation };
        CellFactors[] cells = Batch(spread);
        double[] capacity = [.. cells.Select(cell => cell.Capacity - 1)];
        double[] resistance = [.. cells.Select(cell => Math.Log(cell.Resistance))];
        double[] critical = [.. cells.Select(cell => Math.Log(cell.CriticalCurrent))];
        double[] loss = [.. cells.Select(cell => Math.Log(cell.ContactLoss))];
        double[] ageing = [.. cells.Select(cell => Math.Log(cell.AgeingRate))];
        Assert.Equal(correlation, Correlation(capacity, resistance), 0.03);
        Assert.Equal(correlation, Correlation(critical, loss), 0.03);
        Assert.Equal(correlation, Correlation(loss, ageing), 0.03);
        Assert.Equal(0, Correlation(capacity, critical), 0.03);
        Rig.Near(spread.Resistance, Width(resistance), 0.03);
        Rig.Near(spread.ContactLoss, Width(loss), 0.03);
        Rig.Near(spread.AgeingRate, Width(ageing), 0.03);
    }

    [Fact]
    public void No_factor_lies_beyond_the_truncation_and_the_rest_keeps_its_shape()
    {
        Spread spread = Rig.Pouch.Spread with { CapacityResistance = 0.7, Truncation = 2 };
        CellFactors[] cells = Batch(spread);
        Assert.All(cells, cell =>
        {
            Assert.InRange(cell.Capacity, 1 - (2 * spread.Capacity), 1 + (2 * spread.Capacity));
            Assert.InRange(Math.Abs(Math.Log(cell.Resistance)), 0, 2 * spread.Resistance);
            Assert.InRange(Math.Abs(Math.Log(cell.AgeingRate)), 0, 2 * spread.AgeingRate);
        });

        // a normal distribution cut at two standard deviations has 0.8796 of its width
        Rig.Near(0.8796 * spread.Capacity, Width([.. cells.Select(cell => cell.Capacity)]), 0.02);
        Rig.Near(0.8796 * spread.ContactLoss, Width([.. cells.Select(cell => Math.Log(cell.ContactLoss))]), 0.02);
    }

    private static CellFactors[] Batch(Spread spread) => [.. Enumerable.Range(0, Many).Select(cell => CellFactors.Draw(spread, 3, cell))];

    private static double Width(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Correlation(double[] left, double[] right)
    {
        double leftMean = left.Average();
        double rightMean = right.Average();
        return left.Zip(right).Average(pair => (pair.First - leftMean) * (pair.Second - rightMean)) / (Width(left) * Width(right));
    }
}
