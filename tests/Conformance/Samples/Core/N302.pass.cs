namespace Bms.Core.Samples;

public sealed class Roots
{
    public int Size(int value)
    {
        return value < 0 ? -value : value;
    }
}
