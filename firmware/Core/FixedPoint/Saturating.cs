namespace Bms.Core.FixedPoint;

/// <summary>
/// Integer arithmetic that saturates instead of wrapping and defines every quotient, so that no input can raise an
/// exception or fold over. Results are exact where they fit.
/// </summary>
public static class Saturating
{
    /// <summary>The nearest <see cref="int"/> to a value.</summary>
    public static int ToInt(long value)
    {
        if (value > int.MaxValue)
        {
            return int.MaxValue;
        }

        return value < int.MinValue ? int.MinValue : (int)value;
    }

    /// <summary>Sum; saturates.</summary>
    public static int Add(int left, int right)
    {
        return ToInt((long)left + right);
    }

    /// <summary>Difference; saturates.</summary>
    public static int Subtract(int left, int right)
    {
        return ToInt((long)left - right);
    }

    /// <summary>Product; saturates.</summary>
    public static int Multiply(int left, int right)
    {
        return ToInt((long)left * right);
    }

    /// <summary>Product of two numbers of which one has <paramref name="fractionBits"/> fraction bits (0 to 62);
    /// rounds to nearest, ties towards plus infinity; saturates.</summary>
    public static int MultiplyScaled(int left, int right, int fractionBits)
    {
        long product = (long)left * right;
        if (fractionBits > 0)
        {
            product = (product >> fractionBits) + ((product >> (fractionBits - 1)) & 1);
        }

        return ToInt(product);
    }

    /// <summary>Quotient, towards zero. x / 0 is the largest number of the sign of x, 0 / 0 is 0; saturates.</summary>
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

    /// <summary>Sum of two 64-bit numbers; saturates.</summary>
    public static long AddLong(long left, long right)
    {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0)
        {
            return left < 0 ? long.MinValue : long.MaxValue;
        }

        return sum;
    }

    /// <summary>Quotient of two 64-bit numbers, towards zero. x / 0 is the largest number of the sign of x, 0 / 0 is 0;
    /// the one quotient that does not fit saturates.</summary>
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
