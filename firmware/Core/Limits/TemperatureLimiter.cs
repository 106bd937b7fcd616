using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Fades the rated currents out where a core is near either end of its temperature window, or will be at the horizon if it
/// goes on warming or cooling as it does.
/// </summary>
/// <remarks>
/// Review Eq. 5 in short: what the present current, the surroundings and reactions do to a core is in its trend, an average over
/// about eight seconds. The fade is wide enough for the heat of the current it leaves.
/// </remarks>
public sealed class TemperatureLimiter : Limiter
{
    private const int TrendShift = 3;

    /// <summary>How fast the hottest core warms, mK/s; 0 or above.</summary>
    public int Warming_mK;

    /// <summary>How fast the coldest core cools, mK/s; 0 or above.</summary>
    public int Cooling_mK;

    private readonly CellProfile _profile;
    private readonly CellExtremes _extremes;
    private readonly int _tolerance_mK;
    private readonly int _coldFade_mK;
    private readonly int _hotFade_mK;
    private readonly long _horizon_ms;
    private int _hottest_mK;
    private int _coldest_mK;
    private long _hotTrend_Q8;
    private long _coldTrend_Q8;

    /// <summary>Makes the limiter of all cells.</summary>
    public TemperatureLimiter(CellProfile profile, CellModel model, Settings settings)
        : base(LimitReason.CoreTemperature)
    {
        _profile = profile;
        _extremes = model.Extremes;
        _tolerance_mK = settings.Value(Setting.TemperatureTolerance);
        _coldFade_mK = settings.Value(Setting.ColdFade);
        _hotFade_mK = settings.Value(Setting.HotFade);
        _horizon_ms = settings.Value(Setting.TrendHorizon);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        CellProfile profile = _profile;
        CellExtremes extremes = _extremes;
        int coldest_mK = extremes.Lowest_mK;
        int hottest_mK = extremes.Highest_mK;
        FollowTrends(coldest_mK, hottest_mK);
        int cold = Fade_Q16(coldest_mK - (Cooling_mK * _horizon_ms / 1000) - profile.TemperatureMinimum_mK, _coldFade_mK);
        int hot = Fade_Q16((long)profile.TemperatureMaximum_mK - _tolerance_mK - hottest_mK - (Warming_mK * _horizon_ms / 1000), _hotFade_mK);
        int share = cold < hot ? cold : hot;
        Share(share, profile.ChargeRateMaximum_Q24, profile.DischargeRateMaximum_Q24, cold < hot ? extremes.Coldest : extremes.Hottest);
    }

    private void FollowTrends(int coldest_mK, int hottest_mK)
    {
        if (_hottest_mK != 0)
        {
            _coldTrend_Q8 += ((((long)coldest_mK - _coldest_mK) << 8) - _coldTrend_Q8) >> TrendShift;
            _hotTrend_Q8 += ((((long)hottest_mK - _hottest_mK) << 8) - _hotTrend_Q8) >> TrendShift;
        }

        _coldest_mK = coldest_mK;
        _hottest_mK = hottest_mK;
        Warming_mK = _hotTrend_Q8 > 0 ? (int)(_hotTrend_Q8 >> 8) : 0;
        Cooling_mK = _coldTrend_Q8 < 0 ? (int)(-_coldTrend_Q8 >> 8) : 0;
    }
}
