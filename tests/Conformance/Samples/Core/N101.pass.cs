namespace Bms.Core.Samples;

public sealed class Box
{
    public object Content;
}

public delegate void Taker(int value);

public sealed class Opener
{
    public int Depth(object value)
    {
        return value == null ? 0 : 1;
    }

    public int Local()
    {
        return Same(1);

        int Same(int value)
        {
            return value;
        }
    }
}
