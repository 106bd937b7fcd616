using System;
using System.Numerics;
using System.Threading.Tasks;
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
    public void Is_exact_for_every_small_number()
    {
        long root = 0;
        for (long value = 0; value < 1 << 22; value++)
        {
            if ((root + 1) * (root + 1) == value)
            {
                root++;
            }

            if (SquareRoot.Floor(value) != root)
            {
                Assert.Fail($"{value}: {SquareRoot.Floor(value)} instead of {root}");
            }
        }
    }

    [Fact]
    public void Is_exact_around_every_square_below_2_to_the_40() => Around(1, 1 << 20);

    [Fact]
    public void Is_exact_around_far_squares_and_powers_of_two()
    {
        for (long root = LargestRoot; root > 1 << 20; root -= 9973)
        {
            Around(root, root + 1);
        }

        for (int bit = 20; bit < 32; bit++)
        {
            Around((1L << bit) - 1, (1L << bit) + 2);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Is_exact_around_every_square()
    {
        const long Part = 1 << 20;
        Parallel.For(0, (LargestRoot / Part) + 1, part => Around(Math.Max(1, part * Part), Math.Min(LargestRoot + 1, (part + 1) * Part)));
    }

    [Fact]
    public void Is_the_floor_of_any_long() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 62]).Sample((value, shift) =>
        {
            long smaller = value >> shift;
            BigInteger root = SquareRoot.Floor(smaller);
            Assert.True(root * root <= smaller && (root + 1) * (root + 1) > smaller, $"{smaller}: {root}");
        }, iter: 100_000);

    [Fact]
    public void Ends_of_the_range_are_defined()
    {
        Assert.Equal(LargestRoot, SquareRoot.Floor(long.MaxValue));
        Assert.Equal(0, SquareRoot.Floor(0));
        Assert.Equal(0, SquareRoot.Floor(-1));
        Assert.Equal(0, SquareRoot.Floor(long.MinValue));
    }

    /// <summary>A square and the number before it, for every root from the first to before the end.</summary>
    private static void Around(long first, long end)
    {
        for (long root = first; root < end; root++)
        {
            long square = root * root;
            if (root <= LargestRoot && (SquareRoot.Floor(square) != root || SquareRoot.Floor(square - 1) != root - 1))
            {
                Assert.Fail($"around the square of {root}: {SquareRoot.Floor(square - 1)}, {SquareRoot.Floor(square)}");
            }
        }
    }
}
