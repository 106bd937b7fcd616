using System;
using System.Numerics;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The integer square root is the exact floor everywhere.</summary>
public class SquareRootTests
{
    // the largest root whose square is a long
    private const long LargestRoot = 3037000499;

    [Fact]
    public void Is_exact_around_every_small_square()
    {
        for (long root = 1; root <= 1 << 20; root++)
        {
            Around(root);
        }
    }

    [Fact]
    public void Is_exact_around_far_squares_and_powers_of_two()
    {
        for (long root = LargestRoot; root > 1 << 20; root -= 9973)
        {
            Around(root);
        }

        for (int bit = 20; bit < 31; bit++)
        {
            Around((1L << bit) - 1);
            Around(1L << bit);
            Around((1L << bit) + 1);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Is_exact_around_squares_all_over_the_range()
    {
        for (long root = 1; root <= LargestRoot; root += 31)
        {
            Around(root);
        }
    }

    [Fact]
    public void Is_the_floor_of_any_long() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 62]).Sample((value, shift) =>
        {
            long smaller = value >> shift;
            BigInteger root = SquareRoot.Floor(smaller);
            Assert.True(root * root <= smaller && (root + 1) * (root + 1) > smaller, $"{smaller}: {root}");
        });

    [Fact]
    public void Ends_of_the_range_are_defined()
    {
        Assert.Equal(LargestRoot, SquareRoot.Floor(long.MaxValue));
        Assert.Equal(0, SquareRoot.Floor(0));
        Assert.Equal(0, SquareRoot.Floor(-1));
        Assert.Equal(0, SquareRoot.Floor(long.MinValue));
    }

    private static void Around(long root)
    {
        long square = root * root;
        if (SquareRoot.Floor(square) != root || SquareRoot.Floor(square - 1) != root - 1 || (root < LargestRoot && SquareRoot.Floor(square + 1) != root + (square == 0 ? 1 : 0)))
        {
            Assert.Fail($"around the square of {root}: {SquareRoot.Floor(square - 1)}, {SquareRoot.Floor(square)}, {SquareRoot.Floor(square + 1)}");
        }
    }
}
