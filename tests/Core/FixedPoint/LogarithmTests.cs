using System;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The logarithm against double precision.</summary>
public class LogarithmTests
{
    private const long Highest = 1L << 46;

    [Fact]
    public void Is_within_one_unit_for_every_small_argument()
    {
        for (long argument = 1; argument < 1 << 21; argument++)
        {
            Near(argument);
        }
    }

    [Fact]
    public void Is_within_one_unit_on_every_node_of_its_table()
    {
        for (int bits = 5; bits <= 46; bits++)
        {
            for (long step = 32; step < 64; step++)
            {
                long node = step << (bits - 5);
                Near(Math.Min(node, Highest));
                Near(Math.Min(node + 1, Highest));
                Near(Math.Min(node - 1, Highest));
            }
        }
    }

    [Fact]
    public void Is_within_one_unit_anywhere() =>
        Gen.Select(Gen.Long[1, Highest], Gen.Int[0, 45]).Sample((argument, shift) => Near(Math.Max(1, argument >> shift)));

    [Fact]
    public void Is_within_its_bound_before_rounding() =>
        Gen.Select(Gen.Long[1, Highest], Gen.Int[0, 45]).Sample((argument, shift) =>
        {
            long smaller = Math.Max(1, argument >> shift);
            double exact = (Math.Log(smaller) - Math.Log(65536)) * Math.Pow(2, 32);
            Assert.Equal(exact, Logarithm.Of_Q32(smaller), 64.0);
        });

    [Fact]
    public void Never_falls()
    {
        int before = int.MinValue;
        for (long argument = 0; argument < 1 << 21; argument++)
        {
            int value = Logarithm.Of(argument);
            Assert.True(value >= before, $"falls from {before} to {value} at {argument}");
            before = value;
        }
    }

    [Fact]
    public void Undoes_the_exponential_to_its_resolution() =>
        Gen.Int[-65536, 680000].Sample(exponent =>
        {
            int power = Exponential.Of(exponent);
            double resolution = 65536.0 / power;
            Assert.Equal(exponent, Logarithm.Of(power), 2 + resolution);
        });

    [Theory]
    [InlineData(65536, 0)]
    [InlineData(131072, 45426)]
    [InlineData(1, -726817)]
    [InlineData(0, int.MinValue)]
    [InlineData(-1, int.MinValue)]
    [InlineData(long.MinValue, int.MinValue)]
    public void Has_its_known_values(long argument_Q16, int expected_Q16) => Assert.Equal(expected_Q16, Logarithm.Of(argument_Q16));

    private static void Near(long argument)
    {
        double exact = (Math.Log(argument) - Math.Log(65536)) * 65536;
        double error = Math.Abs(Logarithm.Of(argument) - exact);
        if (error > 1)
        {
            Assert.Fail($"off by {error:F3} units at {argument}");
        }
    }
}
