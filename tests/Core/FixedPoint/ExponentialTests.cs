using System;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The exponential against double precision, every input of its domain.</summary>
public class ExponentialTests
{
    private const int Lowest = -800_000;
    private const int Highest = 700_000;

    [Fact]
    public void Is_as_good_as_stated_for_every_argument()
    {
        WorstError worst = new("Exponential.Of");
        for (int exponent = Lowest; exponent <= Highest; exponent++)
        {
            double exact = Math.Min(int.MaxValue, Math.Exp(exponent / 65536.0) * 65536);
            worst.See(Exponential.Of(exponent) - exact, exponent);
        }

        worst.IsAsStated(StatedErrors.Exponential);
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

    [Fact]
    public void Is_constant_beyond_its_range() =>
        Gen.Select(Gen.Int[int.MinValue, Lowest], Gen.Int[Highest, int.MaxValue]).Sample((low, high) =>
        {
            Assert.Equal(0, Exponential.Of(low));
            Assert.Equal(int.MaxValue, Exponential.Of(high));
        });

    [Theory]
    [InlineData(0, 65536)]
    [InlineData(65536, 178145)]
    [InlineData(-65536, 24109)]
    [InlineData(int.MinValue, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(681391, 2147470397)]
    [InlineData(681392, int.MaxValue)]
    [InlineData(-772243, 1)]
    [InlineData(-772244, 0)]
    public void Has_its_known_values(int exponent_Q16, int expected_Q16) => Assert.Equal(expected_Q16, Exponential.Of(exponent_Q16));
}
