using System;
using System.Numerics;
using Bms.Core.Cells;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>Amounts of charge as fractions of a constant.</summary>
public class ChargeScaleTests
{
    private static readonly Gen<long> _wholes = Gen.Select(Gen.Long[1L << 20, 1L << 60], Gen.Int[0, 40], (value, shift) => Math.Max(1 << 20, value >> shift));

    [Fact]
    public void Fraction_is_within_its_bound() =>
        Gen.Select(_wholes, Gen.Double[-1.9, 1.9]).Sample((whole, part) =>
        {
            long amount = (long)(part * whole);
            double exact = (double)((BigInteger)amount * (1 << 30) / whole);

            // 2^-28 of the constant is four units; small constants have fewer bits than that
            double bound = 4 + (Math.Pow(2, 31) / Math.Min(whole, 1L << 31));
            Assert.Equal(exact, new ChargeScale(whole).Fraction(amount), bound);
        });

    [Fact]
    public void More_charge_is_never_a_smaller_fraction() =>
        Gen.Select(_wholes, Gen.Double[-1.9, 1.9], Gen.Double[-1.9, 1.9]).Sample((whole, one, two) =>
        {
            ChargeScale scale = new(whole);
            Assert.True(scale.Fraction((long)(Math.Min(one, two) * whole)) <= scale.Fraction((long)(Math.Max(one, two) * whole)));
        });

    [Fact]
    public void Nothing_is_nothing_and_all_is_one() =>
        _wholes.Sample(whole =>
        {
            ChargeScale scale = new(whole);
            Assert.Equal(0, scale.Fraction(0));
            Assert.InRange(scale.Fraction(whole), (1 << 30) - 4, 1 << 30);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void Ends_of_the_range_are_defined(long whole) => Assert.Equal(0, new ChargeScale(whole).Fraction(0));
}
