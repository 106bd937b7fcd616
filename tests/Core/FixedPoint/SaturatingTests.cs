using System;
using System.Linq;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>Saturating arithmetic against exact arithmetic: all pairs of numbers at and beside a power of two, and random ones.</summary>
public class SaturatingTests
{
    private static readonly long[] _longEdges =
        [.. Enumerable.Range(0, 63).SelectMany(bit => new[] { (1L << bit) - 1, 1L << bit, (1L << bit) + 1 }).Concat([3, int.MaxValue - 1, long.MaxValue - 1, long.MaxValue])
            .SelectMany(edge => new[] { edge, -edge }).Append(long.MinValue).Distinct().Order()];

    private static readonly int[] _edges = [.. _longEdges.Where(edge => edge is >= int.MinValue and <= int.MaxValue).Select(edge => (int)edge)];

    private static readonly Gen<int> _any = Gen.Frequency((1, Gen.OneOf(_edges)), (3, Gen.Int));

    private static readonly Gen<long> _anyLong = Gen.Frequency((1, Gen.OneOf(_longEdges)), (3, Gen.Long));

    [Fact]
    public void Edges_reach_the_ends_of_both_ranges()
    {
        Assert.Empty(new[] { int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue }.Except(_edges));
        Assert.Empty(new[] { long.MinValue, long.MinValue + 1, int.MinValue, -1, 0, 1, long.MaxValue }.Except(_longEdges));
    }

    [Fact]
    public void A_long_becomes_the_nearest_int()
    {
        Assert.All(_longEdges, value => Assert.Equal(Nearest(value), Saturating.ToInt(value)));
        Gen.Long.Sample(value => Assert.Equal(Nearest(value), Saturating.ToInt(value)));
    }

    [Fact]
    public void Results_of_edges_are_exact_or_at_the_end_of_the_range()
    {
        foreach (int left in _edges)
        {
            foreach (int right in _edges)
            {
                IsExact(left, right);
            }
        }
    }

    [Fact]
    public void Results_are_exact_or_at_the_end_of_the_range() => Gen.Select(_any, _any).Sample(IsExact, iter: 100_000);

    [Fact]
    public void Long_results_of_edges_are_exact_or_at_the_end_of_the_range()
    {
        foreach (long left in _longEdges)
        {
            foreach (long right in _longEdges)
            {
                IsExactLong(left, right);
            }
        }
    }

    [Fact]
    public void Long_results_are_exact_or_at_the_end_of_the_range() =>
        Gen.Select(_anyLong, _anyLong, Gen.Int[0, 62], Gen.Int[0, 62]).Sample((left, right, leftShift, rightShift) =>
            IsExactLong(left >> leftShift, right >> rightShift), iter: 100_000);

    [Fact]
    public void Scaled_results_of_edges_are_the_nearest_with_ties_upwards()
    {
        foreach (int left in _edges)
        {
            foreach (int right in _edges)
            {
                for (int bits = 0; bits <= 62; bits++)
                {
                    IsNearest(left, right, bits);
                }
            }
        }
    }

    [Fact]
    public void Scaled_results_are_the_nearest_with_ties_upwards() =>
        Gen.Select(_any, _any, Gen.Int[0, 31], Gen.Int[0, 31], Gen.Int[0, 62]).Sample((left, right, leftShift, rightShift, bits) =>
            IsNearest(left >> leftShift, right >> rightShift, bits), iter: 300_000);

    [Fact]
    public void Fraction_bits_out_of_range_count_as_the_nearest_in_range() =>
        Gen.Select(_any, _any, Gen.Int[int.MinValue, -1], Gen.Int[63, int.MaxValue]).Sample((left, right, tooFew, tooMany) =>
        {
            Assert.Equal(Saturating.MultiplyScaled(left, right, 0), Saturating.MultiplyScaled(left, right, tooFew));
            Assert.Equal(Saturating.MultiplyScaled(left, right, 62), Saturating.MultiplyScaled(left, right, tooMany));
            Assert.Equal(Saturating.DivideScaled(left, right, 0), Saturating.DivideScaled(left, right, tooFew));
            Assert.Equal(Saturating.DivideScaled(left, right, 62), Saturating.DivideScaled(left, right, tooMany));
        });

    [Theory]
    [InlineData(7, 2, 0, 4)]
    [InlineData(-7, 2, 0, -3)]
    [InlineData(1, 3, 16, 21845)]
    [InlineData(2, 3, 16, 43691)]
    [InlineData(-2, 3, 16, -43691)]
    [InlineData(1, 1, 62, int.MaxValue)]
    [InlineData(int.MinValue, -1, 0, int.MaxValue)]
    [InlineData(int.MinValue, int.MinValue, 30, 1 << 30)]
    [InlineData(int.MaxValue, 0, 16, int.MaxValue)]
    [InlineData(int.MinValue, 0, 16, int.MinValue)]
    [InlineData(0, 0, 16, 0)]
    public void Scaled_quotients_are_defined(int dividend, int divisor, int bits, int expected) =>
        Assert.Equal(expected, Saturating.DivideScaled(dividend, divisor, bits));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, int.MaxValue)]
    [InlineData(-1, 0, int.MinValue)]
    [InlineData(int.MinValue, -1, int.MaxValue)]
    [InlineData(int.MaxValue, -1, -int.MaxValue)]
    [InlineData(7, 2, 3)]
    [InlineData(-7, 2, -3)]
    [InlineData(7, -2, -3)]
    public void Every_quotient_is_defined(int dividend, int divisor, int expected) => Assert.Equal(expected, Saturating.Divide(dividend, divisor));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, long.MaxValue)]
    [InlineData(-1, 0, long.MinValue)]
    [InlineData(long.MinValue, -1, long.MaxValue)]
    [InlineData(long.MaxValue, -1, -long.MaxValue)]
    [InlineData(-7, 2, -3)]
    public void Every_long_quotient_is_defined(long dividend, long divisor, long expected) =>
        Assert.Equal(expected, Saturating.DivideLong(dividend, divisor));

    private static void IsExact(int left, int right)
    {
        Is(Nearest((Int128)left + right), Saturating.Add(left, right), '+', left, right);
        Is(Nearest((Int128)left - right), Saturating.Subtract(left, right), '-', left, right);
        Is(Nearest((Int128)left * right), Saturating.Multiply(left, right), '*', left, right);
        Is(Nearest(Quotient(left, right)), Saturating.Divide(left, right), '/', left, right);
    }

    private static void IsExactLong(long left, long right)
    {
        Is(NearestLong((Int128)left + right), Saturating.AddLong(left, right), '+', left, right);
        Is(NearestLong((Int128)left - right), Saturating.SubtractLong(left, right), '-', left, right);
        Is(NearestLong((Int128)left * right), Saturating.MultiplyLong(left, right), '*', left, right);
        Is(NearestLong(Quotient(left, right)), Saturating.DivideLong(left, right), '/', left, right);
    }

    private static void IsNearest(int left, int right, int bits)
    {
        Int128 product = ((Int128)left * right * 2) + (Int128.One << bits);
        Is(Nearest(product >> (bits + 1)), Saturating.MultiplyScaled(left, right, bits), '*', left, right, bits);
        if (right == 0)
        {
            Is(Nearest(Quotient(left, right)), Saturating.DivideScaled(left, right, bits), '/', left, right, bits);
            return;
        }

        Int128 doubled = ((Int128)left << (bits + 1)) + right;
        (Int128 quotient, Int128 rest) = Int128.DivRem(doubled, (Int128)right * 2);
        bool roundedUp = rest != 0 && (rest < 0) != (right < 0);
        Is(Nearest(roundedUp ? quotient - 1 : quotient), Saturating.DivideScaled(left, right, bits), '/', left, right, bits);
    }

    private static Int128 Quotient(Int128 dividend, Int128 divisor) =>
        divisor == 0 ? Int128.Sign(dividend) * ((Int128)ulong.MaxValue) : dividend / divisor;

    private static int Nearest(Int128 value) => (int)Int128.Clamp(value, int.MinValue, int.MaxValue);

    private static long NearestLong(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);

    private static void Is(long expected, long actual, char operation, long left, long right, int bits = 0)
    {
        if (actual != expected)
        {
            Assert.Fail($"{left} {operation} {right}, {bits} fraction bits: {actual} instead of {expected}");
        }
    }
}
