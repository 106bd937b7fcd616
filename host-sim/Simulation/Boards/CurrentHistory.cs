namespace Bms.Simulation.Boards;

/// <summary>What flowed during the last second or so: chips look back to the instants of their conversions.</summary>
internal sealed class CurrentHistory
{
    private const int Length = 64;

    private readonly long[] _since_us = new long[Length];
    private readonly double[] _current = new double[Length];
    private int _newest;

    /// <summary>From an instant on this current flows.</summary>
    public void Add(long time_us, double current)
    {
        if (current == _current[_newest])
        {
            return;
        }

        _newest = (_newest + 1) % Length;
        _since_us[_newest] = time_us;
        _current[_newest] = current;
    }

    /// <summary>Current at an instant, A, positive on charge.</summary>
    public double At(long time_us)
    {
        int at = _newest;
        for (int k = 0; k < Length - 1 && _since_us[at] > time_us; k++)
        {
            at = (at + Length - 1) % Length;
        }

        return _current[at];
    }
}
