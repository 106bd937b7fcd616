namespace Bms.Core.Samples;

public sealed class Divider
{
    private const int Thousand = 1000;
    private readonly int _parts;
    private int _share;

    public Divider(int parts)
    {
        _parts = parts < 1 ? 1 : parts;
    }

    public int Plain(int total)
    {
        return (total / Thousand) + (total % 7) + (total / _parts);
    }

    public int Guarded(int total, int parts)
    {
        if (parts <= 0)
        {
            return 0;
        }

        return total / parts;
    }

    public int NotZeroNorMinusOne(int total, int parts)
    {
        return parts == 0 || parts == -1 ? 0 : total / parts;
    }

    public int NotZeroOfSmaller(short total, int parts)
    {
        return parts == 0 ? 0 : total / parts;
    }

    public long Wider(int total, int parts)
    {
        return parts != 0 ? (long)total / parts : 0;
    }

    public int Odd(int total, int parts)
    {
        return parts < 0 ? 0 : total / (parts | 1);
    }

    public int OfField(int total)
    {
        return _share > 0 ? total / _share : 0;
    }

    public int Loop(int total)
    {
        int sum = 0;
        for (int k = 1; k < 10; k++)
        {
            sum += total / k;
        }

        return sum;
    }

    public uint Unsigned(uint total, uint parts)
    {
        return parts == 0 ? 0 : total / parts;
    }

    public int Halves(int total, int parts)
    {
        bool isSmall = parts < 4;
        return isSmall ? 0 : total / (parts >> 2);
    }

    public int Outer(int total)
    {
        return Inner(total, 2) + Inner(total, 3);
    }

    public int InRange(int total, int parts)
    {
        return (uint)(parts - 1) < 20 ? total / Clamped(parts) : 0;
    }

    public void Share(int share)
    {
        _share = share;
    }

    private static int Inner(int total, int parts)
    {
        return total / parts;
    }

    private static int Clamped(int value)
    {
        int low = value < 1 ? 1 : value;
        return low > 20 ? 20 : low;
    }
}

public abstract class Begun
{
    protected Begun(int total)
    {
        Total = total;
    }

    public int Total { get; }

    public abstract int Share();
}

public sealed class Half : Begun
{
    private readonly int _parts;

    public Half(int total)
        : base(total)
    {
        _parts = 2;
    }

    public override int Share()
    {
        return Total / _parts;
    }
}
