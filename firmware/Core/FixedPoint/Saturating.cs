namespace Bms.Core.FixedPoint;

/// <summary>
/// Integer arithmetic that saturates instead of wrapping and defines every quotient, so that no input can raise an
/// exception or fold over. All arguments may have any value. What is not rounded is exact where it fits.
/// </summary>
public static class Saturating
{
    /// <summary>The nearest <see cref="int"/> to a value, on the same scale.</summary>
    public static int ToInt(long value)
    {
        if (value > int.MaxValue)
        {
            return int.MaxValue;
        }

        return value < int.MinValue ? int.MinValue : (int)value;
    }

    /// <summary>Sum of two numbers on one scale, exact; saturates.</summary>
    public static int Add(int left, int right)
    {
        return ToInt((long)left + right);
    }

    /// <summary>Difference of two numbers on one scale, exact; saturates.</summary>
    public static int Subtract(int left, int right)
    {
        return ToInt((long)left - right);
    }

    /// <summary>Product, exact; it has the fraction bits of both factors. Saturates.</summary>
    public static int Multiply(int left, int right)
    {
        return ToInt((long)left * right);
    }

    /// <summary>Product of two numbers of which one has fraction bits; rounds to nearest (0.5 units), ties towards plus
    /// infinity; saturates.</summary>
    /// <param name="left">Any value.</param>
    /// <param name="right">Any value.</param>
    /// <param name="fractionBits">0 to 62; below it counts as 0, above as 62.</param>
    public static int MultiplyScaled(int left, int right, int fractionBits)
    {
        long product = (long)left * right;
        if (fractionBits > 0)
        {
            int below = (fractionBits > 62 ? 62 : fractionBits) - 1;
            product = ((product >> below) + 1) >> 1;
        }

        return ToInt(product);
    }

    /// <summary>Quotient of two numbers on one scale, rounded towards zero (below 1 unit). x / 0 is the largest number of the
    /// sign of x, 0 / 0 is 0; saturates.</summary>
    public static int Divide(int dividend, int divisor)
    {
        if (divisor == 0)
        {
            if (dividend == 0)
            {
                return 0;
            }

            return dividend > 0 ? int.MaxValue : int.MinValue;
        }

        return ToInt((long)dividend / divisor);
    }

    /// <summary>Quotient with fraction bits; rounds to nearest (0.5 units), ties towards plus infinity. x / 0 is the largest
    /// number of the sign of x, 0 / 0 is 0; saturates.</summary>
    /// <param name="dividend">Any value.</param>
    /// <param name="divisor">Any value.</param>
    /// <param name="fractionBits">0 to 62, those of the quotient where the operands have equally many; below it counts as 0,
    /// above as 62.</param>
    public static int DivideScaled(int dividend, int divisor, int fractionBits)
    {
        if (divisor == 0)
        {
            return Divide(dividend, 0);
        }

        bool isNegative = (dividend ^ divisor) < 0;
        long whole = divisor < 0 ? -(long)divisor : divisor;
        int bits = fractionBits > 62 ? 62 : fractionBits;
        bits = bits < 0 ? 0 : bits;

        // a long division in two digits of at most 31 bits, either of which may be empty
        int digit = bits > 31 ? 31 : bits;
        long rest = (dividend < 0 ? -(long)dividend : dividend) << digit;
        long quotient = 0;
        if (bits > digit)
        {
            quotient = rest / whole;
            rest = (rest - (quotient * whole)) << (bits - digit);
            quotient = (quotient > 1L << 31 ? 1L << 31 : quotient) << (bits - digit);
        }

        quotient += (rest + ((isNegative ? whole - 1 : whole) >> 1)) / whole;
        return ToInt(isNegative ? -quotient : quotient);
    }

    /// <summary>A number kept within a bound on both sides.</summary>
    /// <param name="value">The number.</param>
    /// <param name="highest">Its largest magnitude, 0 or above.</param>
    public static long Within(long value, long highest)
    {
        return value > highest ? highest : (value < -highest ? -highest : value);
    }

    /// <summary>Sum of two 64-bit numbers on one scale, exact; saturates.</summary>
    public static long AddLong(long left, long right)
    {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0)
        {
            return left < 0 ? long.MinValue : long.MaxValue;
        }

        return sum;
    }

    /// <summary>Difference of two 64-bit numbers on one scale, exact; saturates.</summary>
    public static long SubtractLong(long left, long right)
    {
        long difference = left - right;
        if (((left ^ right) & (left ^ difference)) < 0)
        {
            return left < 0 ? long.MinValue : long.MaxValue;
        }

        return difference;
    }

    /// <summary>Product of two 64-bit numbers, exact; it has the fraction bits of both factors. Saturates.</summary>
    public static long MultiplyLong(long left, long right)
    {
        if (left == 0)
        {
            return 0;
        }

        // a product that has wrapped does not divide back
        long product = left * right;
        if (DivideLong(product, left) == right)
        {
            return product;
        }

        return (left ^ right) < 0 ? long.MinValue : long.MaxValue;
    }

    /// <summary>Quotient of two 64-bit numbers on one scale, rounded towards zero (below 1 unit). x / 0 is the largest number of
    /// the sign of x, 0 / 0 is 0; the one quotient that does not fit saturates.</summary>
    public static long DivideLong(long dividend, long divisor)
    {
        if (divisor == 0)
        {
            if (dividend == 0)
            {
                return 0;
            }

            return dividend > 0 ? long.MaxValue : long.MinValue;
        }

        if (divisor == -1)
        {
            return dividend == long.MinValue ? long.MaxValue : -dividend;
        }

        return dividend / divisor;
    }
}
