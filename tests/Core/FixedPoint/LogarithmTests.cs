using System;
using System.Threading.Tasks;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The logarithm against double precision, whose own error is below a ten thousandth of a unit of 2^-32.</summary>
public class LogarithmTests
{
    private readonly WorstError _worst = new("Logarithm.Of");
    private readonly WorstError _worst_Q32 = new("Logarithm.Of_Q32");

    [Fact]
    public void Is_as_good_as_stated_for_every_small_argument()
    {
        Sweep(1, 1 << 21);
        _worst.IsAsStated(StatedErrors.Logarithm);
    }

    [Fact]
    public void Is_as_good_as_stated_around_every_node_and_between_in_every_octave()
    {
        for (int bit = 10; bit < 63; bit++)
        {
            long spacing = 1L << (bit - 10);
            for (long k = 1024; k < 2048; k++)
            {
                See((k * spacing) - 1);
                See(k * spacing);
                See((k * spacing) + 1);
            }
        }

        See(long.MaxValue - 1);
        See(long.MaxValue);
        _worst_Q32.IsAsStated(StatedErrors.Logarithm_Q32);
    }

    [Fact]
    public void Is_as_good_as_stated_anywhere()
    {
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[0, 62]).Sample((argument, shift) => See(Math.Max(1, argument >> shift)), iter: 1_000_000);
        _worst.IsAsStated(StatedErrors.Logarithm);
        _worst_Q32.IsAsStated(StatedErrors.Logarithm_Q32);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Is_as_good_as_stated_and_never_falls_for_every_argument_of_32_bits()
    {
        Parallel.For(0, 4096, part => Sweep(Math.Max(1, (long)part << 20), ((long)part + 1) << 20));
        _worst.IsAsStated(StatedErrors.Logarithm);
        _worst_Q32.IsAsStated(StatedErrors.Logarithm_Q32);
    }

    [Fact]
    public void Never_falls_over_a_node_of_its_table()
    {
        for (int bit = 7; bit < 63; bit++)
        {
            for (long step = 128; step < 256; step++)
            {
                long node = step << (bit - 7);
                Assert.InRange(Logarithm.Of_Q32(node), Logarithm.Of_Q32(node - 1), Logarithm.Of_Q32(node + 1));
            }
        }
    }

    [Fact]
    public void Never_falls_from_an_argument_to_the_next() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[0, 62], Gen.Int[0, 1 << 16]).Sample((argument, shift, distance) =>
        {
            long further = Saturating.AddLong(argument >> shift, distance);
            Assert.True(Logarithm.Of_Q32(further) >= Logarithm.Of_Q32(argument >> shift), $"falls between {argument >> shift} and {further}");
        }, iter: 1_000_000);

    [Fact]
    public void Undoes_the_exponential_to_its_resolution() =>
        Gen.Int[-65536, 680000].Sample(exponent =>
        {
            int power = Exponential.Of(exponent);
            double resolution = 65536.0 / power;
            Assert.Equal(exponent, Logarithm.Of(power), 0.6 + resolution);
        });

    [Theory]
    [InlineData(65536, 0)]
    [InlineData(131072, 45426)]
    [InlineData(1, -726817)]
    [InlineData(long.MaxValue, 2135026)]
    [InlineData(0, int.MinValue)]
    [InlineData(-1, int.MinValue)]
    [InlineData(long.MinValue, int.MinValue)]
    public void Has_its_known_values(long argument_Q16, int expected_Q16) => Assert.Equal(expected_Q16, Logarithm.Of(argument_Q16));

    [Theory]
    [InlineData(65536, 0)]
    [InlineData(0, -(1L << 47))]
    [InlineData(-1, -(1L << 47))]
    [InlineData(long.MinValue, -(1L << 47))]
    public void Has_its_known_values_before_rounding(long argument_Q16, long expected_Q32) => Assert.Equal(expected_Q32, Logarithm.Of_Q32(argument_Q16));

    private void Sweep(long first, long end)
    {
        long before = Logarithm.Of_Q32(first - 1);
        for (long argument = first; argument < end; argument++)
        {
            long value_Q32 = See(argument);
            if (value_Q32 < before)
            {
                Assert.Fail($"falls from {before} to {value_Q32} at {argument}");
            }

            before = value_Q32;
        }
    }

    private long See(long argument)
    {
        double exact = Math.Log(argument / 65536.0);
        long value_Q32 = Logarithm.Of_Q32(argument);
        _worst_Q32.See(value_Q32 - (exact * 4294967296.0), argument);
        _worst.See(Logarithm.Of(argument) - (exact * 65536), argument);
        return value_Q32;
    }
}
