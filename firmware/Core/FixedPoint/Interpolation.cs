namespace Bms.Core.FixedPoint;

/// <summary>Reading of tables over nodes that need not be equally spaced.</summary>
public static class Interpolation
{
    /// <summary>Linear between nodes, the end value beyond them; rounds to nearest.</summary>
    /// <param name="nodes">Strictly rising.</param>
    /// <param name="values">One value a node; two neighbours differ by less than 2^31.</param>
    /// <param name="argument">In the unit of the nodes, any value.</param>
    public static int Linear(int[] nodes, int[] values, int argument)
    {
        int last = nodes.Length - 1;
        if (argument <= nodes[0])
        {
            return values[0];
        }

        if (argument >= nodes[last])
        {
            return values[last];
        }

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

        long width = (long)nodes[high] - nodes[low];
        if (width < 1)
        {
            return values[low];
        }

        long rise = ((long)values[high] - values[low]) * ((long)argument - nodes[low]);
        long half = rise < 0 ? -(width >> 1) : width >> 1;
        return (int)(values[low] + ((rise + half) / width));
    }
}
