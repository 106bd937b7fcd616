namespace Bms.VirtualBoard;

/// <summary>Something on the board that goes on in time by itself: a chip that converts, a contactor that moves.</summary>
public abstract class Part
{
    /// <summary>The machine it is soldered to.</summary>
    protected Machine? Machine { get; private set; }

    /// <summary>The next instant, µs, at which it must be brought up to date even if nobody asks it anything.</summary>
    internal long Due_us { get; private set; } = long.MaxValue;

    /// <summary>Brings it up to date: everything that happened until now has happened afterwards.</summary>
    /// <param name="now_us">Time of the machine, µs; never before an earlier one.</param>
    public abstract void CatchUp(long now_us);

    /// <summary>Supply is back after it was gone: registers have their reset values.</summary>
    /// <param name="now_us">Time of the machine, µs.</param>
    protected internal virtual void PowerUp(long now_us) => CatchUp(now_us);

    /// <summary>Supply is gone.</summary>
    /// <param name="now_us">Time of the machine, µs.</param>
    protected internal virtual void PowerDown(long now_us)
    {
    }

    /// <summary>Asks to be brought up to date at an instant; <see cref="long.MaxValue"/> asks for nothing.</summary>
    protected void WakeAt(long time_us)
    {
        Due_us = time_us;
        Machine?.Schedule(time_us);
    }

    /// <summary>Called once, when it is soldered to its machine.</summary>
    internal void Attach(Machine machine) => Machine = machine;
}
