using System;

namespace Bms.Plant.Laws;

/// <summary>A thermally activated rate relative to its value at a reference temperature: arr(E, T) = exp(E/R (1/T_ref - 1/T)).</summary>
/// <remarks>Temperatures are taken between <see cref="Lowest"/> and <see cref="Highest"/>: beyond them no law of the plant is
/// continued, so that a cell driven to absurd temperatures still has finite properties.</remarks>
public readonly struct Arrhenius
{
    /// <summary>Lowest temperature to which the laws are continued, K.</summary>
    public const double Lowest = 150;

    /// <summary>Highest temperature to which the laws are continued, K.</summary>
    public const double Highest = 600;

    private readonly double _activation;
    private readonly double _reference;

    /// <summary>Takes the activation energy, J/mol, and the reference temperature, K.</summary>
    public Arrhenius(double activationEnergy, double referenceTemperature)
    {
        _activation = activationEnergy / Constants.GasConstant;
        _reference = 1 / referenceTemperature;
    }

    /// <summary>The temperature, K, as the laws see it.</summary>
    public static double Bounded(double temperature) => Math.Min(Math.Max(temperature, Lowest), Highest);

    /// <summary>The factor at a temperature given by its reciprocal, 1/K.</summary>
    public double At(double reciprocalTemperature) => Math.Exp(_activation * (_reference - reciprocalTemperature));
}
