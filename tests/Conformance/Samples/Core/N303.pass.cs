namespace Bms.Core.Samples;

public sealed class Pair
{
    public int Left;
    public int Right;
}

public enum Side : byte
{
    Left,
    Right,
}
