namespace Bms.Core.Samples;

public sealed class Raw
{
    private readonly int[] _scratch = new int[4];

    public int First(int[] values)
    {
        ref int first = ref values[0];
        return first;
    }

    public int Scratch()
    {
        _scratch[0] = 3;
        return _scratch[0];
    }
}
