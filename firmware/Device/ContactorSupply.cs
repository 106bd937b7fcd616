using Bms.Core;
using Bms.Device.Drivers;

namespace Bms.Device;

/// <summary>
/// The supply of the contactors' coils behind the external watchdog. Late ticks let it run out, and then the contactors are open
/// whatever they are told. The core learns that as it learns of a hang, from the gap between two frames: until that gap is long
/// enough no step is done.
/// </summary>
public sealed class ContactorSupply
{
    // 250 ms less a tenth, the tolerance of its parts: what may have run out is never taken for alive
    private const int Patience_ms = 225;

    private readonly WatchdogPulse _watchdog;
    private readonly ContactorOutputs _outputs;
    private long _fed_ms;
    private bool _hasRunOut;

    /// <summary>Makes the supply; the watchdog has not been fed yet.</summary>
    public ContactorSupply(WatchdogPulse watchdog, ContactorOutputs outputs)
    {
        _watchdog = watchdog;
        _outputs = outputs;
    }

    /// <summary>Every tick, before the step.</summary>
    /// <param name="time_ms">Time of the frame.</param>
    /// <param name="stepped_ms">Time of the frame before.</param>
    /// <returns>Whether the step is left out.</returns>
    public bool MustPause(long time_ms, long stepped_ms)
    {
        if (_outputs.AnyIsClosed && time_ms - _fed_ms > Patience_ms)
        {
            _outputs.OpenAll();
            _hasRunOut = true;
        }

        if (_hasRunOut && time_ms - stepped_ms > BatteryManager.WatchdogPeriod_ms)
        {
            _hasRunOut = false;
        }

        return _hasRunOut;
    }

    /// <summary>After half a round whose ticks were all on time. What has run out is not fed again before the contactors are told to
    /// be open: it would not come back.</summary>
    /// <param name="now_ms">Time.</param>
    public void Feed(long now_ms)
    {
        if (!_outputs.AnyIsClosed || now_ms - _fed_ms <= Patience_ms)
        {
            _fed_ms = now_ms;
            _watchdog.Give();
        }
    }
}
