namespace Bms.Core.Samples;

public sealed class Divider
{
    private int _share;
    private readonly int _parts;

    public Divider(int parts)
    {
        _parts = parts;
    }

    public int Plain(int total, int parts)
    {
        return total / parts; //!
    }

    public int Remainder(long total, long parts)
    {
        return (int)(total % parts); //!
    }

    public int OfField(int total)
    {
        return total / _parts; //!
    }

    public int NotZeroOnly(int total, int parts)
    {
        return parts == 0 ? 0 : total / parts; //!
    }

    public long OddOnly(long total, long parts)
    {
        return total / (parts | 1); //!
    }

    public int WrongGuard(int total, int parts, int other)
    {
        return other > 0 ? total / parts : 0; //!
    }

    public int ChangedSince(int total, int parts)
    {
        if (parts < 1)
        {
            return 0;
        }

        parts--;
        return total / parts; //!
    }

    public int FieldChangedByCall(int total)
    {
        if (_share < 1)
        {
            return 0;
        }

        Clear();
        return total / _share; //!
    }

    public int FromZero(int total)
    {
        int sum = 0;
        for (int k = 0; k < 10; k++)
        {
            sum += total / k; //!
        }

        return sum;
    }

    public uint Unsigned(uint total, uint parts)
    {
        return total / parts; //!
    }

    public int Outer(int total, int parts)
    {
        return Inner(total, parts) + Inner(total, 3);
    }

    public int Overflowing(int total, int parts)
    {
        int count = parts < 1 ? 1 : parts;
        return total / (count * count); //!
    }

    public void Share(int share)
    {
        _share = share;
    }

    private static int Inner(int total, int parts)
    {
        return total / parts; //!
    }

    private void Clear()
    {
        _share = 0;
    }
}
