namespace Bms.Core.Samples;

public struct Pair //!
{
    public int Left;
    public int Right;
}

public readonly ref struct Window //!
{
}

public sealed class Holder
{
    private struct Inner //!
    {
    }
}
