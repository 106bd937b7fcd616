using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace Bms.Device;

/// <summary>
/// The one clock: all time and all waiting of the device. Ticks come every 20 ms; one that comes late moves those after it.
/// </summary>
public sealed class Clock
{
    /// <summary>Time between two ticks, µs.</summary>
    public const int Tick_us = 20000;

    // three rounds, in two of which at least the external watchdog has been fed
    private const int Steady_us = 300000;

    private bool _hasBegun;
    private bool _isOnTime = true;
    private bool _lateTickIsCounted;
    private long _counter_us;
    private long _lead_us;
    private long _due_us;
    private long _woke_us;
    private long _late_us;

    /// <summary>Monotonic time since power-up at which the present tick was due, ms.</summary>
    public long Time_ms;

    /// <summary>How long the last complete tick was busy, from waking on, µs.</summary>
    public int Busy_us;

    /// <summary>The longest that a tick was busy since the last <see cref="ForgetLongest"/>, µs.</summary>
    public int Longest_us;

    /// <summary>Whether the loop has been told to end.</summary>
    public bool IsStopped;

    /// <summary>Ticks since start that were not over when the next was due.</summary>
    public int Missed;

    /// <summary>Monotonic time since power-up, ms.</summary>
    public long Now_ms()
    {
        return Now_us() / 1000;
    }

    /// <summary>Begins to tick anew: what was done since the last tick does not count as late.</summary>
    public void Begin()
    {
        _hasBegun = false;
        _isOnTime = true;
        _late_us = Now_us();
    }

    /// <summary>Waits for the next tick.</summary>
    /// <returns>False when the clock was stopped: the loop ends.</returns>
    public bool WaitForTick()
    {
        long now = Now_us();
        if (_hasBegun)
        {
            EndTick(now);
        }

        long due = _due_us + Tick_us;
        if (!_hasBegun || now >= due)
        {
            // late: the runtime gets a moment all the same
            Thread.Sleep(1);
            _woke_us = Now_us();
            due = _woke_us;
        }
        else
        {
            // what the sleep takes too long does not add up: the next tick is due 20 ms after this one was
            Thread.Sleep((int)((due - now + 999) / 1000));
            _woke_us = Now_us();
        }

        _due_us = due;
        _hasBegun = true;
        Time_ms = due / 1000;
        return !IsStopped;
    }

    /// <summary>Whether the next tick is due already.</summary>
    public bool TickIsOver()
    {
        return Now_us() - _due_us > Tick_us;
    }

    /// <summary>Whether every tick since the last call met its deadline; at the end of a tick, that one included.</summary>
    public bool WasOnTime()
    {
        // a late tick counts in one round only
        _lateTickIsCounted = TickIsOver();
        bool wasOnTime = _isOnTime && !_lateTickIsCounted;
        _isOnTime = true;
        return wasOnTime;
    }

    /// <summary>Whether no tick has been late for 300 ms, this one included as far as it is over.</summary>
    public bool IsSteady()
    {
        long now = Now_us();
        return now - _due_us <= Tick_us && now - _late_us >= Steady_us;
    }

    /// <summary>Waits, outside the loop.</summary>
    public void Wait_ms(int milliseconds)
    {
        Thread.Sleep(milliseconds);
    }

    /// <summary>Begins to look for the longest tick anew.</summary>
    public void ForgetLongest()
    {
        Longest_us = 0;
    }

    /// <summary>Ends the loop with the present tick.</summary>
    public void Stop()
    {
        IsStopped = true;
    }

    private void EndTick(long now)
    {
        Busy_us = (int)(now - _woke_us);
        if (Busy_us > Longest_us)
        {
            Longest_us = Busy_us;
        }

        if (now - _due_us > Tick_us)
        {
            Missed++;
            _late_us = now;
            _isOnTime = _isOnTime && _lateTickIsCounted;
        }

        _lateTickIsCounted = false;
    }

    private long Now_us()
    {
        long counter = (long)HighResTimer.GetCurrent();
        if (counter < _counter_us)
        {
            // it has begun anew: time goes on from where it was
            _lead_us += _counter_us - counter;
        }

        _counter_us = counter;
        return counter + _lead_us;
    }
}
