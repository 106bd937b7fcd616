using System;
using Bms.Plant.Parameters;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Campaigns.Scoring;

/// <summary>What the voltage sensors alone allow to know of a cell's state of charge: their offset and gain, over the steepest
/// open-circuit curve it has passed so far, which is the place where voltage told most; coulombs carry that on.</summary>
/// <remarks>A bound draw is uniform, so its RMS is the bound over √3. Noise is averaged away, current errors are left out.</remarks>
public sealed class SensorBound
{
    private const double HalfWidth = 0.005;

    private readonly PositiveElectrode _positive;
    private readonly SensorErrors _errors;
    private double _steepest;

    /// <summary>Begins with a cell that nothing is known of.</summary>
    public SensorBound(PositiveElectrode positive, SensorErrors errors)
    {
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(errors);
        _positive = positive;
        _errors = errors;
    }

    /// <summary>RMS of the error, percent of full charge; infinite before the first look.</summary>
    public double Rms_percent { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest error, percent of full charge; infinite before the first look.</summary>
    public double Largest_percent { get; private set; } = double.PositiveInfinity;

    /// <summary>Looks at the true state.</summary>
    /// <param name="stateOfCharge">0..1; beyond it the nearer end counts.</param>
    public void Look(double stateOfCharge)
    {
        double window = _positive.StoichiometryEmpty - _positive.StoichiometryFull;
        double x = _positive.StoichiometryEmpty - (window * Math.Clamp(stateOfCharge, HalfWidth, 1 - HalfWidth));
        double reach = HalfWidth * window;
        double slope = (_positive.OpenCircuitPotential.At(x - reach) - _positive.OpenCircuitPotential.At(x + reach)) / (2 * HalfWidth);
        if (slope <= _steepest)
        {
            return;
        }

        _steepest = slope;
        double gain = _errors.VoltageGain * _positive.OpenCircuitPotential.At(x);
        double share = _errors.AtBounds ? 1 : 1 / Math.Sqrt(3);
        Rms_percent = 100 * share * Math.Sqrt((_errors.VoltageOffset * _errors.VoltageOffset) + (gain * gain)) / slope;
        Largest_percent = 100 * (_errors.VoltageOffset + gain) / slope;
    }
}
