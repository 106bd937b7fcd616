using System;

namespace Bms.Core.Samples;

public sealed class Roots
{
    public int Of(int value)
    {
        return (int)Math.Sqrt(value); //!
    }

    public int Size(int value)
    {
        return Math.Abs(value); //!
    }
}
