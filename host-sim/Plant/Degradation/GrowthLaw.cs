using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>How fast a layer or a loss grows, by temperature and by the potential of the positive electrode.</summary>
/// <remarks>K = k exp(-E/RT) exp(β (U - U_ref)).</remarks>
public sealed class GrowthLaw
{
    private readonly double _constant;
    private readonly double _activation;
    private readonly double _sensitivity;
    private readonly double _referenceVoltage;

    /// <summary>Takes the constants.</summary>
    /// <param name="constant">k, unit of what grows times s^-0.5; 0 does not grow.</param>
    /// <param name="activation">E, J/mol.</param>
    /// <param name="sensitivity">β, 1/V.</param>
    /// <param name="referenceVoltage">U_ref, V.</param>
    public GrowthLaw(double constant, double activation, double sensitivity, double referenceVoltage)
    {
        _constant = constant;
        _activation = activation / Constants.GasConstant;
        _sensitivity = sensitivity;
        _referenceVoltage = referenceVoltage;
    }

    /// <summary>Growth of the interphase, Ohm m² s^-0.5.</summary>
    /// <param name="laws">Constants.</param>
    /// <param name="rate">How many times as fast as the laws say this cell ages.</param>
    public static GrowthLaw Interphase(AgeingLaws laws, double rate)
    {
        ArgumentNullException.ThrowIfNull(laws);
        return new GrowthLaw(rate * laws.InterphaseGrowth, laws.InterphaseActivation, laws.InterphaseVoltageSensitivity, laws.InterphaseReferenceVoltage);
    }

    /// <summary>Calendar fade, s^-0.5.</summary>
    /// <param name="laws">Constants.</param>
    /// <param name="rate">How many times as fast as the laws say this cell ages.</param>
    public static GrowthLaw Calendar(AgeingLaws laws, double rate)
    {
        ArgumentNullException.ThrowIfNull(laws);
        return new GrowthLaw(rate * laws.CalendarRate, laws.CalendarActivation, laws.CalendarVoltageSensitivity, laws.CalendarReferenceVoltage);
    }

    /// <summary>K, unit of what grows times s^-0.5.</summary>
    /// <param name="reciprocalTemperature">1/T, 1/K.</param>
    /// <param name="potential">U, V.</param>
    public double At(double reciprocalTemperature, double potential) =>
        _constant * Math.Exp((_sensitivity * (potential - _referenceVoltage)) - (_activation * reciprocalTemperature));
}
