namespace Bms.Core.FixedPoint;

/// <summary>The square root of an integer, exact.</summary>
public static class SquareRoot
{
    /// <summary>The largest integer whose square does not exceed a number: the floor of its root, without error.</summary>
    /// <param name="value">Any value, on any scale: a root has half the fraction bits of its square.</param>
    /// <returns>0 to 3037000499; 0 for value &lt;= 0.</returns>
    /// <remarks>
    /// Newton's iteration in integers never falls below the floor. A step from the power of two nearest to the root ends at
    /// most 6.1 % above it, and three more at most 2^-39 of it above: the floor, or one more.
    /// </remarks>
    public static long Floor(long value)
    {
        if (value <= 0)
        {
            return 0;
        }

        int half = BitLength.Of(value) >> 1;
        long root = ((1L << half) + (value >> half)) >> 1;
        root = (root + (value / root)) >> 1;
        root = (root + (value / root)) >> 1;
        root = (root + (value / root)) >> 1;
        return value / root < root ? root - 1 : root;
    }
}
