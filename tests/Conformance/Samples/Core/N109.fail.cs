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

    public int ByReference(int total)
    {
        int parts = 5;
        Change(ref parts, total);
        return total / parts; //!
    }

    public int ChangedInTheEnd(int total, int other)
    {
        int parts = 5;
        try
        {
            total += OfWork(3);
        }
        finally
        {
            parts = other;
        }

        return total / parts; //!
    }

    public int ThroughDelegate(int total)
    {
        Work work = OfWork;
        return work(total) + OfWork(4);
    }

    public int ThroughInterface(IShare share, int total)
    {
        return share.Of(total, total) + new Third().Of(total, 3);
    }

    public int Chosen(int total, int kind)
    {
        int parts = 1;
        switch (kind)
        {
            case 0:
                parts = 2;
                break;
            case 1:
                parts = kind - 1;
                break;
        }

        return total / parts; //!
    }

    private static int OfWork(int parts)
    {
        return 100 / parts; //!
    }

    private static void Change(ref int parts, int value)
    {
        parts = value;
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

public delegate int Work(int parts);

public interface IShare
{
    int Of(int total, int parts);
}

public sealed class Third : IShare
{
    public int Of(int total, int parts)
    {
        return total / parts; //!
    }
}

public abstract class Begun
{
    protected Begun()
    {
        First = Share();
    }

    public int First { get; }

    public abstract int Share();
}

public sealed class Half : Begun
{
    private readonly int _parts;

    public Half()
    {
        _parts = 2;
    }

    // called by the base class before the constructor has come to its field
    public override int Share()
    {
        return 100 / _parts; //!
    }
}
