using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Estimation;

/// <summary>
/// Corrects the state of charge of every cell by its voltage: a scalar Kalman filter around coulomb counting, whose gain
/// follows the slope of the open-circuit curve, so that plateaus trust the coulombs and slopes trust the voltage.
/// </summary>
/// <remarks>
/// The measurement's variance grows with the overpotential, which the model knows only to some percent. A standing voltage
/// error is not averaged away by looking often: it sets a floor under the state's variance on the present slope, and only
/// what is above that floor is corrected. A voltage far beyond all expectation reopens the variance, so that a wrong start
/// is found out. Four scans are averaged for one correction.
/// </remarks>
public sealed class StateOfChargeEstimator
{
    private const long HighestVariance_ppm2 = 160000000000L;

    // one correction for so many scans, one a second
    private const int Averaged = 4;

    // 0.2 % in an hour at rest, and 0.8 % over a full charge
    private const long Drift_ppm2 = 1000 * Averaged;
    private const long DriftPerCharge_ppm2 = 17778 * Averaged;

    private readonly CellModel _model;
    private readonly CellStates _states;
    private readonly Readings _readings;
    private readonly long _noise_uV2;
    private readonly int _uncertainty_ppm;
    private readonly int _bias_uV;
    private readonly int[] _innovations_uV;
    private readonly int[] _scans;

    /// <summary>Makes the estimator of all cells of <paramref name="model"/>.</summary>
    public StateOfChargeEstimator(CellModel model, Readings readings, Settings settings)
    {
        _model = model;
        _states = model.States;
        _readings = readings;
        long noise = settings.Value(Setting.VoltageNoise);
        _noise_uV2 = noise * noise / Averaged;
        _uncertainty_ppm = settings.Value(Setting.ResistanceUncertainty);
        _bias_uV = settings.Value(Setting.VoltageBias);
        _innovations_uV = new int[_states.Count];
        _scans = new int[_states.Count];
        long restored = settings.Value(Setting.RestoredUncertainty);
        for (int cell = 0; cell < _states.Count; cell++)
        {
            _states.Variance_ppm2[cell] = restored * restored;
        }
    }

    /// <summary>Looks at one cell after its model step, once a second: what its voltage says counts when the whole scan is new and the current was steady.</summary>
    public void Correct(int cell)
    {
        Readings readings = _readings;
        if (!readings.ScanIsSteady || !readings.VoltagesAreTrusted)
        {
            return;
        }

        int innovation_uV = _innovations_uV[cell] + readings.CellVoltage_uV[cell] - _states.ModelVoltage_uV[cell];
        int scans = _scans[cell] + 1;
        if (scans == Averaged)
        {
            Learn(cell, innovation_uV / Averaged);
            innovation_uV = 0;
            scans = 0;
        }

        _innovations_uV[cell] = innovation_uV;
        _scans[cell] = scans;
    }

    private void Learn(int cell, int innovation_uV)
    {
        CellStates states = _states;

        // µV per ppm; the published slope is µV per 2^-10 of full charge and falls with stoichiometry
        long slope_Q20 = -(long)states.Slope_uV[cell] * 1074;
        if (slope_Q20 < 1)
        {
            slope_Q20 = 1;
        }

        long doubt_uV = (long)states.Overpotential_uV[cell] * _uncertainty_ppm / 1000000;

        // coulomb counting drifts with time (offset) and with the charge moved (gain, capacity)
        long rate_Q24 = states.Rate_Q24[cell];
        long variance = states.Variance_ppm2[cell] + Drift_ppm2 + (((rate_Q24 < 0 ? -rate_Q24 : rate_Q24) * DriftPerCharge_ppm2) >> 24);

        // only what is above the floor can be learnt from this voltage
        long bias_ppm = ((long)_bias_uV << 20) / slope_Q20;
        bias_ppm = bias_ppm > 400000 ? 400000 : bias_ppm;
        long floor = bias_ppm * bias_ppm;
        long surprise_ppm = Magnitude(innovation_uV) * (1L << 20) / slope_Q20;
        surprise_ppm = surprise_ppm > 400000 ? 400000 : surprise_ppm;
        long measurement_uV2 = _noise_uV2 + (doubt_uV * doubt_uV / Averaged);
        long known_uV2 = (((variance >> 6) * slope_Q20 >> 20) * slope_Q20 >> 14) + measurement_uV2;
        if ((long)innovation_uV * innovation_uV > 9 * known_uV2)
        {
            long surprise = surprise_ppm * surprise_ppm >> 2;
            variance = variance < surprise ? surprise : variance;
        }

        variance = variance > HighestVariance_ppm2 ? HighestVariance_ppm2 : variance;
        long usable = variance - floor;
        if (usable <= 0)
        {
            states.Variance_ppm2[cell] = variance;
            return;
        }

        // gain = P H / (H P H + R)
        long carried = (usable >> 6) * slope_Q20 >> 14;
        long expected_uV2 = (carried >> 6) * slope_Q20 >> 14;
        long divisor = (expected_uV2 + measurement_uV2) >> 12;
        divisor = divisor < 1 ? 1 : divisor;
        long gain_Q16 = (carried << 4) / divisor;
        long share_Q16 = (expected_uV2 << 4) / divisor;
        share_Q16 = share_Q16 > 65536 ? 65536 : share_Q16;

        long correction_ppm = (innovation_uV * gain_Q16) >> 16;
        correction_ppm = correction_ppm > 200000 ? 200000 : correction_ppm;
        correction_ppm = correction_ppm < -200000 ? -200000 : correction_ppm;
        states.Variance_ppm2[cell] = variance - (((usable >> 8) * share_Q16) >> 8);
        _model.Diffusion.Shift(cell, (int)correction_ppm);
    }

    private static long Magnitude(int value)
    {
        return value < 0 ? -(long)value : value;
    }

    /// <summary>Standard deviation of a cell's state of charge, ppm of full charge.</summary>
    public int Deviation_ppm(int cell)
    {
        return (int)SquareRoot.Floor(_states.Variance_ppm2[cell]);
    }
}
