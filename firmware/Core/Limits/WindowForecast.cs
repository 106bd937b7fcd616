using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Tells the windows of temperature and stack pressure inside which the limits in force do not fade: the limiters' own, moved
/// inward by as far as the present trends lead within each horizon. Until further notice it is the duty window that counts.
/// </summary>
public sealed class WindowForecast
{
    private readonly CellProfile _profile;
    private readonly TemperatureLimiter _temperature;
    private readonly PressureLimiter _pressure;
    private readonly PressureTrend _trend;
    private readonly int[] _times_ms = LimitHorizon.Times_ms();
    private readonly int _lowFree_mK;
    private readonly int _highFree_mK;

    /// <summary>Makes the forecast of a pack.</summary>
    public WindowForecast(CellProfile profile, Settings settings, TemperatureLimiter temperature, PressureLimiter pressure, PressureTrend trend)
    {
        _profile = profile;
        _temperature = temperature;
        _pressure = pressure;
        _trend = trend;
        _lowFree_mK = profile.TemperatureMinimum_mK + settings.Value(Setting.ColdFade);
        _highFree_mK = profile.TemperatureMaximum_mK - settings.Value(Setting.TemperatureTolerance) - settings.Value(Setting.HotFade);
    }

    /// <summary>Once every four seconds.</summary>
    public void Tell(HorizonLimits[] horizons)
    {
        for (int horizon = 0; horizon < LimitHorizon.Continuous; horizon++)
        {
            HorizonLimits told = horizons[horizon];
            long time_ms = _times_ms[horizon];
            told.TemperatureLow_mK = _lowFree_mK + (int)((_temperature.Cooling_mK * time_ms) / 1000);
            told.TemperatureHigh_mK = _highFree_mK - (int)((_temperature.Warming_mK * time_ms) / 1000);
            told.PressureLow_Pa = Bounded(_pressure.LowReducing_Pa + (_trend.Fall_Pa * time_ms / 1000));
            told.PressureHigh_Pa = Bounded(_pressure.HighReducing_Pa - (_trend.Rise_Pa * time_ms / 1000));
        }

        HorizonLimits lasting = horizons[LimitHorizon.Continuous];
        lasting.TemperatureLow_mK = _profile.DutyTemperatureMinimum_mK;
        lasting.TemperatureHigh_mK = _profile.DutyTemperatureMaximum_mK;
        lasting.PressureLow_Pa = _pressure.LowReducing_Pa;
        lasting.PressureHigh_Pa = _pressure.HighReducingAt_Pa(_profile.DutyTemperatureMaximum_mK);
    }

    private static int Bounded(long pressure_Pa)
    {
        if (pressure_Pa < 0)
        {
            return 0;
        }

        return pressure_Pa > int.MaxValue ? int.MaxValue : (int)pressure_Pa;
    }
}
