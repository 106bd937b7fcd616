namespace Bms.Core.Cells;

/// <summary>Two temperatures a cell, core and surface, implicit, drawn towards the cell's sensor.</summary>
/// <remarks>Review Eq. 5, lumped: C_core dTc/dt = Q - G (Tc - Ts), C_surf dTs/dt = G (Tc - Ts) - H (Ts - Ta) + P_heater.</remarks>
public sealed class ThermalModel
{
    private const int SettledShift = 5;
    private const int Settled = 1 << SettledShift;
    private const int HighestTemperature_uK = 1000000000;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly int[] _samples;

    // constants of a step of the length of the last one
    private int _step_ms;
    private long _step_us;
    private long _through;
    private long _outward;
    private long _coreDivisor;
    private long _share_Q20;
    private long _surfaceDivisor;
    private long _insulatedDivisor;

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public ThermalModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _samples = new int[states.Count];
    }

    /// <summary>Advances one cell, then draws it towards its sensor: an average at first, a slow filter later.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="step_ms">Length of the step, up to 60 000 ms.</param>
    /// <param name="heat_uW">Heat of the cell.</param>
    /// <param name="heater_uW">Heater power into the surface.</param>
    /// <param name="ambient_mK">Ambient temperature; 0 when unknown, then the cell is taken as insulated.</param>
    /// <param name="sensor_mK">Surface temperature as measured; 0 when it can't be trusted.</param>
    public void Advance(int cell, int step_ms, int heat_uW, int heater_uW, int ambient_mK, int sensor_mK)
    {
        CellStates states = _states;
        int samples = _samples[cell];
        if (samples == 0 && sensor_mK != 0)
        {
            // a cell of which nothing is known is as warm as its sensor
            _samples[cell] = 1;
            states.Core_uK[cell] = sensor_mK * 1000;
            states.Surface_uK[cell] = sensor_mK * 1000;
            states.CoreTemperature_mK[cell] = sensor_mK;
            return;
        }

        // a step that is a little longer or shorter than the last ones counts as they do: the sensor sets it right
        int unlike_ms = step_ms - _step_ms;
        if (unlike_ms > _step_ms >> 3 || unlike_ms < -(_step_ms >> 3))
        {
            Prepare(step_ms);
        }

        int core_uK = states.Core_uK[cell];
        int surface_uK = states.Surface_uK[cell];
        long through = _through;
        long exchange = through * (core_uK - surface_uK);
        long intoCore = (heat_uW * _step_us) - exchange;
        long intoSurface = exchange + (heater_uW * _step_us);
        long surfaceDivisor = _insulatedDivisor;
        if (ambient_mK != 0)
        {
            intoSurface -= _outward * (surface_uK - (ambient_mK * 1000L));
            surfaceDivisor = _surfaceDivisor;
        }

        long surfaceRise = (intoSurface + (((intoCore + 0x80000) >> 20) * _share_Q20)) / (surfaceDivisor | 1);
        long coreRise = (intoCore + (through * surfaceRise)) / (_coreDivisor | 1);
        long surface = surface_uK + surfaceRise;
        long core = core_uK + coreRise;
        if (sensor_mK != 0)
        {
            long shift = (sensor_mK * 1000L) - surface;
            if (samples == Settled)
            {
                shift >>= SettledShift;
            }
            else
            {
                samples++;
                _samples[cell] = samples;
                shift /= samples;
            }

            surface += shift;
            core += shift;
        }

        if (core > HighestTemperature_uK)
        {
            core = HighestTemperature_uK;
        }

        if (surface > HighestTemperature_uK)
        {
            surface = HighestTemperature_uK;
        }

        states.Surface_uK[cell] = (int)surface;
        states.Core_uK[cell] = (int)core;
        states.CoreTemperature_mK[cell] = (int)((core + 500) / 1000);
    }

    private void Prepare(int step_ms)
    {
        CellProfile profile = _profile;
        _step_ms = step_ms;
        _step_us = step_ms * 1000L;
        _through = (long)profile.CoreToSurface_uW * step_ms / 1000;
        _outward = (long)profile.SurfaceToAmbient_uW * step_ms / 1000;
        _coreDivisor = profile.CoreCapacity_uJ + _through;
        _share_Q20 = (_through << 20) / (_coreDivisor | 1);
        _insulatedDivisor = profile.SurfaceCapacity_uJ + (_through - ((_through * _share_Q20) >> 20));
        _surfaceDivisor = _insulatedDivisor + _outward;
    }
}
