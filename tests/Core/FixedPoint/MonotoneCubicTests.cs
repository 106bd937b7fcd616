using System;
using System.Linq;
using Bms.Core.FixedPoint;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>Reading tables along the monotone cubic, against the same curve in exact arithmetic.</summary>
public class MonotoneCubicTests
{
    private readonly WorstError _worst = new("MonotoneCubic.Of");
    private readonly WorstError _worstRise = new("MonotoneCubic.Prepare");

    [Fact]
    public void Is_as_good_as_stated_in_tables_at_the_ends_of_the_integers()
    {
        foreach ((int[] nodes, int[] values) in Tables.Extreme())
        {
            See(nodes, values, Tables.Places(nodes));
        }

        AreAsStated();
    }

    [Fact]
    public void Is_as_good_as_stated_in_any_table()
    {
        SeeRandomTables(5000);
        AreAsStated();
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Is_as_good_as_stated_in_many_tables()
    {
        SeeRandomTables(1_000_000);
        AreAsStated();
    }

    [Fact]
    public void Is_exact_at_the_nodes_and_holds_the_end_values_beyond() =>
        Gen.Select(Tables.Any, Gen.Int[0, int.MaxValue]).Sample((table, beyond) =>
        {
            Curve curve = new(table.Nodes, table.Values);
            Assert.Equal(table.Values, table.Nodes.Select(curve.At));
            Assert.Equal(table.Values[0], curve.At(Saturating.Subtract(table.Nodes[0], beyond)));
            Assert.Equal(table.Values[^1], curve.At(Saturating.Add(table.Nodes[^1], beyond)));
        }, iter: 10_000);

    [Fact]
    public void Never_turns_between_nodes_nor_leaves_their_values() =>
        Gen.Select(Gen.Int[1, 700].Array[2, 6], Gen.Int.Array[6], Gen.Int[0, 31]).Sample((widths, values, shift) =>
        {
            int[] nodes = [.. widths.Select((_, k) => widths.Take(k).Sum())];
            Curve curve = new(nodes, [.. values.Take(nodes.Length).Select(value => value >> shift)]);
            for (int place = nodes[0] + 1; place <= nodes[^1]; place++)
            {
                curve.GoesOn(place - 1, place);
            }
        }, iter: 3000);

    [Fact]
    public void Never_turns_from_a_place_to_the_next_in_any_table() =>
        Gen.Select(Gen.OneOf(Tables.Any, Tables.Vast), Gen.Int.Array[20]).Sample((table, anywhere) =>
        {
            Curve curve = new(table.Nodes, table.Values);
            foreach (int place in Tables.Places(table.Nodes).Concat(anywhere))
            {
                curve.GoesOn(place, Saturating.Add(place, 1));
            }
        }, iter: 20_000);

    [Fact]
    public void Two_nodes_make_a_straight_line() =>
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int, Gen.Double[0, 1]).Where((a, b, _, _, _) => a != b).Sample((a, b, first, second, part) =>
        {
            int[] nodes = [Math.Min(a, b), Math.Max(a, b)];
            int place = (int)(nodes[0] + (part * ((double)nodes[1] - nodes[0])));
            Assert.InRange(new Curve(nodes, [first, second]).At(place) - (long)Interpolation.Linear(nodes, [first, second], place), -1, 1);
        });

    [Fact]
    public void Reads_a_curve_worked_out_by_hand()
    {
        // secants 1 and 1/2; slopes 7/6, 9/13, 1/6; half way from 1 to 3: 3/2 + 2 (9/13 - 1/6) / 8 = 1.631410
        Curve curve = new([0, 1, 3], [0, 1_000_000, 2_000_000]);
        Assert.Equal(1_631_410, curve.At(2));
    }

    [Fact]
    public void Rises_are_the_slopes_times_the_widths()
    {
        // 1e6 times 7/6, 9/13, 2 * 9/13 and 2 * 1/6, with 4 fraction bits
        long[] rises_Q4 = new long[4];
        MonotoneCubic.Prepare([0, 1, 3], [0, 1_000_000, 2_000_000], rises_Q4);
        Assert.Equal([18_666_667, 11_076_923, 22_153_846, 5_333_333], rises_Q4);
    }

    [Fact]
    public void A_table_of_one_node_is_a_constant() => Gen.Int.Sample(argument => Assert.Equal(42, new Curve([7], [42]).At(argument)));

    [Fact]
    public void A_table_without_nodes_is_zero() =>
        Gen.Int.Sample(argument =>
        {
            Assert.Equal(0, MonotoneCubic.Of([], [], [], argument));
            Assert.Equal(0, MonotoneCubic.Of([], [1], [1, 1], argument));
            Assert.Equal(0, MonotoneCubic.Of([1], [], [1, 1], argument));
            Assert.Equal(0, MonotoneCubic.Of(null!, [1], [1, 1], argument));
            Assert.Equal(0, MonotoneCubic.Of([1], null!, [1, 1], argument));
            Assert.Equal(5, MonotoneCubic.Of([1], [5], null!, argument));
        });

    [Fact]
    public void Of_unequal_lengths_the_longer_is_cut()
    {
        int[] nodes = [0, 10, 30];
        int[] values = [0, 500, 600];
        Curve whole = new(nodes, values);
        for (int place = -5; place <= 40; place++)
        {
            Assert.Equal(whole.At(place), new Curve([.. nodes, 50, 60], values).At(place));
            Assert.Equal(whole.At(place), new Curve(nodes, [.. values, -77]).At(place));
            Assert.Equal(whole.At(place), new Curve([.. nodes, 50, 60], [.. values, -77, 88], rises: 5).At(place));
            Assert.Equal(whole.At(place), new Curve(nodes, values, rises: 50).At(place));
        }
    }

    [Fact]
    public void Nothing_throws_whatever_the_tables() =>
        Gen.Select(Gen.Int.Array[0, 6], Gen.Int.Array[0, 6], Gen.Int[0, 12], Gen.Int[0, 31], Gen.Int).Sample((nodes, values, length, shift, argument) =>
        {
            int[] crowded = [.. nodes.Select(node => node >> shift)];
            long[] rises_Q4 = new long[length];
            MonotoneCubic.Prepare(crowded, values, rises_Q4);
            MonotoneCubic.Of(crowded, values, rises_Q4, argument);
        }, iter: 100_000);

    [Fact]
    public void Nothing_throws_whatever_the_rises() =>
        Gen.Select(Tables.Any, Gen.Long.Array[22], Gen.Int).Sample((table, rises, argument) =>
        {
            MonotoneCubic.Of(table.Nodes, table.Values, rises, argument);
        }, iter: 10_000);

    private void SeeRandomTables(int count) => Gen.Select(Gen.OneOf(Tables.Any, Tables.Vast), Gen.Int.Array[4]).Sample((table, anywhere) =>
        See(table.Nodes, table.Values, [.. Tables.Places(table.Nodes), .. anywhere]), iter: count);

    private void See(int[] nodes, int[] values, int[] places)
    {
        Curve curve = new(nodes, values);
        ExactCubic exact = new(nodes, values);
        foreach (int place in places)
        {
            _worst.See((double)(curve.At(place) - exact.At(place)), () => $"{place} of {curve}");
        }

        for (int k = 0; k < curve.Rises_Q4.Length; k++)
        {
            int place = k;
            _worstRise.See((double)(curve.Rises_Q4[k] - (16 * exact.Rise(k / 2, k % 2))), () => $"rise {place} of {curve}");
        }
    }

    private void AreAsStated()
    {
        _worst.IsAsStated(StatedErrors.MonotoneCubic);
        _worstRise.IsAsStated(StatedErrors.MonotoneCubicRise, slack: 0.1);
    }

    private sealed class Curve
    {
        private readonly int[] _nodes;
        private readonly int[] _values;

        public Curve(int[] nodes, int[] values, int? rises = null)
        {
            _nodes = nodes;
            _values = values;
            Rises_Q4 = new long[rises ?? (2 * (nodes.Length - 1))];
            MonotoneCubic.Prepare(nodes, values, Rises_Q4);
        }

        public long[] Rises_Q4 { get; }

        public int At(int place) => MonotoneCubic.Of(_nodes, _values, Rises_Q4, place);

        /// <summary>From a place to one beside it the reading goes where the values go, and stays between them.</summary>
        public void GoesOn(int place, int next)
        {
            int right = Math.Max(1, Array.FindIndex(_nodes, node => node >= next));
            if (next <= _nodes[0] || next > _nodes[^1])
            {
                Assert.Equal(At(place), At(next));
                return;
            }

            bool rises = _values[right] >= _values[right - 1];
            int[] inOrder = [_values[right - 1], At(place), At(next), _values[right]];
            Assert.True(inOrder.SequenceEqual(rises ? inOrder.Order() : inOrder.OrderDescending()), $"{string.Join(", ", inOrder)} at {place} of {this}");
        }

        public override string ToString() => $"[{string.Join(' ', _nodes)}] [{string.Join(' ', _values)}]";
    }
}
