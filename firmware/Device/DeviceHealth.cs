using Bms.Device.Buses;
using Bms.Device.Link;

namespace Bms.Device;

/// <summary>How the device fares, for telemetry: its ticks and its chips.</summary>
public sealed class DeviceHealth : IStatusSource
{
    private readonly Clock _clock;
    private readonly I2cChip[] _chips;

    /// <summary>Makes the source.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="chips">The chips whose failures count.</param>
    public DeviceHealth(Clock clock, I2cChip[] chips)
    {
        _clock = clock;
        _chips = chips;
    }

    /// <inheritdoc/>
    public void Report(DeviceStatus status)
    {
        int failures = 0;
        for (int k = 0; k < _chips.Length; k++)
        {
            failures += _chips[k].Failures;
        }

        status.Busy_us = _clock.Busy_us;
        status.Longest_us = _clock.Longest_us;
        status.MissedTicks = _clock.Missed;
        status.BusFailures = failures;
    }
}
