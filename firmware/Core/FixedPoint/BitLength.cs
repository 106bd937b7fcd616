namespace Bms.Core.FixedPoint;

/// <summary>The binary order of magnitude of an integer, exact.</summary>
public static class BitLength
{
    /// <summary>How many bits a number takes without leading zeros: floor(log2(value)) + 1.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>1 to 63; 0 for value &lt;= 0.</returns>
    public static int Of(long value)
    {
        if (value <= 0)
        {
            return 0;
        }

        int bits = 0;
        if (value >= 1L << 32)
        {
            value >>= 32;
            bits = 32;
        }

        if (value >= 1L << 16)
        {
            value >>= 16;
            bits += 16;
        }

        if (value >= 1L << 8)
        {
            value >>= 8;
            bits += 8;
        }

        if (value >= 1L << 4)
        {
            value >>= 4;
            bits += 4;
        }

        // the lengths of 15 down to 0, a hexadecimal digit each
        return bits + (int)(0x4444444433332210L >> ((int)value << 2) & 7);
    }
}
