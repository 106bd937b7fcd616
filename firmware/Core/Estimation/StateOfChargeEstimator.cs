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
/// The measurement's variance grows with the overpotential, which the model knows only to some percent; the state's
/// variance never falls below what a standing voltage error means on the present slope.
/// </remarks>
public sealed class StateOfChargeEstimator
{
    private const long HighestVariance_ppm2 = 250000000000L;

    private readonly CellModel _model;
    private readonly CellStates _states;
    private readonly Readings _readings;
    private readonly long _window_uAms;
    private readonly long _noise_uV2;
    private readonly int _uncertainty_ppm;
    private readonly int _bias_uV;
    private readonly int[] _scanSeen;

    /// <summary>Makes the estimator of all cells of <paramref name="model"/>.</summary>
    public StateOfChargeEstimator(CellProfile profile, CellModel model, Readings readings, Settings settings)
    {
        _model = model;
        _states = model.States;
        _readings = readings;
        _window_uAms = profile.WindowCharge_uAms;
        long noise = settings.Value(Setting.VoltageNoise);
        _noise_uV2 = noise * noise;
        _uncertainty_ppm = settings.Value(Setting.ResistanceUncertainty);
        _bias_uV = settings.Value(Setting.VoltageBias);
        _scanSeen = new int[_states.Count];
        long restored = settings.Value(Setting.RestoredUncertainty);
        for (int cell = 0; cell < _states.Count; cell++)
        {
            _states.Variance_ppm2[cell] = restored * restored;
        }
    }

    /// <summary>Corrects one cell after its model step, once for each voltage scan with steady current.</summary>
    public void Correct(int cell)
    {
        Readings readings = _readings;
        if (!readings.ScanIsSteady || !readings.VoltagesAreTrusted || _scanSeen[cell] == readings.Scans)
        {
            return;
        }

        _scanSeen[cell] = readings.Scans;
        CellStates states = _states;

        // µV per ppm; the published slope is µV per 2^-10 of full charge and falls with stoichiometry
        long slope_Q20 = -(long)states.Slope_uV[cell] * 1074;
        if (slope_Q20 < 1)
        {
            slope_Q20 = 1;
        }

        int innovation_uV = readings.CellVoltage_uV[cell] - states.ModelVoltage_uV[cell];
        long doubt_uV = (long)states.Overpotential_uV[cell] * _uncertainty_ppm / 1000000;
        long measurement_uV2 = _noise_uV2 + (doubt_uV * doubt_uV);

        // a standing voltage error is not averaged away: it bounds what the state can be known to
        long bias_ppm = ((long)_bias_uV << 20) / slope_Q20;
        bias_ppm = bias_ppm > 300000 ? 300000 : bias_ppm;
        long variance = states.Variance_ppm2[cell] + 400;
        long lowest = bias_ppm * bias_ppm;
        variance = variance < lowest ? lowest : variance;
        variance = variance > HighestVariance_ppm2 ? HighestVariance_ppm2 : variance;

        // gain = P H / (H P H + R)
        long carried = (variance >> 6) * slope_Q20 >> 14;
        long expected_uV2 = (carried >> 6) * slope_Q20 >> 14;
        long total_uV2 = expected_uV2 + measurement_uV2;
        long divisor = total_uV2 >> 16;
        divisor = divisor < 1 ? 1 : divisor;
        long gain_Q16 = carried / divisor;
        long share_Q16 = expected_uV2 / divisor;
        share_Q16 = share_Q16 > 65536 ? 65536 : share_Q16;

        long correction_ppm = (innovation_uV * gain_Q16) >> 16;
        correction_ppm = correction_ppm > 200000 ? 200000 : correction_ppm;
        correction_ppm = correction_ppm < -200000 ? -200000 : correction_ppm;
        states.Variance_ppm2[cell] = variance - ((variance >> 16) * share_Q16);
        _model.Diffusion.Shift(cell, _window_uAms / 1000000 * correction_ppm);
    }

    /// <summary>Standard deviation of a cell's state of charge, ppm of full charge.</summary>
    public int Deviation_ppm(int cell)
    {
        return (int)SquareRoot.Floor(_states.Variance_ppm2[cell]);
    }
}
