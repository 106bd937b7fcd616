using Bms.Core.Cells;

namespace Bms.Core.Sensing;

/// <summary>
/// Every tick: the pack current, the charge integrated from its every sample, and the front ends' alert. Two sensors
/// measure the current; the first counts, the second stands in for it.
/// </summary>
public sealed class CurrentGuard
{
    private const long Missing = -1;
    private const int PlausibleShift = 3;

    private readonly Readings _readings;
    private readonly long _age_ms;
    private readonly int _lowest_uA;
    private readonly int _highest_uA;
    private readonly long _alertAge_ms;
    private long _sampled_ms = Missing;
    private bool _isQuiet;

    /// <summary>Makes the guard; age comes from the channel table, and so does the range where the fuse allows no less.</summary>
    public CurrentGuard(CellProfile profile, Readings readings)
    {
        _readings = readings;
        ChannelRow[] rows = ChannelTable.Rows();
        ChannelRow current = ChannelTable.Row(rows, Channel.PackCurrentA);
        _age_ms = current.MaximumAge_ms;

        // what melts the fuse within milliseconds is no reading
        long highest_uA = (long)profile.FuseRatedCurrent_uA << PlausibleShift;
        _highest_uA = highest_uA < current.Highest ? (int)highest_uA : current.Highest;
        _lowest_uA = -_highest_uA;
        _alertAge_ms = ChannelTable.Row(rows, Channel.FrontEndAlert).MaximumAge_ms;
    }

    /// <summary>Takes time, current and alert of a new frame.</summary>
    public void Read(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long now = frame.Time_ms;
        readings.Time_ms = now;
        long sampled_ms = stamp[Channel.PackCurrentA];
        int current_uA = value[Channel.PackCurrentA];
        if (!valid[Channel.PackCurrentA] || (ulong)(now - sampled_ms) > (ulong)_age_ms || current_uA < _lowest_uA || current_uA > _highest_uA)
        {
            sampled_ms = stamp[Channel.PackCurrentB];
            current_uA = value[Channel.PackCurrentB];
            if (!valid[Channel.PackCurrentB] || (ulong)(now - sampled_ms) > (ulong)_age_ms || current_uA < _lowest_uA || current_uA > _highest_uA)
            {
                sampled_ms = Missing;
            }
        }

        if (sampled_ms == Missing)
        {
            if (readings.CurrentIsTrusted && now - _sampled_ms > _age_ms)
            {
                readings.CurrentIsTrusted = false;
                readings.Obstacles |= Readings.UnknownCurrent;
            }

            readings.InputDigest = (readings.InputDigest ^ now) * Readings.DigestPrime;
        }
        else
        {
            if (!readings.CurrentIsTrusted)
            {
                readings.CurrentIsTrusted = true;
                readings.Obstacles &= ~Readings.UnknownCurrent;
                _sampled_ms = _sampled_ms == Missing ? sampled_ms : _sampled_ms;
            }

            long elapsed_ms = sampled_ms - _sampled_ms;
            if (elapsed_ms > 0)
            {
                readings.Charge_uAms += current_uA * elapsed_ms;
                _sampled_ms = sampled_ms;
            }

            readings.Current_uA = current_uA;
            readings.InputDigest = ((readings.InputDigest ^ now) * Readings.DigestPrime) + current_uA;
        }

        if (!valid[Channel.FrontEndAlert] || (ulong)(now - stamp[Channel.FrontEndAlert]) > (ulong)_alertAge_ms)
        {
            // a front end that is not heard may be one that has tripped
            _isQuiet = false;
            readings.Obstacles |= Readings.UnquietFrontEnd;
            readings.FrontEndIsTrusted = false;
            readings.FrontEndAlert = false;
        }
        else if (value[Channel.FrontEndAlert] != 0)
        {
            _isQuiet = false;
            readings.Obstacles |= Readings.UnquietFrontEnd;
            readings.FrontEndIsTrusted = true;
            readings.FrontEndAlert = true;
            readings.Alerts++;
        }
        else if (!_isQuiet)
        {
            _isQuiet = true;
            readings.Obstacles &= ~Readings.UnquietFrontEnd;
            readings.FrontEndIsTrusted = true;
            readings.FrontEndAlert = false;
        }
    }
}
