namespace Bms.Core.Samples;

public enum Unit
{
    Tick,
    Second,
}

public sealed class Spans
{
    private static readonly int[] s_table = { 1, 2, 3, 5, 8, 13, 21 };
    private long _ticks;

    public long Of(Unit unit)
    {
        Unit kept = unit;
        return kept == Unit.Tick ? _ticks : _ticks >> s_table[(int)kept];
    }

    public void Take(ref long ticks)
    {
        _ticks = ticks;
    }
}
