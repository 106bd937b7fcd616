using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>How one cell wears: its interphase thickens, time and use take capacity.</summary>
/// <remarks>Use is counted in every step; the slow laws take it over every <see cref="Interval"/>, at the temperature and potential
/// of its end, because within it neither moves enough to matter.</remarks>
public sealed class Ageing
{
    /// <summary>Time between two looks at the slow laws, s.</summary>
    public const double Interval = 10;

    private readonly double _currentSensitivity;
    private readonly ParabolicGrowth _interphase;
    private readonly ParabolicGrowth _calendar;
    private readonly CycleFade _cycles;
    private double _since;
    private double _stress;

    /// <summary>Starts at an age.</summary>
    /// <param name="laws">Constants; a mechanism whose constant is 0 stands still.</param>
    /// <param name="rate">Growth and fade of this cell over the design's.</param>
    /// <param name="capacity">Capacity of the new cell, hours at 1C.</param>
    /// <param name="start">Age at the start.</param>
    public Ageing(AgeingLaws laws, double rate, double capacity, CellAge start)
    {
        ArgumentNullException.ThrowIfNull(laws);
        _currentSensitivity = laws.InterphaseCurrentSensitivity;
        _interphase = new ParabolicGrowth(
            rate * laws.InterphaseGrowth, laws.InterphaseActivation, laws.InterphaseVoltageSensitivity, laws.InterphaseReferenceVoltage, start.InterphaseGrowth);
        _calendar = new ParabolicGrowth(
            rate * laws.CalendarRate, laws.CalendarActivation, laws.CalendarVoltageSensitivity, laws.CalendarReferenceVoltage, start.CalendarFade);
        _cycles = new CycleFade(laws, rate, capacity, start.CycleFade);
        Age = start;
    }

    /// <summary>The age, as of the last interval's end.</summary>
    public CellAge Age { get; private set; }

    /// <summary>Counts a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="rate">Magnitude of the current, C.</param>
    /// <param name="surface">Stoichiometry at the surface of the positive electrode.</param>
    /// <param name="reciprocalTemperature">1/T, 1/K.</param>
    /// <param name="potential">Open-circuit potential at the surface of the positive electrode, V.</param>
    /// <returns>Whether an interval ended: <see cref="Age"/> is new.</returns>
    public bool Advance(double seconds, double rate, double surface, double reciprocalTemperature, double potential)
    {
        double stress = 1 + (_currentSensitivity * rate);
        _stress += seconds * stress * stress;
        _since += seconds;
        _cycles.Advance(seconds, rate, surface);
        if (_since < Interval)
        {
            return false;
        }

        _interphase.Advance(_stress, reciprocalTemperature, potential);
        _calendar.Advance(_since, reciprocalTemperature, potential);
        Age = new CellAge(_interphase.Value, _calendar.Value, _cycles.Value);
        _stress = 0;
        _since = 0;
        return true;
    }
}
