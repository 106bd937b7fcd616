using System;
using System.Linq;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>Reading tables over unequal nodes.</summary>
public class InterpolationTests
{
    private static readonly Gen<(int[] Nodes, int[] Values)> _tables =
        Gen.Int.Array[2, 20].Select(nodes => nodes.Distinct().Order().ToArray()).Where(nodes => nodes.Length > 1)
            .SelectMany(nodes => Gen.Int[-(1 << 30), 1 << 30].Array[nodes.Length].Select(values => (nodes, values)));

    [Fact]
    public void Is_exact_at_the_nodes() =>
        _tables.Sample((nodes, values) =>
        {
            for (int k = 0; k < nodes.Length; k++)
            {
                Assert.Equal(values[k], Interpolation.Linear(nodes, values, nodes[k]));
            }
        });

    [Fact]
    public void Holds_the_end_values_beyond_the_ends() =>
        Gen.Select(_tables, Gen.Int[0, int.MaxValue]).Sample((table, beyond) =>
        {
            Assert.Equal(table.Values[0], Interpolation.Linear(table.Nodes, table.Values, Saturating.Subtract(table.Nodes[0], beyond)));
            Assert.Equal(table.Values[^1], Interpolation.Linear(table.Nodes, table.Values, Saturating.Add(table.Nodes[^1], beyond)));
        });

    [Fact]
    public void Is_the_nearest_integer_to_the_straight_line() =>
        Gen.Select(_tables, Gen.Double[0, 1]).Sample((table, place) =>
        {
            (int[] nodes, int[] values) = table;
            int argument = (int)(nodes[0] + (place * ((double)nodes[^1] - nodes[0])));
            int right = Array.FindIndex(nodes, 1, node => node >= argument);
            decimal part = ((decimal)argument - nodes[right - 1]) / ((decimal)nodes[right] - nodes[right - 1]);
            decimal exact = values[right - 1] + (part * ((decimal)values[right] - values[right - 1]));
            int result = Interpolation.Linear(nodes, values, argument);
            Assert.True(Math.Abs(result - exact) <= 0.5m, $"{result} instead of {exact}");
            Assert.InRange(result, Math.Min(values[right - 1], values[right]), Math.Max(values[right - 1], values[right]));
        });

    [Fact]
    public void A_table_of_one_node_is_a_constant() =>
        Gen.Int.Sample(argument => Assert.Equal(42, Interpolation.Linear([7], [42], argument)));
}
