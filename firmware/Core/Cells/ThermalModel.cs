using Bms.Core.FixedPoint;

namespace Bms.Core.Cells;

/// <summary>Two temperatures a cell, core and surface, implicit, drawn towards the cell's sensor.</summary>
/// <remarks>Review Eq. 5, lumped: C_core dTc/dt = Q - G (Tc - Ts), C_surf dTs/dt = G (Tc - Ts) - H (Ts - Ta) + P_heater.</remarks>
public sealed class ThermalModel
{
    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly int[] _samples;

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public ThermalModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _samples = new int[states.Count];
    }

    /// <summary>Advances one cell.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="step_ms">Length of the step, up to 60 000 ms.</param>
    /// <param name="heat_uW">Heat of the cell.</param>
    /// <param name="heater_uW">Heater power into the surface.</param>
    /// <param name="ambient_mK">Ambient temperature; 0 when unknown, then the cell is taken as insulated.</param>
    public void Advance(int cell, int step_ms, int heat_uW, int heater_uW, int ambient_mK)
    {
        CellProfile profile = _profile;
        CellStates states = _states;
        int core_uK = states.Core_uK[cell];
        int surface_uK = states.Surface_uK[cell];
        long through = (long)profile.CoreToSurface_uW * step_ms / 1000;
        long outward = ambient_mK == 0 ? 0 : (long)profile.SurfaceToAmbient_uW * step_ms / 1000;

        long exchange = through * (core_uK - surface_uK);
        long intoCore = ((long)heat_uW * step_ms * 1000) - exchange;
        long intoSurface = exchange + ((long)heater_uW * step_ms * 1000) - (outward * (surface_uK - ((long)ambient_mK * 1000)));

        long coreDivisor = profile.CoreCapacity_uJ + through;
        coreDivisor = coreDivisor < 1 ? 1 : coreDivisor;
        long share_Q20 = (through << 20) / coreDivisor;
        long surfaceDivisor = profile.SurfaceCapacity_uJ + outward + (through - ((through * share_Q20) >> 20));
        surfaceDivisor = surfaceDivisor < 1 ? 1 : surfaceDivisor;
        long carried = (intoCore >> 20) * share_Q20;
        long surfaceRise = (intoSurface + carried) / surfaceDivisor;
        long coreRise = (intoCore + (through * surfaceRise)) / coreDivisor;

        states.Surface_uK[cell] = Saturating.ToInt(surface_uK + surfaceRise);
        Publish(cell, Saturating.ToInt(core_uK + coreRise));
    }

    /// <summary>Draws a cell towards its sensor: an average at first, a slow filter later.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="measured_mK">Surface temperature as measured.</param>
    public void Correct(int cell, int measured_mK)
    {
        int samples = _samples[cell];
        int measured_uK = Saturating.Multiply(measured_mK, 1000);
        if (samples == 0)
        {
            _samples[cell] = 1;
            _states.Surface_uK[cell] = measured_uK;
            Publish(cell, measured_uK);
            return;
        }

        if (samples < 32)
        {
            samples++;
            _samples[cell] = samples;
        }

        int shift_uK = (measured_uK - _states.Surface_uK[cell]) / samples;
        _states.Surface_uK[cell] += shift_uK;
        Publish(cell, _states.Core_uK[cell] + shift_uK);
    }

    private void Publish(int cell, int core_uK)
    {
        _states.Core_uK[cell] = core_uK;
        _states.CoreTemperature_mK[cell] = core_uK / 1000;
    }
}
