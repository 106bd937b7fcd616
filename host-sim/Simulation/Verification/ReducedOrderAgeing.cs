using System;
using Bms.Plant.Degradation;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Verification;

/// <summary>The firmware's scheme of ageing in double precision: a look every twenty seconds, at what they did.</summary>
/// <remarks>Time, stress and use are gathered every second; the slow laws take them at the temperature, potential and surface of
/// the look.</remarks>
internal sealed class ReducedOrderAgeing
{
    private const double Interval = 20;

    private readonly AgeingLaws _laws;
    private readonly GrowthLaw _interphaseLaw;
    private readonly GrowthLaw _calendarLaw;
    private readonly GrowingLayer _interphase = new(InterfaceKind.Passivating, 0);
    private readonly GrowingLayer _calendar = new(InterfaceKind.Passivating, 0);
    private readonly double _fadePerUse;
    private double _cycleFade;
    private Gathering _gathered;

    /// <summary>Starts new.</summary>
    /// <param name="laws">Constants.</param>
    /// <param name="capacity">Capacity of the new cell, hours at 1C.</param>
    public ReducedOrderAgeing(AgeingLaws laws, double capacity)
    {
        _laws = laws;
        _interphaseLaw = GrowthLaw.Interphase(laws, 1);
        _calendarLaw = GrowthLaw.Calendar(laws, 1);
        _fadePerUse = laws.CycleRate / (2 * capacity * Constants.SecondsPerHour);
    }

    /// <summary>The age, as of the last look.</summary>
    public CellAge Age { get; private set; }

    /// <summary>Counts a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="rate">Magnitude of the current, C.</param>
    /// <param name="surface">Stoichiometry at the surface of the positive electrode.</param>
    /// <param name="temperature">Core temperature, K.</param>
    /// <param name="potential">Open-circuit potential at that surface, V.</param>
    public void Advance(double seconds, double rate, double surface, double temperature, double potential)
    {
        double stress = 1 + (_laws.InterphaseCurrentSensitivity * rate);
        double use = rate * (1 + (_laws.CycleRateFactor * Math.Max(0, rate - 1)));
        _gathered = new Gathering(_gathered.Time + seconds, _gathered.Stress + (seconds * stress * stress), _gathered.Use + (seconds * use));
        if (_gathered.Time < Interval)
        {
            return;
        }

        Grow(_interphase, _interphaseLaw.At(1 / temperature, potential), _gathered.Stress);
        Grow(_calendar, _calendarLaw.At(1 / temperature, potential), _gathered.Time);
        double strain = Math.Max(0, 1 - (surface / Math.Max(_laws.StrainStoichiometry, double.Epsilon)));
        _cycleFade += _fadePerUse * _gathered.Use * (1 + (_laws.CycleDeepFactor * strain));
        Age = new CellAge(_interphase.Value, _calendar.Value, _cycleFade);
        _gathered = default;
    }

    private static void Grow(GrowingLayer layer, double constant, double seconds) => layer.Advance(constant * constant * seconds, seconds);

    private readonly record struct Gathering(double Time, double Stress, double Use);
}
