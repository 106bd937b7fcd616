using System;
using Bms.Plant.Laws;

namespace Bms.Plant.Degradation;

/// <summary>Something that slows itself down as it grows, like a layer through which its own reaction has to go.</summary>
/// <remarks>d(y²)/dt = K², K = k exp(-E/RT) exp(β (U - U_ref)) s with a stress s of 1 at rest; exact for constant conditions.
/// Review section 3.4.1, passivating interface.</remarks>
public sealed class ParabolicGrowth
{
    private readonly double _constant;
    private readonly double _activation;
    private readonly double _sensitivity;
    private readonly double _referenceVoltage;
    private double _square;

    /// <summary>Takes the constants of the law and the value at the start.</summary>
    /// <param name="constant">k, unit of the value times s^-0.5; 0 does not grow.</param>
    /// <param name="activation">E, J/mol.</param>
    /// <param name="sensitivity">β, 1/V.</param>
    /// <param name="referenceVoltage">U_ref, V.</param>
    /// <param name="start">Value at the start.</param>
    public ParabolicGrowth(double constant, double activation, double sensitivity, double referenceVoltage, double start)
    {
        _constant = constant;
        _activation = activation / Constants.GasConstant;
        _sensitivity = sensitivity;
        _referenceVoltage = referenceVoltage;
        _square = start * start;
        Value = start;
    }

    /// <summary>What has grown so far; never less than before.</summary>
    public double Value { get; private set; }

    /// <summary>Grows on for a while.</summary>
    /// <param name="stress">Integral of s² over the while, s; its length at rest.</param>
    /// <param name="reciprocalTemperature">1/T, 1/K.</param>
    /// <param name="potential">U, V.</param>
    public void Advance(double stress, double reciprocalTemperature, double potential)
    {
        double rate = _constant * Math.Exp((_sensitivity * (potential - _referenceVoltage)) - (_activation * reciprocalTemperature));
        _square += rate * rate * stress;
        Value = Math.Sqrt(_square);
    }
}
