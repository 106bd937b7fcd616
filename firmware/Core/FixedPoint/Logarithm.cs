namespace Bms.Core.FixedPoint;

/// <summary>The natural logarithm in fixed point.</summary>
public static class Logarithm
{
    // round(ln(1 + k/32) * 2^32)
    private static readonly long[] s_steps_Q32 =
    {
        0L, 132163268L, 260380768L, 384881291L, 505874286L, 623551984L,
        738091233L, 849655098L, 958394255L, 1064448219L, 1167946415L, 1269009132L,
        1367748360L, 1464268541L, 1558667227L, 1651035675L, 1741459379L, 1830018543L,
        1916788510L, 2001840147L, 2085240191L, 2167051565L, 2247333665L, 2326142616L,
        2403531508L, 2479550612L, 2554247578L, 2627667611L, 2699853634L, 2770846446L,
        2840684851L, 2909405794L,
    };

    /// <summary>ln(x), rounded to within one unit of the last place (2^-16) of the exact value.</summary>
    /// <param name="argument_Q16">x with 16 fraction bits, up to 2^46 (x = 2^30).</param>
    /// <returns>ln(x) with 16 fraction bits; <see cref="int.MinValue"/> for x &lt;= 0.</returns>
    public static int Of(long argument_Q16)
    {
        if (argument_Q16 <= 0)
        {
            return int.MinValue;
        }

        return (int)((Of_Q32(argument_Q16) + 0x8000) >> 16);
    }

    /// <summary>ln(x) before rounding, within 2^-26 of the exact value: for sums that are to be rounded once.</summary>
    /// <param name="argument_Q16">x with 16 fraction bits, above 0 and up to 2^46 (x = 2^30).</param>
    /// <returns>ln(x) with 32 fraction bits.</returns>
    public static long Of_Q32(long argument_Q16)
    {
        int bits = 0;
        for (long rest = argument_Q16; rest > 1; rest >>= 1)
        {
            bits++;
        }

        // x = 2^n m with 1 <= m < 2; m = c (1 + u) with c = 1 + k/32
        long mantissa_Q31 = bits <= 31 ? argument_Q16 << (31 - bits) : argument_Q16 >> (bits - 31);
        int step = (int)(mantissa_Q31 >> 26) & 31;
        long centre_Q31 = (32L + step) << 26;
        long u_Q31 = ((mantissa_Q31 - centre_Q31) << 31) / centre_Q31;
        long square = (u_Q31 * u_Q31) >> 31;
        long cube = (square * u_Q31) >> 31;
        long fourth = (square * square) >> 31;
        long series_Q31 = u_Q31 - (square >> 1) + (cube / 3) - (fourth >> 2);

        return ((bits - 16) * 2977044472L) + s_steps_Q32[step] + (series_Q31 << 1);
    }
}
