using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Storage;

namespace Bms.Core.Sensing;

/// <summary>
/// Every tick: the newest sample of one of the two load cells of every clamp, which alternate, against the pressures at which
/// all current stops. Every 100 ms: between which pressures a clamp may be: less its tolerance, the lower of the two counts
/// where pressure is needed; with its tolerance, the higher where pressure does harm. One recent load cell is enough.
/// </summary>
public sealed class PressureGuard
{
    private const int Lost = 1;
    private const int Excessive = 2;
    private const int Missing = 4;

    private readonly Readings _readings;
    private readonly long _age_ms;
    private readonly int _lowest_Pa;
    private readonly int _highest_Pa;
    private readonly int _lost_Pa;
    private readonly int _excessive_Pa;
    private readonly long _tolerance_Q20;
    private readonly long[] _time_ms;
    private readonly int[] _pressure_Pa;
    private int _side;
    private int _state = Missing;
    private int _published = -1;

    /// <summary>Makes the guard of all clamps; range and age come from the channel table.</summary>
    public PressureGuard(CellProfile profile, PackProfile pack, Settings settings, Readings readings)
    {
        _readings = readings;
        ChannelRow pressure = ChannelTable.Row(ChannelTable.Rows(), Channel.ClampPressure);
        _age_ms = pressure.MaximumAge_ms;
        _lowest_Pa = pressure.Lowest;
        _highest_Pa = pressure.Highest;

        // what a load cell shows when, with its tolerance, it may be at a stopping pressure
        long tolerance_ppm = settings.Value(Setting.PressureTolerance);
        _tolerance_Q20 = (tolerance_ppm << 20) / 1000000;
        _lost_Pa = (int)(profile.PressureMinimumHard_Pa * 1000000L / (1000000 - tolerance_ppm));
        _excessive_Pa = (int)(profile.PressureMaximumHard_Pa * 1000000L / (1000000 + tolerance_ppm));
        if (!new LimiterSwitches(settings).IsOn(LimiterNumber.Pressure))
        {
            _lost_Pa = _lowest_Pa;
            _excessive_Pa = _highest_Pa;
        }

        _time_ms = Readings.Never(pack.ClampCount << 1);
        _pressure_Pa = new int[pack.ClampCount << 1];
    }

    /// <summary>Takes the load cells whose turn it is.</summary>
    public void Read(SensorFrame frame)
    {
        Readings readings = _readings;
        long[] stamp = frame.Timestamp_ms;
        long[] times = _time_ms;
        int[] pressures = _pressure_Pa;
        long now = readings.Time_ms;
        int loadCell = _side;
        int count = pressures.Length;
        int state = 0;
        _side = loadCell ^ 1;
        while (loadCell < count)
        {
            int channel = Channel.ClampPressure + loadCell;
            long time = stamp[channel];
            if (time <= times[loadCell])
            {
                int pressure = pressures[loadCell];
                if (now - times[loadCell] > _age_ms || pressure < _lost_Pa || pressure > _excessive_Pa)
                {
                    state |= StateOf(loadCell, now);
                }
            }
            else
            {
                int sample = frame.Value[channel];
                if (sample >= _lost_Pa && sample <= _excessive_Pa && time <= now && frame.IsValid[channel])
                {
                    times[loadCell] = time;
                    pressures[loadCell] = sample;
                    readings.InputDigest = (readings.InputDigest * Readings.DigestPrime) + sample;
                }
                else if (sample >= _lowest_Pa && sample <= _highest_Pa && time <= now && frame.IsValid[channel])
                {
                    // it counts, but no current stands it
                    times[loadCell] = time;
                    pressures[loadCell] = sample;
                    readings.InputDigest = (readings.InputDigest * Readings.DigestPrime) + sample;
                    state |= sample < _lost_Pa ? Lost : Excessive;
                }
                else
                {
                    state |= StateOf(loadCell, now);
                }
            }

            loadCell += 2;
        }

        // each side is looked at every other tick: what the other side said still stands
        int both = state | _state;
        _state = state;
        if (both != _published)
        {
            _published = both;
            readings.PressureIsLost = (both & Lost) != 0;
            readings.PressureIsExcessive = (both & Excessive) != 0;
            readings.PressuresAreTrusted = (both & Missing) == 0;
            readings.Obstacles = both == 0 ? readings.Obstacles & ~Readings.BadPressure : readings.Obstacles | Readings.BadPressure;
        }
    }

    /// <summary>Finds between which pressures each clamp may be.</summary>
    public void ReadExtremes()
    {
        Readings readings = _readings;
        int[] pressures = _pressure_Pa;
        long[] times = _time_ms;
        int[] lows = readings.ClampLow_Pa;
        int[] highs = readings.ClampHigh_Pa;
        long tolerance_Q20 = _tolerance_Q20;
        long oldest = readings.Time_ms - _age_ms;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        int clamps = lows.Length;
        for (int clamp = 0; clamp < clamps; clamp++)
        {
            int loadCell = clamp << 1;
            int low = pressures[loadCell];
            int high = pressures[loadCell + 1];
            if (times[loadCell] < oldest)
            {
                low = high;
            }
            else if (times[loadCell + 1] < oldest)
            {
                high = low;
            }
            else if (low > high)
            {
                int swapped = low;
                low = high;
                high = swapped;
            }

            low -= (int)((low * tolerance_Q20) >> 20);
            high += (int)((high * tolerance_Q20) >> 20);
            lows[clamp] = low;
            highs[clamp] = high;
            if (low < lowest)
            {
                lowest = low;
                readings.LowestPressureClamp = clamp;
            }

            if (high > highest)
            {
                highest = high;
                readings.HighestPressureClamp = clamp;
            }
        }

        readings.LowestPressure_Pa = lowest;
        readings.HighestPressure_Pa = highest;
    }

    private int StateOf(int loadCell, long now)
    {
        if (now - _time_ms[loadCell] > _age_ms)
        {
            return now - _time_ms[loadCell ^ 1] > _age_ms ? Missing : 0;
        }

        int pressure = _pressure_Pa[loadCell];
        if (pressure < _lost_Pa)
        {
            return Lost;
        }

        return pressure > _excessive_Pa ? Excessive : 0;
    }
}
