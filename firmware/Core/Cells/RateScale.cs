namespace Bms.Core.Cells;

/// <summary>Turns currents into multiples of 1C with one multiplication.</summary>
public sealed class RateScale
{
    private readonly long _reciprocal_Q54;
    private readonly long _highest_uA;

    /// <summary>Makes the scale of a current of 1C of at least 1 µA.</summary>
    public RateScale(int oneC_uA)
    {
        long oneC = oneC_uA < 1 ? 1 : oneC_uA;
        _reciprocal_Q54 = (1L << 54) / oneC;
        _highest_uA = (oneC << 6) - 1;
    }

    /// <summary>A current as a multiple of 1C, rounding down; bounded at 64C.</summary>
    public int Rate_Q24(long current_uA)
    {
        long limit = _highest_uA;
        if (current_uA > limit)
        {
            return (int)((limit * _reciprocal_Q54) >> 30);
        }

        if (current_uA < -limit)
        {
            return (int)((-limit * _reciprocal_Q54) >> 30);
        }

        return (int)((current_uA * _reciprocal_Q54) >> 30);
    }
}
