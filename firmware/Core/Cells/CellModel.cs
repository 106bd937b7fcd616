namespace Bms.Core.Cells;

/// <summary>
/// The reduced-order model of all cells: one call advances one cell's diffusion, voltage, heat, contact and filament by the
/// charge that flowed since its call before, less what leaked inside. Ageing goes on beside it.
/// </summary>
public sealed class CellModel
{
    private const int LongestStep_ms = 60000;

    /// <summary>State of all cells.</summary>
    public readonly CellStates States;

    /// <summary>State of all clamps.</summary>
    public readonly ClampModel Clamps;

    /// <summary>The cells that can bind.</summary>
    public readonly CellExtremes Extremes;

    /// <summary>Diffusion in the positive electrodes.</summary>
    public readonly DiffusionModel Diffusion;

    /// <summary>Terminal voltages.</summary>
    public readonly ElectricalModel Electrical;

    /// <summary>Wear of the cells; advanced by itself, once a second.</summary>
    public readonly AgeingModel Ageing;

    private readonly CellProfile _profile;
    private readonly PackProfile _pack;
    private readonly ThermalModel _thermal;
    private readonly InterfaceModel _interface;
    private readonly long[] _time_ms;
    private readonly long[] _charge_uAms;
    private readonly int[] _leaked_Q20;
    private readonly long _leakage_Q40;
    private readonly RateScale _rate;
    private int _nextMean;

    /// <summary>Makes the model of a pack, every cell new, at rest and half full.</summary>
    public CellModel(CellProfile profile, PackProfile pack)
    {
        _profile = profile;
        _pack = pack;
        States = new CellStates(pack.CellCount);
        Clamps = new ClampModel(profile, pack, States);
        Extremes = new CellExtremes(States);
        Diffusion = new DiffusionModel(profile, States);
        Electrical = new ElectricalModel(profile, States);
        Ageing = new AgeingModel(profile, States);
        _thermal = new ThermalModel(profile, States);
        _interface = new InterfaceModel(profile, States, Clamps);
        _time_ms = new long[pack.CellCount];
        _charge_uAms = new long[pack.CellCount];
        _leaked_Q20 = new int[pack.CellCount];
        _leakage_Q40 = profile.Leakage_Q40;
        _rate = new RateScale(profile.OneC_uA);
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            States.Core_uK[cell] = profile.ReferenceTemperature_mK * 1000;
            States.Surface_uK[cell] = States.Core_uK[cell];
            States.CoreTemperature_mK[cell] = profile.ReferenceTemperature_mK;
            Reset(cell, 1 << 29, profile.ContactInitial_Q30, 0, 0, 0);
        }
    }

    /// <summary>Sets a cell to rest; its age stays.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="stateOfCharge_Q30">0 empty, 2^30 full.</param>
    /// <param name="contact_Q30">Contact factor.</param>
    /// <param name="filament_Q30">Filament index.</param>
    /// <param name="time_ms">Present time.</param>
    /// <param name="charge_uAms">Present value of the charge counter.</param>
    public void Reset(int cell, int stateOfCharge_Q30, int contact_Q30, int filament_Q30, long time_ms, long charge_uAms)
    {
        Diffusion.Reset(cell, stateOfCharge_Q30);
        States.Contact_Q30[cell] = contact_Q30;
        States.Filament_Q30[cell] = filament_Q30;
        States.Filament_Q40[cell] = (long)filament_Q30 << 10;
        States.Rate_Q24[cell] = 0;
        Electrical.RenewMean(cell);
        _time_ms[cell] = time_ms;
        _charge_uAms[cell] = charge_uAms;
        Ageing.Begin(time_ms, charge_uAms);
    }

    /// <summary>
    /// Renews, for so many cells in turn, the open-circuit voltage that heat is reckoned from; it moves slowly, so that every
    /// cell's turn should come each few seconds.
    /// </summary>
    public void RenewMeans(int cells)
    {
        for (int k = 0; k < cells; k++)
        {
            Electrical.RenewMean(_nextMean);
            _nextMean = _nextMean + 1 < States.Count ? _nextMean + 1 : 0;
        }
    }

    /// <summary>Advances one cell to now.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="time_ms">Present time.</param>
    /// <param name="charge_uAms">Present value of the charge counter.</param>
    /// <param name="scanRate_Q24">Rate during the last voltage scan.</param>
    /// <param name="sensor_mK">The cell's sensor; 0 when it can't be trusted.</param>
    /// <param name="ambient_mK">Ambient temperature; 0 when unknown.</param>
    /// <param name="heaterOn">Whether the heater runs.</param>
    public void Advance(int cell, long time_ms, long charge_uAms, int scanRate_Q24, int sensor_mK, int ambient_mK, bool heaterOn)
    {
        long elapsed_ms = time_ms - _time_ms[cell];
        if (elapsed_ms < 1)
        {
            return;
        }

        CellStates states = States;
        int step_ms = elapsed_ms > LongestStep_ms ? LongestStep_ms : (int)elapsed_ms;
        long moved_uAms = charge_uAms - _charge_uAms[cell];
        states.Rate_Q24[cell] = _rate.Rate_Q24(moved_uAms / step_ms);
        _time_ms[cell] = time_ms;
        _charge_uAms[cell] = charge_uAms;
        int clamp = _pack.ClampOfCell[cell];
        int position = states.CoreTemperature_mK[cell] - Grid.TemperatureFirst_mK;
        if ((uint)position > Grid.TemperatureLast)
        {
            position = position < 0 ? 0 : Grid.TemperatureLast;
        }

        // what leaks through the cell at its last voltage, the part below one unit kept for the next time
        long leaked_Q20 = _leaked_Q20[cell] + (((states.ModelVoltage_uV[cell] * _leakage_Q40) >> 20) * step_ms);
        _leaked_Q20[cell] = (int)(leaked_Q20 & 0xFFFFF);

        // lithium enters the positive electrode on discharge
        Diffusion.Advance(cell, (leaked_Q20 >> 20) - moved_uAms, step_ms, position);
        Electrical.Advance(cell, scanRate_Q24, Clamps.ContactFactor_Q16[clamp], position);
        _interface.Advance(cell, step_ms, clamp, position);
        _thermal.Advance(cell, step_ms, Electrical.Heat_uW, heaterOn ? _profile.HeaterPower_uW : 0, ambient_mK, sensor_mK);
    }
}
