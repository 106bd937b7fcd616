using System;

namespace Bms.Device.Samples;

public sealed class Bounds
{
    public long Lower(long left, long right)
    {
        return left < right ? left : right;
    }

    public int Higher(int left, int right)
    {
        return Math.Max(left, right);
    }

    public long Inside(long value)
    {
        return Math.Clamp(value, 0L, 10L);
    }
}
