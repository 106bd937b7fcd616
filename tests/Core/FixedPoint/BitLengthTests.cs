using System.Numerics;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The length of an integer in bits is exact everywhere.</summary>
public class BitLengthTests
{
    [Fact]
    public void Steps_at_every_power_of_two()
    {
        for (int bit = 0; bit < 63; bit++)
        {
            Assert.Equal(bit, BitLength.Of((1L << bit) - 1));
            Assert.Equal(bit + 1, BitLength.Of(1L << bit));
        }

        Assert.Equal(63, BitLength.Of(long.MaxValue));
    }

    [Fact]
    public void Counts_the_bits_of_any_number() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 62]).Sample((value, shift) =>
            Assert.Equal(64 - BitOperations.LeadingZeroCount((ulong)(value >> shift)), BitLength.Of(value >> shift)));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(long.MinValue)]
    public void Is_zero_below_zero(long value) => Assert.Equal(0, BitLength.Of(value));
}
