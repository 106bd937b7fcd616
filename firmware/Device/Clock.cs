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

    private bool _hasBegun;
    private bool _roundIsOnTime = true;
    private long _now_us;
    private long _tick_us;

    /// <summary>Monotonic time since power-up at which the present tick began, ms.</summary>
    public long Time_ms;

    /// <summary>How long the last complete tick was busy, µs.</summary>
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

    /// <summary>Waits for the next tick.</summary>
    /// <returns>False when the clock was stopped: the loop ends.</returns>
    public bool WaitForTick()
    {
        long now = Now_us();
        if (_hasBegun)
        {
            Busy_us = (int)(now - _tick_us);
            if (Busy_us > Longest_us)
            {
                Longest_us = Busy_us;
            }

            if (Busy_us > Tick_us)
            {
                Missed++;
                _roundIsOnTime = false;
            }
        }

        long due = _tick_us + Tick_us;
        if (!_hasBegun || now >= due)
        {
            // late: the runtime gets a moment all the same
            Thread.Sleep(1);
            due = Now_us();
        }
        else
        {
            Thread.Sleep((int)((due - now + 999) / 1000));
        }

        // what the sleep took too long does not add up: the next tick is due 20 ms after this one was
        _tick_us = due;
        _hasBegun = true;
        Time_ms = due / 1000;
        return !IsStopped;
    }

    /// <summary>Whether the next tick is due already.</summary>
    public bool TickIsOver()
    {
        return Now_us() - _tick_us > Tick_us;
    }

    /// <summary>Whether every tick since the last call met its deadline; at the end of a tick, that one included.</summary>
    public bool RoundWasOnTime()
    {
        bool wasOnTime = _roundIsOnTime && !TickIsOver();
        _roundIsOnTime = true;
        return wasOnTime;
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

    private long Now_us()
    {
        long now = (long)HighResTimer.GetCurrent();
        if (now > _now_us)
        {
            _now_us = now;
        }

        return _now_us;
    }
}
