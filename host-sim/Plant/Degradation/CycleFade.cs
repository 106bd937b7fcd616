using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>The share of a cell's capacity that use takes, by every charge that passes: more at deep charge and at high rate.</summary>
/// <remarks>dq/dEFC = k (1 + k_deep max(0, x_strain - x_s)/x_strain) (1 + k_rate max(0, C - 1)). An equivalent full cycle, EFC, is
/// the capacity of the new cell once in and once out. Review Table 2: cracking.</remarks>
public sealed class CycleFade
{
    private readonly double _perCycle;
    private readonly double _perThroughput;
    private readonly double _strain;
    private readonly double _perStrain;
    private readonly double _perRate;

    /// <summary>Takes the laws and the value at the start.</summary>
    /// <param name="laws">Constants.</param>
    /// <param name="rate">How many times as fast as the laws say this cell ages.</param>
    /// <param name="capacity">Capacity of the new cell, hours at 1C.</param>
    /// <param name="start">Value at the start.</param>
    public CycleFade(AgeingLaws laws, double rate, double capacity, double start)
    {
        ArgumentNullException.ThrowIfNull(laws);
        _perCycle = rate * laws.CycleRate;
        _perThroughput = _perCycle / (2 * capacity * Constants.SecondsPerHour);
        _strain = laws.StrainStoichiometry;
        _perStrain = laws.CycleDeepFactor / Math.Max(laws.StrainStoichiometry, double.Epsilon);
        _perRate = laws.CycleRateFactor;
        Value = start;
    }

    /// <summary>Share taken so far; never less than before.</summary>
    public double Value { get; private set; }

    /// <summary>Share that a full cycle at one rate and surface takes.</summary>
    /// <param name="rate">Magnitude of the current, C.</param>
    /// <param name="surface">Stoichiometry at the surface.</param>
    public double PerCycle(double rate, double surface) => _perCycle * Severity(rate, surface);

    /// <summary>Takes what the charge of a step costs.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="rate">Magnitude of the current, C.</param>
    /// <param name="surface">Stoichiometry at the surface.</param>
    public void Advance(double seconds, double rate, double surface)
    {
        Value += _perThroughput * rate * seconds * Severity(rate, surface);
    }

    private double Severity(double rate, double surface)
    {
        double deep = 1 + (_perStrain * Math.Max(0, _strain - surface));
        double fast = 1 + (_perRate * Math.Max(0, rate - 1));
        return deep * fast;
    }
}
