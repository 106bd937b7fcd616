using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps current inside the window of stack pressure that it needs, now and at the horizon. The window narrows with current:
/// over the last eighth of the way from the warning to the fault threshold the rated current fades out; before, what pressure
/// does to the critical currents is limit enough. The upper edge falls with temperature, since creep pushes lithium into the
/// electrolyte faster when warm.
/// </summary>
/// <remarks>Review section 4.1.3; Doux 2020: below about 1 MPa contact is lost, above about 10 MPa mechanical shorts follow.</remarks>
public sealed class PressureLimiter : Limiter
{
    // the last eighth of the way from warning to fault
    private const int FadeShift = 3;

    // what noise of the load cells makes of a trend
    private const int StandingRate_Pa = 10000;

    /// <summary>Pressure below which the rated current fades out, Pa.</summary>
    public readonly int LowReducing_Pa;

    private readonly CellProfile _profile;
    private readonly CellExtremes _extremes;
    private readonly Readings _readings;
    private readonly PressureTrend _trend;
    private readonly long _horizon_ms;
    private readonly int _lowStopping_Pa;
    private readonly int _highStopping_Pa;
    private int _highReducing_Pa;
    private int _falling_Pa;
    private int _rising_Pa;

    /// <summary>Makes the limiter of all clamps.</summary>
    public PressureLimiter(CellProfile profile, CellModel model, Readings readings, PressureTrend trend, Settings settings)
        : base(LimitReason.PressureLow)
    {
        _profile = profile;
        _extremes = model.Extremes;
        _readings = readings;
        _trend = trend;
        _horizon_ms = settings.Value(Setting.TrendHorizon);
        _lowStopping_Pa = profile.PressureMinimumHard_Pa;
        _highStopping_Pa = profile.PressureMaximumHard_Pa;
        LowReducing_Pa = _lowStopping_Pa + ((profile.PressureMinimum_Pa - _lowStopping_Pa) >> FadeShift);
        _highReducing_Pa = HighReducingAt_Pa(profile.TemperatureMaximum_mK);
    }

    /// <summary>Pressure above which the rated current fades out at the present temperature, Pa.</summary>
    public int HighReducing_Pa
    {
        get { return _highReducing_Pa; }
    }

    /// <summary>Pressure above which the rated current fades out at a temperature, Pa.</summary>
    /// <param name="temperature_mK">Temperature, mK; taken to the ends of the profile's table beyond them.</param>
    public int HighReducingAt_Pa(int temperature_mK)
    {
        int easy_Pa = Grid.AtTemperature(_profile.PressureMaximum_Pa, Grid.TemperaturePosition(temperature_mK));
        return _highStopping_Pa - ((_highStopping_Pa - easy_Pa) >> FadeShift);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        _highReducing_Pa = HighReducingAt_Pa(_extremes.Highest_mK);
        _falling_Pa = Ahead_Pa(_trend.Fall_Pa);
        _rising_Pa = Ahead_Pa(_trend.Rise_Pa);
    }

    /// <inheritdoc/>
    public override void Renew()
    {
        int lowest_Pa = _readings.LowestPressure_Pa - _falling_Pa;
        int highest_Pa = _readings.HighestPressure_Pa + _rising_Pa;
        if (lowest_Pa >= LowReducing_Pa && highest_Pa <= _highReducing_Pa)
        {
            Charge_Q24 = int.MaxValue;
            Discharge_Q24 = int.MaxValue;
            return;
        }

        int low = Left(lowest_Pa - _lowStopping_Pa, LowReducing_Pa - _lowStopping_Pa);
        int high = Left(_highStopping_Pa - highest_Pa, _highStopping_Pa - _highReducing_Pa);
        bool isLow = low <= high;
        Reason = isLow ? LimitReason.PressureLow : LimitReason.PressureHigh;
        int place = isLow ? _readings.LowestPressureClamp : _readings.HighestPressureClamp;
        Share(isLow ? low : high, _profile.ChargeRateMaximum_Q24, _profile.DischargeRateMaximum_Q24, place);
    }

    private int Ahead_Pa(int rate_Pa)
    {
        if (rate_Pa <= StandingRate_Pa)
        {
            return 0;
        }

        long ahead_Pa = rate_Pa * _horizon_ms / 1000;
        return ahead_Pa > 100000000 ? 100000000 : (int)ahead_Pa;
    }

    private static int Left(int distance_Pa, int fade_Pa)
    {
        // at the stopping threshold itself a window without a fade still allows all
        return distance_Pa == 0 && fade_Pa < 1 ? 65536 : Fade_Q16(distance_Pa, fade_Pa);
    }
}
