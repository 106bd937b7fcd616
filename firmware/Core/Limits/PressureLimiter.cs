using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps current inside the window of stack pressure that it needs. The window narrows with current: between the reducing
/// and the stopping threshold the rated current fades out. Its upper edge falls with temperature, since creep pushes
/// lithium into the electrolyte faster when warm.
/// </summary>
/// <remarks>Review section 4.1.3; Doux 2020: below about 1 MPa contact is lost, above about 10 MPa mechanical shorts follow.</remarks>
public sealed class PressureLimiter : Limiter
{
    private readonly CellProfile _profile;
    private readonly CellExtremes _extremes;
    private readonly Readings _readings;
    private readonly int _lowReducing_Pa;
    private readonly int _lowStopping_Pa;
    private readonly int _highStopping_Pa;
    private int _highReducing_Pa;

    /// <summary>Makes the limiter of all clamps.</summary>
    public PressureLimiter(CellProfile profile, CellModel model, Readings readings)
        : base(LimitReason.PressureLow)
    {
        _profile = profile;
        _extremes = model.Extremes;
        _readings = readings;
        _lowReducing_Pa = profile.PressureMinimum_Pa;
        _lowStopping_Pa = profile.PressureMinimumHard_Pa;
        _highStopping_Pa = profile.PressureMaximumHard_Pa;
        _highReducing_Pa = profile.PressureMaximum_Pa[Grid.TemperatureNodes - 1];
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        _highReducing_Pa = Grid.AtTemperature(_profile.PressureMaximum_Pa, Grid.TemperaturePosition(_extremes.Highest_mK));
    }

    /// <inheritdoc/>
    public override void Renew()
    {
        int lowest_Pa = _readings.LowestPressure_Pa;
        int highest_Pa = _readings.HighestPressure_Pa;
        if (lowest_Pa >= _lowReducing_Pa && highest_Pa <= _highReducing_Pa)
        {
            Charge_Q24 = int.MaxValue;
            Discharge_Q24 = int.MaxValue;
            return;
        }

        int low = Left(lowest_Pa - _lowStopping_Pa, _lowReducing_Pa - _lowStopping_Pa);
        int high = Left(_highStopping_Pa - highest_Pa, _highStopping_Pa - _highReducing_Pa);
        bool isLow = low <= high;
        Reason = isLow ? LimitReason.PressureLow : LimitReason.PressureHigh;
        int place = isLow ? _readings.LowestPressureClamp : _readings.HighestPressureClamp;
        Share(isLow ? low : high, _profile.ChargeRateMaximum_Q24, _profile.DischargeRateMaximum_Q24, place);
    }

    private static int Left(int distance_Pa, int fade_Pa)
    {
        if (distance_Pa < 0)
        {
            return 0;
        }

        return distance_Pa >= fade_Pa || fade_Pa < 1 ? 65536 : (int)(((long)distance_Pa << 16) / fade_Pa);
    }
}
