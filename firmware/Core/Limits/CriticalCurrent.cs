using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// The lowest critical current of any cell: temperature and contact of every cell once a second, pressure of their clamps
/// several times. The whole cell current crosses only the part of the interface that still touches: local = mean / contact.
/// </summary>
public sealed class CriticalCurrent
{
    /// <summary>Whether the limit never falls when a cell gets warmer.</summary>
    public readonly bool RisesWithTemperature;

    /// <summary>Cell of the lowest limit of the last <see cref="Find"/>.</summary>
    public int LowestCell;

    private int _lowestClamp;

    private readonly CellModel _model;
    private readonly Readings _readings;
    private readonly int[] _overPressure_Q24;
    private readonly int[] _temperatureFactor_Q16;
    private readonly int _ceiling_Q24;
    private readonly int _coolerBy_mK;
    private readonly int _keep_Q16;
    private readonly int _dropDecay_Q44;
    private readonly bool _risesWithPressure;

    // the weakest cell of every clamp, and the weakest of those considered since
    private readonly int[] _factor_Q16;
    private readonly int[] _cap_Q24;
    private readonly int[] _cell;
    private readonly int[] _nextFactor_Q16;
    private readonly int[] _nextCap_Q24;
    private readonly int[] _nextCell;

    /// <summary>Makes the critical current of all cells.</summary>
    /// <param name="profile">The cell.</param>
    /// <param name="pack">Map of the pack.</param>
    /// <param name="model">States of the cells.</param>
    /// <param name="readings">Pressures of the clamps.</param>
    /// <param name="overPressure_Q24">Limit over pressure at the reference temperature.</param>
    /// <param name="temperatureFactor_Q16">Its temperature factor.</param>
    /// <param name="ceiling_Q24">Its ceiling.</param>
    /// <param name="dropDecay_Q44">Decay of the critical current with the contact drop, C/µV; 0 for none.</param>
    /// <param name="settings">Margin, and temperature tolerance: the cells are taken as that much cooler.</param>
    public CriticalCurrent(
        CellProfile profile,
        PackProfile pack,
        CellModel model,
        Readings readings,
        int[] overPressure_Q24,
        int[] temperatureFactor_Q16,
        int ceiling_Q24,
        int dropDecay_Q44,
        Settings settings)
    {
        _model = model;
        _readings = readings;
        _overPressure_Q24 = overPressure_Q24;
        _temperatureFactor_Q16 = temperatureFactor_Q16;
        _coolerBy_mK = settings.Value(Setting.TemperatureTolerance);
        int keep_Q16 = CriticalCurrentMargin.Keep_Q16(profile, settings);
        keep_Q16 = keep_Q16 < 1 ? 1 : keep_Q16;
        _keep_Q16 = keep_Q16;
        _ceiling_Q24 = (int)((long)ceiling_Q24 * CriticalCurrentMargin.KeepAtCeiling_Q16(profile, settings) / keep_Q16);
        _dropDecay_Q44 = dropDecay_Q44;
        _risesWithPressure = true;
        for (int node = 1; node < overPressure_Q24.Length; node++)
        {
            _risesWithPressure &= overPressure_Q24[node] >= overPressure_Q24[node - 1];
        }

        RisesWithTemperature = true;
        for (int node = 1; node < temperatureFactor_Q16.Length; node++)
        {
            RisesWithTemperature &= temperatureFactor_Q16[node] >= temperatureFactor_Q16[node - 1] && profile.ContactDrop_Q8[node] <= profile.ContactDrop_Q8[node - 1];
        }

        _factor_Q16 = new int[pack.ClampCount];
        _cap_Q24 = new int[pack.ClampCount];
        _cell = new int[pack.ClampCount];
        _nextFactor_Q16 = new int[pack.ClampCount];
        _nextCap_Q24 = new int[pack.ClampCount];
        _nextCell = new int[pack.ClampCount];
        for (int clamp = 0; clamp < pack.ClampCount; clamp++)
        {
            Forget(clamp);
        }
    }

    /// <summary>Once a second for every cell.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="clamp">Its clamp.</param>
    /// <param name="position">Its core temperature, taken as cooler by the tolerance of its sensor, as a position in the temperature grid.</param>
    public void Consider(int cell, int clamp, int position)
    {
        CellStates cells = _model.States;
        int[] table = _temperatureFactor_Q16;
        int node = position >> Grid.TemperatureShift;
        long contact = cells.Contact_Q30[cell];
        long factor = table[node];
        factor = ((factor + (((table[node + 1] - factor) * (position & Grid.TemperatureMask)) >> Grid.TemperatureShift)) * contact) >> 30;
        int lowest = _nextFactor_Q16[clamp];
        if (_dropDecay_Q44 > 0)
        {
            // exp(-z) is never below 1 - z: what the contact's resistance takes matters only for the lowest so far
            int drop_Q8 = cells.ContactDrop_Q8[cell];
            long left_Q16 = 65536 - (((long)drop_Q8 * _dropDecay_Q44) >> 36);
            if ((factor * left_Q16) >> 16 < lowest)
            {
                factor = (factor * InterfaceModel.ContactPenalty_Q16(drop_Q8, _dropDecay_Q44)) >> 16;
            }
        }

        if (factor < lowest)
        {
            _nextFactor_Q16[clamp] = (int)factor;
            _nextCell[clamp] = cell;
        }

        int cap = (int)((_ceiling_Q24 * contact) >> 30);
        if (cap < _nextCap_Q24[clamp])
        {
            _nextCap_Q24[clamp] = cap;
        }
    }

    /// <summary>The weakest cell of a clamp of those considered since the last <see cref="Settle"/>; -1 for none.</summary>
    public int WeakestOf(int clamp)
    {
        return _nextCell[clamp];
    }

    /// <summary>Once a second, after the cells: the weakest of those considered since count from now on.</summary>
    public void Settle()
    {
        for (int clamp = 0; clamp < _cell.Length; clamp++)
        {
            if (_nextCell[clamp] >= 0)
            {
                _factor_Q16[clamp] = _nextFactor_Q16[clamp];
                _cap_Q24[clamp] = _nextCap_Q24[clamp];
                _cell[clamp] = _nextCell[clamp];
                Forget(clamp);
            }
        }
    }

    /// <summary>With new pressures: the strictest clamp.</summary>
    /// <returns>The limit, C, 0 or above.</returns>
    public int Find()
    {
        int[] lows_Pa = _readings.ClampLow_Pa;
        int[] table = _overPressure_Q24;
        int lowest = int.MaxValue;
        int clamps = lows_Pa.Length;
        for (int clamp = 0; clamp < clamps; clamp++)
        {
            int position = lows_Pa[clamp];
            if ((uint)position > Grid.PressureLast)
            {
                position = position < 0 ? 0 : Grid.PressureLast;
            }

            int node = position >> Grid.PressureShift;
            long limit = table[node];
            limit += ((table[node + 1] - limit) * (position & 0x3FFFF)) >> Grid.PressureShift;
            if (!_risesWithPressure)
            {
                // the lower of the two ends of the tolerance counts
                int atHigh = Grid.AtPressure(table, Grid.PressurePosition(_readings.ClampHigh_Pa[clamp]));
                limit = atHigh < limit ? atHigh : limit;
            }

            limit = (limit * _factor_Q16[clamp]) >> 16;
            int cap = _cap_Q24[clamp];
            limit = ((limit > cap ? cap : limit) * _keep_Q16) >> 16;
            if (limit < lowest)
            {
                lowest = (int)limit;
                LowestCell = _cell[clamp];
                _lowestClamp = clamp;
            }
        }

        return lowest < 0 ? 0 : lowest;
    }

    /// <summary>What the limit of the last <see cref="Find"/> would be, were its cell warmer and its clamp tighter.</summary>
    /// <param name="warmer_mK">By how much warmer.</param>
    /// <param name="tighter_Pa">By how much more pressure.</param>
    /// <returns>The limit of that clamp, C, 0 or above; without what warmth does to the contact's resistance.</returns>
    public int FindOtherwise(int warmer_mK, int tighter_Pa)
    {
        int clamp = _lowestClamp;
        int cell = _cell[clamp] < 0 ? 0 : _cell[clamp];
        int temperature_mK = _model.States.CoreTemperature_mK[cell] - _coolerBy_mK;
        long now_Q16 = Grid.AtTemperature(_temperatureFactor_Q16, Grid.TemperaturePosition(temperature_mK));
        long then_Q16 = Grid.AtTemperature(_temperatureFactor_Q16, Grid.TemperaturePosition(temperature_mK + warmer_mK));
        int[] table = _overPressure_Q24;
        long limit = Grid.AtPressure(table, Grid.PressurePosition(_readings.ClampLow_Pa[clamp] + tighter_Pa));
        if (!_risesWithPressure)
        {
            int atHigh = Grid.AtPressure(table, Grid.PressurePosition(_readings.ClampHigh_Pa[clamp] + tighter_Pa));
            limit = atHigh < limit ? atHigh : limit;
        }

        limit = ((limit * _factor_Q16[clamp]) >> 16) * then_Q16 / (now_Q16 < 1 ? 1 : now_Q16);
        int cap = _cap_Q24[clamp];
        limit = ((limit > cap ? cap : limit) * _keep_Q16) >> 16;
        return limit < 0 ? 0 : (int)limit;
    }

    private void Forget(int clamp)
    {
        _nextFactor_Q16[clamp] = int.MaxValue;
        _nextCap_Q24[clamp] = int.MaxValue;
        _nextCell[clamp] = -1;
    }
}
