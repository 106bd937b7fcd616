using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>How fast the pressures of the clamps change: an average over about four seconds, found once a second.</summary>
public sealed class PressureTrend
{
    private const int TrendShift = 2;

    /// <summary>Fastest fall of any clamp, Pa/s, 0 or above.</summary>
    public int Fall_Pa;

    /// <summary>Fastest rise of any clamp, Pa/s, 0 or above.</summary>
    public int Rise_Pa;

    /// <summary>Clamp of the fastest fall.</summary>
    public int FallingClamp;

    /// <summary>Clamp of the fastest rise.</summary>
    public int RisingClamp;

    private readonly Readings _readings;
    private readonly int[] _middle_Pa;
    private readonly int[] _trend_Pa;

    /// <summary>Makes the trends of all clamps.</summary>
    public PressureTrend(Readings readings)
    {
        _readings = readings;
        _middle_Pa = new int[readings.ClampLow_Pa.Length];
        _trend_Pa = new int[readings.ClampLow_Pa.Length];
    }

    /// <summary>Once a second. Without trusted pressures the trends stand still.</summary>
    public void Follow()
    {
        Readings readings = _readings;
        if (!readings.PressuresAreTrusted)
        {
            return;
        }

        int fall_Pa = 0;
        int rise_Pa = 0;
        for (int clamp = 0; clamp < _middle_Pa.Length; clamp++)
        {
            int middle_Pa = readings.ClampMiddle_Pa(clamp);
            int before_Pa = _middle_Pa[clamp];
            _middle_Pa[clamp] = middle_Pa;
            int trend_Pa = _trend_Pa[clamp];
            trend_Pa += before_Pa == 0 ? 0 : (middle_Pa - before_Pa - trend_Pa) >> TrendShift;
            _trend_Pa[clamp] = trend_Pa;
            if (-trend_Pa > fall_Pa)
            {
                fall_Pa = -trend_Pa;
                FallingClamp = clamp;
            }
            else if (trend_Pa > rise_Pa)
            {
                rise_Pa = trend_Pa;
                RisingClamp = clamp;
            }
        }

        Fall_Pa = fall_Pa;
        Rise_Pa = rise_Pa;
    }
}
