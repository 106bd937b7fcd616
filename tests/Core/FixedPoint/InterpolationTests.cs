using System;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>Reading tables over unequal nodes along straight lines.</summary>
public class InterpolationTests
{
    [Fact]
    public void Is_the_nearest_integer_to_the_straight_line_in_tables_at_the_ends_of_the_integers()
    {
        WorstError worst = new("Interpolation.Linear");
        foreach ((int[] nodes, int[] values) in Tables.Extreme())
        {
            foreach (int place in Tables.Places(nodes))
            {
                See(worst, nodes, values, place);
            }
        }

        worst.IsAsStated(StatedErrors.Linear);
    }

    [Fact]
    public void Is_the_nearest_integer_to_the_straight_line()
    {
        WorstError worst = new("Interpolation.Linear");
        Gen.Select(Gen.OneOf(Tables.Any, Tables.Vast), Gen.Int).Sample((table, anywhere) =>
        {
            See(worst, table.Nodes, table.Values, anywhere);
            foreach (int place in Tables.Places(table.Nodes))
            {
                See(worst, table.Nodes, table.Values, place);
            }
        }, iter: 20_000);
        worst.IsAsStated(StatedErrors.Linear);
    }

    [Fact]
    public void Is_exact_at_the_nodes() =>
        Tables.Any.Sample((nodes, values) =>
        {
            for (int k = 0; k < nodes.Length; k++)
            {
                Assert.Equal(values[k], Interpolation.Linear(nodes, values, nodes[k]));
            }
        });

    [Fact]
    public void Holds_the_end_values_beyond_the_ends() =>
        Gen.Select(Tables.Any, Gen.Int[0, int.MaxValue]).Sample((table, beyond) =>
        {
            Assert.Equal(table.Values[0], Interpolation.Linear(table.Nodes, table.Values, Saturating.Subtract(table.Nodes[0], beyond)));
            Assert.Equal(table.Values[^1], Interpolation.Linear(table.Nodes, table.Values, Saturating.Add(table.Nodes[^1], beyond)));
        });

    [Theory]
    [InlineData(1000, 3)]
    [InlineData(7, 1000)]
    [InlineData(999, -998)]
    public void Never_turns_within_an_interval(int width, int rise)
    {
        int before = 0;
        for (int place = 0; place <= width; place++)
        {
            int value = Interpolation.Linear([0, width], [0, rise], place);
            Assert.True(rise > 0 ? value >= before : value <= before, $"turns from {before} to {value} at {place}");
            before = value;
        }
    }

    [Fact]
    public void A_table_of_one_node_is_a_constant() =>
        Gen.Int.Sample(argument => Assert.Equal(42, Interpolation.Linear([7], [42], argument)));

    [Fact]
    public void A_table_without_nodes_is_zero() =>
        Gen.Int.Sample(argument =>
        {
            Assert.Equal(0, Interpolation.Linear([], [], argument));
            Assert.Equal(0, Interpolation.Linear([], [1, 2], argument));
            Assert.Equal(0, Interpolation.Linear([1, 2], [], argument));
            Assert.Equal(0, Interpolation.Linear(null!, [1], argument));
            Assert.Equal(0, Interpolation.Linear([1], null!, argument));
        });

    [Fact]
    public void Of_unequal_lengths_the_longer_is_cut() =>
        Gen.Int[-50, 50].Sample(argument =>
        {
            int expected = Interpolation.Linear([0, 10], [5, 25], argument);
            Assert.Equal(expected, Interpolation.Linear([0, 10, 20], [5, 25], argument));
            Assert.Equal(expected, Interpolation.Linear([0, 10], [5, 25, -99], argument));
        });

    [Fact]
    public void Nodes_in_disorder_give_a_reading_within_the_values() =>
        Gen.Select(Gen.Int.Array[1, 9], Gen.Int[-1000, 1000].Array[1, 9], Gen.Int).Sample((nodes, values, argument) =>
            Assert.InRange(Interpolation.Linear(nodes, values, argument), -1000, 1000));

    private static void See(WorstError worst, int[] nodes, int[] values, int place)
    {
        int left = Math.Clamp(Array.FindLastIndex(nodes, node => node <= place), 0, nodes.Length - 2);
        Int128 width = (Int128)nodes[left + 1] - nodes[left];
        Int128 distance = Math.Clamp(place, nodes[0], nodes[^1]) - (Int128)nodes[left];
        Int128 exact = (values[left] * width) + (distance * ((Int128)values[left + 1] - values[left]));
        int value = Interpolation.Linear(nodes, values, place);
        worst.See((double)((value * width) - exact) / (double)width, () => $"{place} of [{string.Join(' ', nodes)}] [{string.Join(' ', values)}]");
        Assert.InRange(value, Math.Min(values[left], values[left + 1]), Math.Max(values[left], values[left + 1]));
    }
}
