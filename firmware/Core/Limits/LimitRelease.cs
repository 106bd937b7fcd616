namespace Bms.Core.Limits;

/// <summary>
/// The published limit of one direction: it falls at once with what bounds it, rises along a ramp, and does not rise at all
/// for less than a band, so that noise of a bound does not become chatter of the limit.
/// </summary>
/// <remarks>The band is 1/64 of the limit and C/256. A bound that stays inside it leaves the limit where it is, at the bound's lowest value.</remarks>
public sealed class LimitRelease
{
    private const int LeastBand_Q24 = 1 << 16;
    private const int BandShift = 6;

    /// <summary>The limit, C, 0 or above.</summary>
    public int Rate_Q24;

    /// <summary>What binds it: the reason at its last fall, or the ramp.</summary>
    public LimitReason Reason;

    /// <summary>Cell or clamp that binds it.</summary>
    public int Place;

    private readonly int _ramp_Q24;
    private bool _rises;

    /// <summary>Makes a limit of zero.</summary>
    /// <param name="ramp_Q24">Highest rise at one evaluation, C, at least 1.</param>
    public LimitRelease(int ramp_Q24)
    {
        _ramp_Q24 = ramp_Q24;
    }

    /// <summary>Follows the strictest bound.</summary>
    /// <param name="bound_Q24">The bound, C, 0 or above.</param>
    /// <param name="reason">Its reason.</param>
    /// <param name="place">Its cell or clamp.</param>
    public void Follow(int bound_Q24, LimitReason reason, int place)
    {
        int rate_Q24 = Rate_Q24;
        if (bound_Q24 > rate_Q24)
        {
            if (!_rises && bound_Q24 - rate_Q24 <= (rate_Q24 >> BandShift) + LeastBand_Q24)
            {
                return;
            }

            long ramped_Q24 = (long)rate_Q24 + _ramp_Q24;
            if (ramped_Q24 < bound_Q24)
            {
                Rate_Q24 = (int)ramped_Q24;
                Reason = LimitReason.Release;
                Place = place;
                _rises = true;
                return;
            }
        }

        Rate_Q24 = bound_Q24;
        Reason = reason;
        Place = place;
        _rises = false;
    }

    /// <summary>Falls to zero at once.</summary>
    public void Forbid(LimitReason reason)
    {
        Rate_Q24 = 0;
        Reason = reason;
        _rises = false;
    }
}
