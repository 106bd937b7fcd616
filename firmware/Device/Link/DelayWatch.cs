namespace Bms.Device.Link;

/// <summary>
/// How long messages have waited on their way, from the host's time they carry: a host that stalls, then sends all at once
/// what it has, must not make old readings look new.
/// </summary>
/// <remarks>
/// The least difference of the two clocks ever seen stands for no delay. It may creep up by one part in a thousand, which is
/// more than two crystals can drift apart, and less than can hide a delay for long. A host whose clock is set back is late
/// until its next hello.
/// </remarks>
public sealed class DelayWatch
{
    private const long CreepPeriod_ms = 1000;

    private int _least_ms;
    private long _crept_ms;
    private bool _hasBegun;

    /// <summary>Begins anew: the next message counts as not delayed.</summary>
    public void Forget()
    {
        _hasBegun = false;
    }

    /// <summary>How long a message has waited longer than the quickest, ms, 0 or above.</summary>
    /// <param name="hostTime_ms">The host's time in the message, the lowest 32 bits.</param>
    /// <param name="now_ms">The device's time at which it was received.</param>
    public int Delay_ms(int hostTime_ms, long now_ms)
    {
        int difference_ms = (int)now_ms - hostTime_ms;    // both wrap alike
        if (!_hasBegun)
        {
            _hasBegun = true;
            _least_ms = difference_ms;
            _crept_ms = now_ms;
        }

        int creep_ms = (int)((now_ms - _crept_ms) / CreepPeriod_ms);
        _crept_ms += creep_ms * CreepPeriod_ms;
        _least_ms += creep_ms;

        int delay_ms = difference_ms - _least_ms;
        if (delay_ms < 0)
        {
            _least_ms = difference_ms;
            delay_ms = 0;
        }

        return delay_ms;
    }
}
