using System;
using System.Threading.Tasks;
using Bms.Core.FixedPoint;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The inverse hyperbolic sine against double precision, every input of its domain.</summary>
public class AsinhTests
{
    // |z| = 8: below it the table, above it the logarithm
    private const int Seam = 8 << 16;

    [Fact]
    public void Table_is_as_good_as_stated_for_every_argument() => Sweep("Asinh.Of, |z| < 8", 0, Seam).IsAsStated(StatedErrors.AsinhTable);

    [Fact]
    public void Tail_is_as_good_as_stated_from_the_seam_on_and_around_powers_of_two()
    {
        WorstError worst = Sweep("Asinh.Of, |z| >= 8", Seam, 1 << 20);
        for (int bit = 20; bit < 31; bit++)
        {
            See(worst, (1 << bit) - 1);
            See(worst, 1 << bit);
            See(worst, (1 << bit) + 1);
        }

        See(worst, int.MaxValue);
        worst.IsAsStated(StatedErrors.AsinhTail);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Tail_is_as_good_as_stated_for_every_argument()
    {
        const int Parts = 2048;
        WorstError worst = new("Asinh.Of, |z| >= 8");
        Parallel.For(0, Parts, part =>
        {
            int first = Math.Max(Seam, part << 20);
            Sweep(worst, first, ((long)part + 1) << 20);
        });
        worst.IsAsStated(StatedErrors.AsinhTail);
    }

    [Fact]
    public void Nodes_of_the_table_are_the_rounded_values()
    {
        for (int node = 0; node < 512; node++)
        {
            Assert.Equal((int)Math.Round(Math.Asinh(node / 64.0) * 65536), Asinh.Of(node << 10));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(65536, 57762)]
    [InlineData(Seam, 181959)]
    [InlineData(int.MaxValue, 726817)]
    [InlineData(-int.MaxValue, -726817)]
    [InlineData(int.MinValue, -726817)]
    public void Has_its_known_values(int argument_Q16, int expected_Q16) => Assert.Equal(expected_Q16, Asinh.Of(argument_Q16));

    private static WorstError Sweep(string name, int first, long end)
    {
        WorstError worst = new(name);
        Sweep(worst, first, end);
        return worst;
    }

    /// <summary>Every argument, with that the function is odd and never falls.</summary>
    private static void Sweep(WorstError worst, int first, long end)
    {
        int before = Asinh.Of(Math.Max(0, first - 1));
        for (long argument = first; argument < end; argument++)
        {
            int value = See(worst, (int)argument);
            if (value < before || Asinh.Of((int)-argument) != -value)
            {
                Assert.Fail($"not odd, or falls from {before} to {value}, at {argument}");
            }

            before = value;
        }
    }

    private static int See(WorstError worst, int argument)
    {
        int value = Asinh.Of(argument);
        worst.See(value - (Math.Asinh(argument / 65536.0) * 65536), argument);
        return value;
    }
}
