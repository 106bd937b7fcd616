namespace Bms.Core.FixedPoint;

/// <summary>The exponential function in fixed point.</summary>
public static class Exponential
{
    // round(2^(k/32) * 2^32)
    private static readonly long[] s_powersOfTwo_Q32 =
    {
        4294967296L, 4389014833L, 4485121744L, 4583333121L, 4683695048L, 4786254615L,
        4891059943L, 4998160210L, 5107605667L, 5219447668L, 5333738689L, 5450532358L,
        5569883475L, 5691848042L, 5816483285L, 5943847684L, 6074001000L, 6207004303L,
        6342919999L, 6481811861L, 6623745059L, 6768786189L, 6917003306L, 7068465956L,
        7223245206L, 7381413680L, 7543045592L, 7708216783L, 7877004752L, 8049488696L,
        8225749546L, 8405870007L,
    };

    /// <summary>exp(x), rounded to within one unit of the last place (2^-16) of the exact value.</summary>
    /// <param name="exponent_Q16">x with 16 fraction bits, any value.</param>
    /// <returns>exp(x) with 16 fraction bits; 0 below about -11.8, saturated above about 10.397.</returns>
    public static int Of(int exponent_Q16)
    {
        if (exponent_Q16 > 681391)
        {
            return int.MaxValue;
        }

        if (exponent_Q16 < -772244)
        {
            return 0;
        }

        // x = (n + k/32) ln 2 + t with 0 <= t < ln 2 / 32
        long inPowersOfTwo_Q42 = (exponent_Q16 * 6345039891169L) >> 16;
        int whole = (int)(inPowersOfTwo_Q42 >> 42);
        int step = (int)(inPowersOfTwo_Q42 >> 37) & 31;
        long rest_Q34 = (inPowersOfTwo_Q42 & 0x1FFFFFFFFFL) >> 8;
        long t_Q35 = (rest_Q34 * 1488522236L) >> 30;

        long square = (t_Q35 * t_Q35) >> 35;
        long cube = (square * t_Q35) >> 35;
        long fourth = (cube * t_Q35) >> 35;
        long series_Q35 = t_Q35 + (square >> 1) + (cube / 6) + (fourth / 24);
        long power_Q32 = s_powersOfTwo_Q32[step];
        long mantissa_Q32 = power_Q32 + ((power_Q32 * series_Q35) >> 35);

        int shift = 16 - whole;
        long rounded = shift > 0 ? (mantissa_Q32 + (1L << (shift - 1))) >> shift : mantissa_Q32;
        return rounded > int.MaxValue ? int.MaxValue : (int)rounded;
    }
}
