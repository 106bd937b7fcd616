using System;
using System.Linq;
using System.Numerics;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>Saturating arithmetic against exact arithmetic, dense at the ends of the range.</summary>
public class SaturatingTests
{
    private static readonly int[] _edges = [int.MinValue, int.MinValue + 1, -65536, -2, -1, 0, 1, 2, 3, 65535, int.MaxValue - 1, int.MaxValue];

    private static readonly long[] _longEdges =
        [long.MinValue, long.MinValue + 1, -(1L << 32), int.MinValue, -1, 0, 1, int.MaxValue, 1L << 32, long.MaxValue - 1, long.MaxValue];

    private static readonly Gen<int> _any = Gen.Frequency((1, Gen.OneOf(_edges)), (3, Gen.Int));

    private static readonly Gen<long> _anyLong = Gen.Frequency((1, Gen.OneOf(_longEdges)), (3, Gen.Long));

    [Fact]
    public void Sums_differences_and_products_are_exact_or_at_the_end_of_the_range() =>
        Gen.Select(_any, _any).Sample((left, right) =>
        {
            Assert.Equal(Nearest((BigInteger)left + right), Saturating.Add(left, right));
            Assert.Equal(Nearest((BigInteger)left - right), Saturating.Subtract(left, right));
            Assert.Equal(Nearest((BigInteger)left * right), Saturating.Multiply(left, right));
        });

    [Fact]
    public void A_long_becomes_the_nearest_int() =>
        _anyLong.Sample(value => Assert.Equal(Nearest(value), Saturating.ToInt(value)));

    [Fact]
    public void Scaled_product_rounds_to_nearest_with_ties_upwards() =>
        Gen.Select(_any, _any, Gen.Int[0, 62]).Sample((left, right, bits) =>
        {
            BigInteger doubled = ((BigInteger)left * right * 2) + (BigInteger.One << bits);
            Assert.Equal(Nearest(doubled >> (bits + 1)), Saturating.MultiplyScaled(left, right, bits));
        });

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, int.MaxValue)]
    [InlineData(int.MaxValue, 0, int.MaxValue)]
    [InlineData(-1, 0, int.MinValue)]
    [InlineData(int.MinValue, 0, int.MinValue)]
    [InlineData(int.MinValue, -1, int.MaxValue)]
    [InlineData(int.MinValue, 1, int.MinValue)]
    [InlineData(int.MaxValue, -1, -int.MaxValue)]
    [InlineData(7, 2, 3)]
    [InlineData(-7, 2, -3)]
    [InlineData(7, -2, -3)]
    public void Every_quotient_is_defined(int dividend, int divisor, int expected) =>
        Assert.Equal(expected, Saturating.Divide(dividend, divisor));

    [Fact]
    public void Quotients_round_towards_zero_and_saturate() =>
        Gen.Select(_any, _any.Where(d => d != 0)).Sample((dividend, divisor) =>
            Assert.Equal(Nearest(BigInteger.Divide(dividend, divisor)), Saturating.Divide(dividend, divisor)));

    [Fact]
    public void Long_sums_and_quotients_are_exact_or_at_the_end_of_the_range() =>
        Gen.Select(_anyLong, _anyLong).Sample((left, right) =>
        {
            Assert.Equal(NearestLong((BigInteger)left + right), Saturating.AddLong(left, right));
            if (right != 0)
            {
                Assert.Equal(NearestLong(BigInteger.Divide(left, right)), Saturating.DivideLong(left, right));
            }
        });

    [Fact]
    public void Long_quotients_by_zero_have_the_sign_of_the_dividend()
    {
        Assert.Equal(0, Saturating.DivideLong(0, 0));
        Assert.All(_longEdges.Where(e => e > 0), e => Assert.Equal(long.MaxValue, Saturating.DivideLong(e, 0)));
        Assert.All(_longEdges.Where(e => e < 0), e => Assert.Equal(long.MinValue, Saturating.DivideLong(e, 0)));
    }

    private static int Nearest(BigInteger value) => (int)BigInteger.Min(int.MaxValue, BigInteger.Max(int.MinValue, value));

    private static long NearestLong(BigInteger value) => (long)BigInteger.Min(long.MaxValue, BigInteger.Max(long.MinValue, value));
}
