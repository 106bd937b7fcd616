namespace Bms.Device.Link;

/// <summary>How the device fares: what the link can't see for itself.</summary>
public sealed class DeviceStatus
{
    /// <summary>How long the last complete tick was busy, µs.</summary>
    public int Busy_us;

    /// <summary>The longest that a tick was busy since the report before, µs.</summary>
    public int Longest_us;

    /// <summary>Ticks since start that were not over when the next was due.</summary>
    public int MissedTicks;

    /// <summary>Transactions on the I2C buses that failed since start, their retries too.</summary>
    public int BusFailures;
}
