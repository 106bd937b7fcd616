namespace Bms.Core.Samples;

public sealed class Sums
{
    public int Next(int value)
    {
        return checked(value + 1); //!
    }

    public short Narrow(int value)
    {
        checked
        {
            return (short)value; //!
        }
    }

    public long Area(long width, long height)
    {
        return checked(width * height); //!
    }
}
