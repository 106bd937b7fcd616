namespace Bms.Core.FixedPoint;

/// <summary>The exponential function in fixed point.</summary>
public static class Exponential
{
    // the last arguments with a power between 0 and the end of the range
    private const int Lowest_Q16 = -772243;
    private const int Highest_Q16 = 681391;

    // round(2^42 / ln 2)
    private const long PowersOfTwo_Q42 = 6345039891169L;

    // the cubic through 0 nearest to 2^f - 1 over 0 to 1/32, the first coefficient 4 units up for what truncation takes
    private const long Linear_Q32 = 2977044708L;
    private const long Quadratic_Q32 = 1031719841L;
    private const long Cubic_Q32 = 240879904L;

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

    /// <summary>exp(x), at most 0.78 units of the last place (2^-16) from the exact value; never falls.</summary>
    /// <param name="exponent_Q16">x with 16 fraction bits, any value.</param>
    /// <returns>exp(x) with 16 fraction bits; 0 below about -11.78, saturated above about 10.397.</returns>
    public static int Of(int exponent_Q16)
    {
        if (exponent_Q16 > Highest_Q16)
        {
            return int.MaxValue;
        }

        if (exponent_Q16 < Lowest_Q16)
        {
            return 0;
        }

        // x = (n + k/32 + f) ln 2 with 0 <= f < 1/32; n is at most 14, so that the last shift is one to the right
        long inPowersOfTwo_Q58 = exponent_Q16 * PowersOfTwo_Q42;
        long f_Q35 = (inPowersOfTwo_Q58 >> 23) & 0x3FFFFFFF;
        long growth_Q35 = (f_Q35 * (Linear_Q32 + ((f_Q35 * (Quadratic_Q32 + ((f_Q35 * Cubic_Q32) >> 35))) >> 35))) >> 32;
        long power_Q32 = s_powersOfTwo_Q32[(int)(inPowersOfTwo_Q58 >> 53) & 31];
        long mantissa_Q32 = power_Q32 + ((power_Q32 * growth_Q35) >> 35);
        return (int)(((mantissa_Q32 >> (15 - (int)(inPowersOfTwo_Q58 >> 58))) + 1) >> 1);
    }
}
