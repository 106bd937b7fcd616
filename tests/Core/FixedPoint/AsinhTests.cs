using System;
using System.Threading.Tasks;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The inverse hyperbolic sine against double precision over the whole range of an int.</summary>
public class AsinhTests
{
    // |z| = 8: below it the table, above it the logarithm
    private const int Seam = 8 << 16;

    [Fact]
    public void Is_within_two_units_for_every_argument_below_eight()
    {
        for (int argument = 0; argument <= Seam + 65536; argument++)
        {
            Near(argument);
        }
    }

    [Fact]
    public void Is_within_two_units_over_the_whole_range()
    {
        for (long argument = Seam; argument <= int.MaxValue; argument += 1009)
        {
            Near((int)argument);
        }

        Near(int.MaxValue);
        Near(int.MinValue);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Is_within_two_units_and_never_falls_for_every_argument() =>
        Parallel.For(0, 2048, part =>
        {
            int first = part << 20;
            int before = Asinh.Of(Math.Max(0, first - 1));
            for (int k = 0; k < 1 << 20; k++)
            {
                Near(first + k);
                int value = Asinh.Of(first + k);
                if (value < before)
                {
                    Assert.Fail($"falls from {before} to {value} at {first + k}");
                }

                before = value;
            }
        });

    [Fact]
    public void Nodes_of_the_table_are_the_rounded_values()
    {
        for (int node = 0; node < 512; node++)
        {
            Assert.Equal((int)Math.Round(Math.Asinh(node / 64.0) * 65536), Asinh.Of(node << 10));
        }
    }

    [Fact]
    public void Rises_over_the_seam_and_everywhere_below()
    {
        int before = -1;
        for (int argument = 0; argument <= Seam + (1 << 20); argument++)
        {
            int value = Asinh.Of(argument);
            if (value < before)
            {
                Assert.Fail($"falls from {before} to {value} at {argument}");
            }

            before = value;
        }
    }

    [Fact]
    public void Never_falls_between_any_two_arguments() =>
        Gen.Select(Gen.Int, Gen.Int[0, 1 << 16]).Sample((argument, distance) =>
        {
            int further = Saturating.Add(argument, distance);
            Assert.True(Asinh.Of(further) >= Asinh.Of(argument), $"falls between {argument} and {further}");
        });

    [Fact]
    public void Is_odd() =>
        Gen.Int[-int.MaxValue, int.MaxValue].Sample(argument => Assert.Equal(-Asinh.Of(argument), Asinh.Of(-argument)));

    private static void Near(int argument)
    {
        double exact = Math.Asinh(argument / 65536.0) * 65536;
        double error = Math.Abs(Asinh.Of(argument) - exact);
        if (error > 2)
        {
            Assert.Fail($"off by {error:F3} units at {argument}");
        }
    }
}
