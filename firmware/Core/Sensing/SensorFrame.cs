namespace Bms.Core.Sensing;

/// <summary>
/// The newest raw value of every channel, with its validity and the time of its conversion. Drivers (or the simulator)
/// renew channels as their conversions end; the core reads them when their turn comes and never changes them.
/// </summary>
public sealed class SensorFrame
{
    /// <summary>Raw value per channel number, in the unit of its row.</summary>
    public readonly int[] Value = new int[Channel.Count];

    /// <summary>Whether the last conversion of a channel succeeded.</summary>
    public readonly bool[] IsValid = new bool[Channel.Count];

    /// <summary>Monotonic time of the last conversion per channel, ms.</summary>
    public readonly long[] Timestamp_ms = new long[Channel.Count];

    /// <summary>Monotonic time of this frame, ms.</summary>
    public long Time_ms;

    /// <summary>Stores a conversion that succeeded; channels that do not exist are skipped.</summary>
    public void Set(int channel, int value, long timestamp_ms)
    {
        if (channel < 0 || channel >= Channel.Count)
        {
            return;
        }

        Value[channel] = value;
        Timestamp_ms[channel] = timestamp_ms;
        IsValid[channel] = true;
    }

    /// <summary>Marks a channel's conversion as failed; channels that do not exist are skipped.</summary>
    public void Invalidate(int channel)
    {
        if (channel >= 0 && channel < Channel.Count)
        {
            IsValid[channel] = false;
        }
    }
}
