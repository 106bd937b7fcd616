namespace Bms.Core.Samples;

public sealed class Counter
{
    private const int Step = 1;
    private static readonly int[] s_steps = { Step, 2 };
    private int _count;

    public int Next()
    {
        _count += s_steps[0];
        return _count;
    }
}
