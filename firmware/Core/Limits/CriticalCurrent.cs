using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// The lowest critical current of any cell: temperature and contact of the cells once a second, pressure of their clamps
/// every 100 ms. The whole cell current crosses only the part of the interface that still touches: local = mean / contact.
/// </summary>
public sealed class CriticalCurrent
{
    private readonly PackProfile _pack;
    private readonly CellModel _model;
    private readonly Readings _readings;
    private readonly int[] _overPressure_Q24;
    private readonly int[] _temperatureFactor_Q16;
    private readonly int _ceiling_Q24;
    private readonly int _coolerBy_mK;
    private readonly int _keep_Q16;
    private readonly int[] _factor_Q16;
    private readonly int[] _cap_Q24;
    private readonly int[] _cell;

    /// <summary>Makes the critical current of all cells.</summary>
    /// <param name="pack">Map of the pack.</param>
    /// <param name="model">States of the cells.</param>
    /// <param name="readings">Pressures of the clamps.</param>
    /// <param name="overPressure_Q24">Limit over pressure at the reference temperature.</param>
    /// <param name="temperatureFactor_Q16">Its temperature factor.</param>
    /// <param name="ceiling_Q24">Its ceiling.</param>
    /// <param name="coolerBy_mK">Temperature tolerance: the cells are taken as that much cooler.</param>
    /// <param name="keep_Q16">Share of the critical current that may be used.</param>
    public CriticalCurrent(
        PackProfile pack, CellModel model, Readings readings, int[] overPressure_Q24, int[] temperatureFactor_Q16, int ceiling_Q24, int coolerBy_mK, int keep_Q16)
    {
        _pack = pack;
        _model = model;
        _readings = readings;
        _overPressure_Q24 = overPressure_Q24;
        _temperatureFactor_Q16 = temperatureFactor_Q16;
        _ceiling_Q24 = ceiling_Q24;
        _coolerBy_mK = coolerBy_mK;
        _keep_Q16 = keep_Q16;
        _factor_Q16 = new int[pack.ClampCount];
        _cap_Q24 = new int[pack.ClampCount];
        _cell = new int[pack.ClampCount];
    }

    /// <summary>Lowest limit of the last <see cref="Find"/>, C.</summary>
    public int Lowest_Q24 { get; private set; }

    /// <summary>Its cell.</summary>
    public int LowestCell { get; private set; }

    /// <summary>Once a second: the weakest cell of every clamp.</summary>
    /// <param name="decay_Q44">Decay of the limit with the contact drop at 1C, C/µV; 0 for none.</param>
    public void Prepare(int decay_Q44)
    {
        CellStates cells = _model.States;
        int[] temperature_mK = cells.CoreTemperature_mK;
        int[] contact_Q30 = cells.Contact_Q30;
        int[] clampOfCell = _pack.ClampOfCell;
        int[] table = _temperatureFactor_Q16;
        for (int clamp = 0; clamp < _factor_Q16.Length; clamp++)
        {
            _factor_Q16[clamp] = int.MaxValue;
            _cap_Q24[clamp] = int.MaxValue;
        }

        for (int cell = 0; cell < contact_Q30.Length; cell++)
        {
            long contact = contact_Q30[cell];
            long factor = (Grid.AtTemperature(table, Grid.TemperaturePosition(temperature_mK[cell] - _coolerBy_mK)) * contact) >> 30;
            if (decay_Q44 != 0)
            {
                factor = (factor * InterfaceModel.ContactPenalty_Q16(cells.ContactDrop_Q8[cell], decay_Q44)) >> 16;
            }

            int clamp = clampOfCell[cell];
            if (factor < _factor_Q16[clamp])
            {
                _factor_Q16[clamp] = (int)factor;
                _cell[clamp] = cell;
            }

            int cap = (int)((_ceiling_Q24 * contact) >> 30);
            _cap_Q24[clamp] = cap < _cap_Q24[clamp] ? cap : _cap_Q24[clamp];
        }
    }

    /// <summary>Every 100 ms: the strictest clamp at its present pressure.</summary>
    public void Find()
    {
        int lowest = int.MaxValue;
        int lowestCell = 0;
        int[] table = _overPressure_Q24;
        for (int clamp = 0; clamp < _factor_Q16.Length; clamp++)
        {
            // the limit may rise or fall with pressure: the lower of the two ends of the tolerance counts
            int atLow = Grid.AtPressure(table, Grid.PressurePosition(_readings.ClampLow_Pa[clamp]));
            int atHigh = Grid.AtPressure(table, Grid.PressurePosition(_readings.ClampHigh_Pa[clamp]));
            long limit = ((long)(atLow < atHigh ? atLow : atHigh) * _factor_Q16[clamp]) >> 16;
            limit = limit > _cap_Q24[clamp] ? _cap_Q24[clamp] : limit;
            limit = (limit * _keep_Q16) >> 16;
            if (limit < lowest)
            {
                lowest = (int)limit;
                lowestCell = _cell[clamp];
            }
        }

        Lowest_Q24 = lowest;
        LowestCell = lowestCell;
    }
}
