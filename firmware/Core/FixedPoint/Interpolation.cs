namespace Bms.Core.FixedPoint;

/// <summary>Linear reading of tables over nodes that need not be equally spaced.</summary>
public static class Interpolation
{
    /// <summary>
    /// Linear between nodes, the end value beyond them: the integer nearest to the straight line, ties away from the nearer
    /// node's value. Exact at the nodes, never beyond two neighbours' values, and monotone between them.
    /// </summary>
    /// <param name="nodes">Strictly rising, any distance apart. Otherwise the reading is between two neighbours' values.</param>
    /// <param name="values">One value a node, any values. Of two arrays of unequal length the longer counts as cut.</param>
    /// <param name="argument">In the unit of the nodes, any value.</param>
    /// <returns>In the unit of the values; 0 from a table without nodes.</returns>
    public static int Linear(int[] nodes, int[] values, int argument)
    {
        int last = Last(nodes, values);
        if (last < 0)
        {
            return 0;
        }

        if (argument <= nodes[0])
        {
            return values[0];
        }

        if (argument >= nodes[last])
        {
            return values[last];
        }

        // from the nearer node, so that the product has 64 bits at most
        int near = Interval(nodes, last, argument);
        int far = near + 1;
        long width = (long)nodes[far] - nodes[near];
        long distance = (long)argument - nodes[near];
        if (distance << 1 > width)
        {
            distance = width - distance;
            far = near;
            near++;
        }

        long rise = ((long)values[far] - values[near]) * distance;
        long half = rise < 0 ? -(width >> 1) : width >> 1;
        return (int)(values[near] + ((rise + half) / width));
    }

    /// <summary>The last node of a table that has a value; -1 if none has.</summary>
    internal static int Last(int[] nodes, int[] values)
    {
        if (nodes == null || values == null)
        {
            return -1;
        }

        return (nodes.Length < values.Length ? nodes.Length : values.Length) - 1;
    }

    /// <summary>The node left of an argument: node[k] &lt;= argument &lt; node[k + 1], in whatever order the nodes are.</summary>
    /// <param name="nodes">At least two.</param>
    /// <param name="last">The last node to look at.</param>
    /// <param name="argument">At least the first node, and below the last.</param>
    internal static int Interval(int[] nodes, int last, int argument)
    {
        int low = 0;
        int high = last;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            if (nodes[middle] <= argument)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
