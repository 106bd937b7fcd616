using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>Tables to read: of all sizes and shapes, and all that can be made of the ends of the integers.</summary>
internal static class Tables
{
    private static readonly int[] _extremeNodes = [int.MinValue, int.MinValue + 1, -1, 0, 7, int.MaxValue - 1, int.MaxValue];
    private static readonly int[] _extremeValues = [int.MinValue, -1, 0, 3, int.MaxValue];

    /// <summary>2 to 12 nodes from next to each other to all over the integers; values rising, falling, in steps or wild.</summary>
    public static readonly Gen<(int[] Nodes, int[] Values)> Any =
        Gen.Select(Gen.Int.Array[2, 12], Gen.Int[0, 29], Gen.Int.Array[12], Gen.Int[0, 31], Gen.Int[0, 3])
            .Select((nodes, nodeShift, values, valueShift, shape) =>
            {
                int[] rising = [.. nodes.Select((node, k) => node >> ((nodeShift + (k * shape)) % 30)).Distinct().Order()];
                IEnumerable<int> wild = values.Take(rising.Length).Select((value, k) => value >> ((valueShift + (k * shape * 5)) % 32));
                return (rising, shape switch { 0 => [.. wild.Order()], 1 => [.. wild.OrderDescending()], _ => wild.ToArray() });
            })
            .Where(table => table.rising.Length > 1);

    /// <summary>Three nodes and values, each at any distance from either end of the integers: what strains the arithmetic most.</summary>
    public static readonly Gen<(int[] Nodes, int[] Values)> Vast =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 30], Gen.Bool, (distance, shift, low) => low ? int.MinValue + (distance >> shift) : int.MaxValue - (distance >> shift))
            .Array[6].Select(numbers => (numbers[..3].Order().ToArray(), numbers[3..].Order().ToArray()))
            .Where((nodes, _) => nodes.Distinct().Count() == 3);

    /// <summary>Every table of two to four nodes at the ends and in the middle of the integers, with values there.</summary>
    public static IEnumerable<(int[] Nodes, int[] Values)> Extreme()
    {
        for (int chosen = 0; chosen < 1 << _extremeNodes.Length; chosen++)
        {
            int[] nodes = [.. _extremeNodes.Where((_, k) => (chosen >> k & 1) != 0)];
            if (nodes.Length is < 2 or > 4)
            {
                continue;
            }

            for (int combination = 0; combination < Math.Pow(_extremeValues.Length, nodes.Length); combination++)
            {
                int rest = combination;
                int[] values = new int[nodes.Length];
                for (int k = 0; k < values.Length; k++)
                {
                    values[k] = _extremeValues[rest % _extremeValues.Length];
                    rest /= _extremeValues.Length;
                }

                yield return (nodes, values);
            }
        }
    }

    /// <summary>All nodes, middles and quarters of intervals, and their neighbours, rising.</summary>
    public static int[] Places(int[] nodes)
    {
        SortedSet<long> places = [int.MinValue, int.MaxValue];
        for (int k = 0; k < nodes.Length; k++)
        {
            long width = k == nodes.Length - 1 ? 0 : (long)nodes[k + 1] - nodes[k];
            foreach (long place in new[] { nodes[k], nodes[k] + (width / 4), nodes[k] + (width / 2), nodes[k] + (width * 5 / 7) })
            {
                places.UnionWith([place - 1, place, place + 1]);
            }
        }

        return [.. places.Where(place => place is >= int.MinValue and <= int.MaxValue).Select(place => (int)place)];
    }
}
