namespace Bms.Core.Cells;

/// <summary>
/// Turns amounts of charge into 30-bit fractions of a constant charge with one shift and one multiplication, and back.
/// The error is below 2^-28 of the constant.
/// </summary>
public sealed class ChargeScale
{
    /// <summary>Right shift that brings the constant below 2^31.</summary>
    public readonly int Shift;

    /// <summary>The constant after the shift.</summary>
    public readonly long Shifted;

    /// <summary>Reciprocal of the shifted constant, 30 significant bits.</summary>
    public readonly long Reciprocal;

    /// <summary>Right shift after the multiplication with <see cref="Reciprocal"/>.</summary>
    public readonly int ReciprocalShift;

    /// <summary>Makes the scale of a constant of at least one unit.</summary>
    public ChargeScale(long whole)
    {
        long rest = whole < 1 ? 1 : whole;
        int shift = 0;
        while (rest >= 1L << 31)
        {
            rest >>= 1;
            shift++;
        }

        Shift = shift;
        Shifted = rest;
        int bits = 0;
        for (long value = rest; value > 1; value >>= 1)
        {
            bits++;
        }

        // Shifted lies in [2^bits, 2^(bits+1)): the reciprocal gets 30 significant bits.
        ReciprocalShift = bits;
        Reciprocal = (1L << (30 + bits)) / rest;
    }

    /// <summary>The fraction of the constant, 30 fraction bits, rounding down; for amounts up to twice the constant.</summary>
    public int Fraction(long amount)
    {
        return (int)(((amount >> Shift) * Reciprocal) >> ReciprocalShift);
    }
}
