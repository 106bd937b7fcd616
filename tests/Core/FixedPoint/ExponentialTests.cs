using System;
using Bms.Core.FixedPoint;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The exponential against double precision, every input of its domain.</summary>
public class ExponentialTests
{
    private const int Lowest = -800_000;
    private const int Highest = 700_000;

    [Fact]
    public void Is_within_one_unit_everywhere()
    {
        double worst = 0;
        int at = 0;
        for (int exponent = Lowest; exponent <= Highest; exponent++)
        {
            double exact = Math.Min(int.MaxValue, Math.Exp(exponent / 65536.0) * 65536);
            double error = Math.Abs(Exponential.Of(exponent) - exact);
            if (error > worst)
            {
                worst = error;
                at = exponent;
            }
        }

        Assert.True(worst <= 1, $"off by {worst:F3} units at {at}");
    }

    [Fact]
    public void Never_falls()
    {
        int before = Exponential.Of(Lowest - 1);
        for (int exponent = Lowest; exponent <= Highest; exponent++)
        {
            int value = Exponential.Of(exponent);
            if (value < before)
            {
                Assert.Fail($"falls from {before} to {value} at {exponent}");
            }

            before = value;
        }
    }

    [Theory]
    [InlineData(0, 65536)]
    [InlineData(65536, 178145)]
    [InlineData(-65536, 24109)]
    [InlineData(int.MinValue, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(681391, 2147470397)]
    [InlineData(681392, int.MaxValue)]
    [InlineData(-772245, 0)]
    public void Has_its_known_values(int exponent_Q16, int expected_Q16) => Assert.Equal(expected_Q16, Exponential.Of(exponent_Q16));

    [Fact]
    public void Powers_of_two_of_the_table_are_rounded_correctly()
    {
        // exp(k ln 2 / 32) at the table's nodes, at the scale where one unit is 2^-31 of the result
        for (int k = 0; k < 32; k++)
        {
            int exponent = (int)Math.Round(((k / 32.0) + 14) * Math.Log(2) * 65536);
            double exact = Math.Exp(exponent / 65536.0) * 65536;
            Assert.Equal(exact, Exponential.Of(exponent), 1.0);
        }
    }
}
