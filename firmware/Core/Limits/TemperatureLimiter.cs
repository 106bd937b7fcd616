using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>Fades the rated currents out where a core comes near either end of its temperature window.</summary>
public sealed class TemperatureLimiter : Limiter
{
    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly int _tolerance_mK;
    private readonly int _coldFade_mK;
    private readonly int _hotFade_mK;
    private int _share_Q16;
    private int _cell;

    /// <summary>Makes the limiter of all cells.</summary>
    public TemperatureLimiter(CellProfile profile, CellModel model, Settings settings)
    {
        _profile = profile;
        _states = model.States;
        _tolerance_mK = settings.Value(Setting.TemperatureTolerance);
        _coldFade_mK = settings.Value(Setting.ColdFade);
        _hotFade_mK = settings.Value(Setting.HotFade);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        int[] temperature_mK = _states.CoreTemperature_mK;
        int lowest = temperature_mK[0];
        int highest = lowest;
        int coldest = 0;
        int hottest = 0;
        for (int cell = 1; cell < temperature_mK.Length; cell++)
        {
            int temperature = temperature_mK[cell];
            if (temperature < lowest)
            {
                lowest = temperature;
                coldest = cell;
            }

            if (temperature > highest)
            {
                highest = temperature;
                hottest = cell;
            }
        }

        int cold = Share(lowest - _profile.TemperatureMinimum_mK, _coldFade_mK);
        int hot = Share(_profile.TemperatureMaximum_mK - _tolerance_mK - highest, _hotFade_mK);
        _share_Q16 = cold < hot ? cold : hot;
        _cell = cold < hot ? coldest : hottest;
    }

    /// <inheritdoc/>
    public override void Apply(LimitSet limits)
    {
        if (_share_Q16 >= 65536)
        {
            return;
        }

        limits.LowerCharge((int)(((long)_profile.ChargeRateMaximum_Q24 * _share_Q16) >> 16), LimitReason.CoreTemperature, _cell);
        limits.LowerDischarge((int)(((long)_profile.DischargeRateMaximum_Q24 * _share_Q16) >> 16), LimitReason.CoreTemperature, _cell);
    }

    private static int Share(int distance_mK, int fade_mK)
    {
        if (distance_mK <= 0)
        {
            return 0;
        }

        return distance_mK >= fade_mK || fade_mK < 1 ? 65536 : (int)(((long)distance_mK << 16) / fade_mK);
    }
}
