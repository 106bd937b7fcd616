namespace Bms.Core.Samples;

public sealed class Sums
{
    public int Next(int value)
    {
        return value == int.MaxValue ? value : value + 1;
    }

    public short Narrow(int value)
    {
        return value > short.MaxValue ? short.MaxValue : value < short.MinValue ? short.MinValue : (short)value;
    }

    public long Area(int width, int height)
    {
        return (long)width * height;
    }
}
