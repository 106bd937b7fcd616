using System;

namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's Thread, as far as one thread needs it: sleeping moves the time of the machine.</summary>
public static class Thread
{
    /// <summary>Waits.</summary>
    /// <param name="millisecondsTimeout">ms; 0 takes no time, -1 waits until the supply goes away.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below -1.</exception>
    public static void Sleep(int millisecondsTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, -1);
        Machine machine = Machine.Current;
        machine.CheckPower();
        do
        {
            machine.Advance(millisecondsTimeout < 0 ? 1_000_000 : millisecondsTimeout * 1000L);
        }
        while (millisecondsTimeout < 0);
    }

    /// <summary>Waits.</summary>
    public static void Sleep(TimeSpan timeout) => Sleep((int)timeout.TotalMilliseconds);
}
