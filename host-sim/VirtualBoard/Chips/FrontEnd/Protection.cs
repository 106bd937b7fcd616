namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>One protection: an alert at once, a status after the delay, and a recovery when all was well for the recovery time.</summary>
internal sealed class Protection(int word, int bit)
{
    private long _since_us;
    private long _wellSince_us;

    /// <summary>Register: 0 for A, 1 for B, 2 for C.</summary>
    internal int Word { get; } = word;

    internal int Mask { get; } = 1 << bit;

    internal bool IsEnabled { get; set; }

    internal long Delay_us { get; set; }

    internal bool IsAlert { get; private set; }

    internal bool IsFault { get; private set; }

    internal void Judge(bool isViolated, bool isWell, long time_us, long recovery_us)
    {
        if (!IsEnabled)
        {
            Clear();
            return;
        }

        if (isViolated && !IsAlert)
        {
            IsAlert = true;
            _since_us = time_us;
        }
        else if (!isViolated)
        {
            IsAlert = false;
        }

        if (!isWell)
        {
            _wellSince_us = time_us;
        }
        else if (IsFault && time_us - _wellSince_us >= recovery_us)
        {
            IsFault = false;
        }
    }

    /// <summary>An alert that has lasted becomes a fault.</summary>
    internal void Ripen(long now_us)
    {
        if (IsAlert && !IsFault && now_us - _since_us >= Delay_us)
        {
            IsFault = true;
            _wellSince_us = now_us;
        }
    }

    internal void Clear()
    {
        IsAlert = false;
        IsFault = false;
    }
}
