using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>Fades the rated currents out where a core comes near either end of its temperature window.</summary>
public sealed class TemperatureLimiter : Limiter
{
    private readonly CellProfile _profile;
    private readonly CellExtremes _extremes;
    private readonly int _tolerance_mK;
    private readonly int _coldFade_mK;
    private readonly int _hotFade_mK;

    /// <summary>Makes the limiter of all cells.</summary>
    public TemperatureLimiter(CellProfile profile, CellModel model, Settings settings)
        : base(LimitReason.CoreTemperature)
    {
        _profile = profile;
        _extremes = model.Extremes;
        _tolerance_mK = settings.Value(Setting.TemperatureTolerance);
        _coldFade_mK = settings.Value(Setting.ColdFade);
        _hotFade_mK = settings.Value(Setting.HotFade);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        CellProfile profile = _profile;
        CellExtremes extremes = _extremes;
        int cold = Left(extremes.Lowest_mK - profile.TemperatureMinimum_mK, _coldFade_mK);
        int hot = Left(profile.TemperatureMaximum_mK - _tolerance_mK - extremes.Highest_mK, _hotFade_mK);
        int share = cold < hot ? cold : hot;
        Share(share, profile.ChargeRateMaximum_Q24, profile.DischargeRateMaximum_Q24, cold < hot ? extremes.Coldest : extremes.Hottest);
    }

    private static int Left(int distance_mK, int fade_mK)
    {
        if (distance_mK <= 0)
        {
            return 0;
        }

        return distance_mK >= fade_mK || fade_mK < 1 ? 65536 : (int)(((long)distance_mK << 16) / fade_mK);
    }
}
