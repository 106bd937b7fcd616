using System;

namespace Bms.Device.Samples;

public sealed class Bounds
{
    public long Lower(long left, long right)
    {
        return (long)Math.Min(left, right); //!
    }

    public double Root(ulong value)
    {
        return Math.Sqrt(value); //!
    }
}
