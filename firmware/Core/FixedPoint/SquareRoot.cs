namespace Bms.Core.FixedPoint;

/// <summary>Square root of an integer, exact.</summary>
public static class SquareRoot
{
    /// <summary>The largest integer whose square does not exceed <paramref name="value"/>; 0 for negative input.</summary>
    /// <remarks>Newton's iteration from above on integers: it falls until it reaches the floor.</remarks>
    public static long Floor(long value)
    {
        if (value <= 0)
        {
            return 0;
        }

        int bits = 0;
        for (long rest = value; rest > 0; rest >>= 2)
        {
            bits++;
        }

        long root = 1L << bits;
        while (true)
        {
            long next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
