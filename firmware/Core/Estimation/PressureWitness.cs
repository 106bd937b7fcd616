using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Estimation;

/// <summary>
/// The second witness of charge: plated lithium swells a stack, so after a restart the pressures of the clamps tell how much charge
/// has moved since what is remembered was written, however long ago that was.
/// </summary>
/// <remarks>
/// P - P_then = k (SOC - SOC_then) + p (T - T_then), means over the cells of a clamp, k and p from its stiffness: all its cells have
/// gained the same; what a cell's count does not know of is what moved unseen. Creep, noise and what is not known of the stiffness
/// are a few percent of charge with the default cell, against five for a memory that may be a month old. While the manager runs it
/// counts better than that, and no pressure tells where a count began: so it is heard once, and only about what it can know. A
/// cell that hardly swells is not heard.
/// </remarks>
public sealed class PressureWitness
{
    // load cells creep by 0.2 % of 5 MPa, and so may a clamp
    private const long Noise_Pa2 = 15000L * 15000;

    // stiffness and expansion are known to a quarter
    private const int DoubtShift = 4;

    // with less than this over a whole charge a pressure says nothing
    private const int LeastSwing_Pa = 100000;

    /// <summary>How many cells are still to be told what their clamp says.</summary>
    public int Waiting;

    private readonly PackProfile _pack;
    private readonly CellStates _states;
    private readonly Readings _readings;
    private readonly StateOfChargeEstimator _estimator;
    private readonly int _swing_Pa;
    private readonly int _perKelvin_Q8;

    // as remembered; a cell that is not to be heard has no pressure
    private readonly int[] _pressure_Pa;
    private readonly int[] _temperature_mK;
    private readonly int[] _charge_Q30;
    private readonly int[] _deviation_ppm;

    // what the cells of each clamp have gained since; its variance is 0 until it has been looked at
    private readonly int[] _gained_ppm;
    private readonly long[] _variance_ppm2;
    private int _toLook;

    /// <summary>Makes the witness of all clamps, which has nothing to say yet.</summary>
    public PressureWitness(CellProfile profile, PackProfile pack, CellStates states, Readings readings, StateOfChargeEstimator estimator)
    {
        _pack = pack;
        _states = states;
        _readings = readings;
        _estimator = estimator;
        _swing_Pa = Grid.AtStoichiometry(profile.SwellPressure_Pa, profile.StoichiometryFull_Q30) - Grid.AtStoichiometry(profile.SwellPressure_Pa, profile.StoichiometryEmpty_Q30);
        _perKelvin_Q8 = profile.ThermalPressure_Q8;
        _pressure_Pa = new int[pack.CellCount];
        _temperature_mK = new int[pack.CellCount];
        _charge_Q30 = new int[pack.CellCount];
        _deviation_ppm = new int[pack.CellCount];
        _gained_ppm = new int[pack.ClampCount];
        _variance_ppm2 = new long[pack.ClampCount];
    }

    /// <summary>Takes over what was remembered of a cell whose state of charge has just been set.</summary>
    public void Restore(int cell, RestoredState state)
    {
        if (state.ClampPressure_Pa[cell] <= 0 || state.CoreTemperature_mK[cell] <= 0 || state.Deviation_ppm[cell] <= 0 || _swing_Pa < LeastSwing_Pa)
        {
            return;
        }

        Waiting += _pressure_Pa[cell] == 0 ? 1 : 0;
        _pressure_Pa[cell] = state.ClampPressure_Pa[cell];
        _temperature_mK[cell] = state.CoreTemperature_mK[cell];
        _charge_Q30[cell] = _states.StateOfCharge_Q30[cell];
        _deviation_ppm[cell] = state.Deviation_ppm[cell];
    }

    /// <summary>Writes down what <see cref="Restore"/> needs: without a trusted pressure what has not been heard yet, or none.</summary>
    public void Remember(int cell, RestoredState state)
    {
        Readings readings = _readings;
        bool isRead = readings.PressuresAreTrusted && readings.IsComplete;
        state.ClampPressure_Pa[cell] = isRead ? readings.ClampMiddle_Pa(_pack.ClampOfCell[cell]) : _pressure_Pa[cell];
        state.CoreTemperature_mK[cell] = isRead ? _states.CoreTemperature_mK[cell] : _temperature_mK[cell];
    }

    /// <summary>Once a second while cells are <see cref="Waiting"/>: looks at one clamp that has not been looked at. Needs trusted pressures.</summary>
    public void Look()
    {
        int clamp = _toLook;
        if (clamp == _variance_ppm2.Length)
        {
            return;
        }

        _toLook = clamp + 1;
        int[] clampOfCell = _pack.ClampOfCell;
        int[] pressure_Pa = _pressure_Pa;
        long then_Pa = 0;
        long warmer_mK = 0;
        int cells = 0;
        for (int cell = 0; cell < pressure_Pa.Length; cell++)
        {
            if (clampOfCell[cell] == clamp && pressure_Pa[cell] > 0)
            {
                then_Pa += pressure_Pa[cell];
                warmer_mK += _states.CoreTemperature_mK[cell] - (long)_temperature_mK[cell];
                cells++;
            }
        }

        long swing_Pa = _swing_Pa;
        if (cells < 1 || swing_Pa < 1)
        {
            return;
        }

        long thermal_Pa = warmer_mK / cells * _perKelvin_Q8 / 256000;
        long gained_ppm = (_readings.ClampMiddle_Pa(clamp) - (then_Pa / cells) - thermal_Pa) * 1000000 / swing_Pa;
        _gained_ppm[clamp] = (int)Saturating.Within(gained_ppm, 1000000);
        long variance_Pa2 = Noise_Pa2 + ((thermal_Pa * thermal_Pa) >> DoubtShift);
        _variance_ppm2[clamp] = ((variance_Pa2 / swing_Pa * 1000000 / swing_Pa) + 1) * 1000000;
    }

    /// <summary>Tells the estimator what the clamp of a cell says.</summary>
    /// <returns>False, and nothing is done, if that has been done, or it says nothing yet, or has to be said later.</returns>
    public bool Testify(int cell)
    {
        int clamp = _pack.ClampOfCell[cell];
        long variance_ppm2 = _variance_ppm2[clamp];
        if (variance_ppm2 == 0 || _pressure_Pa[cell] == 0)
        {
            return false;
        }

        long believed_ppm = ((_states.StateOfCharge_Q30[cell] - (long)_charge_Q30[cell]) * 1000000) >> 30;
        long moved_ppm = _gained_ppm[clamp] - believed_ppm;
        long deviation_ppm = _deviation_ppm[cell];
        bool isHeard = _estimator.Hear(cell, moved_ppm, variance_ppm2, (moved_ppm * moved_ppm) >> DoubtShift, deviation_ppm * deviation_ppm);
        if (isHeard)
        {
            _pressure_Pa[cell] = 0;
            Waiting--;
        }

        return isHeard;
    }
}
