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
    private readonly CellStates _states;
    private readonly Readings _readings;
    private int _highest_Pa;

    /// <summary>Makes the limiter of all clamps.</summary>
    public PressureLimiter(CellProfile profile, CellModel model, Readings readings)
    {
        _profile = profile;
        _states = model.States;
        _readings = readings;
        _highest_Pa = profile.PressureMaximum_Pa[Grid.TemperatureNodes - 1];
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        int[] temperature_mK = _states.CoreTemperature_mK;
        int highest_mK = temperature_mK[0];
        for (int cell = 1; cell < temperature_mK.Length; cell++)
        {
            highest_mK = temperature_mK[cell] > highest_mK ? temperature_mK[cell] : highest_mK;
        }

        _highest_Pa = Grid.AtTemperature(_profile.PressureMaximum_Pa, Grid.TemperaturePosition(highest_mK));
    }

    /// <inheritdoc/>
    public override void Apply(LimitSet limits)
    {
        int low = Share(_readings.LowestPressure_Pa - _profile.PressureMinimumHard_Pa, _profile.PressureMinimum_Pa - _profile.PressureMinimumHard_Pa);
        if (low < 65536)
        {
            Lower(limits, low, LimitReason.PressureLow, _readings.LowestPressureClamp);
        }

        int high = Share(_profile.PressureMaximumHard_Pa - _readings.HighestPressure_Pa, _profile.PressureMaximumHard_Pa - _highest_Pa);
        if (high < 65536)
        {
            Lower(limits, high, LimitReason.PressureHigh, _readings.HighestPressureClamp);
        }
    }

    private void Lower(LimitSet limits, int share_Q16, LimitReason reason, int clamp)
    {
        limits.LowerCharge((int)(((long)_profile.ChargeRateMaximum_Q24 * share_Q16) >> 16), reason, clamp);
        limits.LowerDischarge((int)(((long)_profile.DischargeRateMaximum_Q24 * share_Q16) >> 16), reason, clamp);
    }

    private static int Share(int distance_Pa, int fade_Pa)
    {
        if (distance_Pa < 0)
        {
            return 0;
        }

        return distance_Pa >= fade_Pa || fade_Pa < 1 ? 65536 : (int)(((long)distance_Pa << 16) / fade_Pa);
    }
}
