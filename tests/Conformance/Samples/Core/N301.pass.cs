namespace Bms.Core.Samples;

public sealed class Scale
{
    private const int Half_Q15 = 1 << 14;
    private readonly int _factor_Q15;

    public Scale(int factor_Q15)
    {
        _factor_Q15 = factor_Q15;
    }

    public int Of(int value)
    {
        return (int)(((long)value * (_factor_Q15 + Half_Q15)) >> 15);
    }
}
