using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>How one cell wears: its interphase thickens, time and use take capacity, each for causes of its own.</summary>
/// <remarks>
/// Use is counted in every step; the slow laws take it over every <see cref="Interval"/>, at the temperature and potential of its
/// end, because within it neither moves enough to matter. Causes that feed one layer share its resistance: the layer grows by the
/// sum of their squares, and each has the share of that growth that its square was.
/// </remarks>
public sealed class Ageing
{
    /// <summary>Time between two looks at the slow laws, s.</summary>
    public const double Interval = 10;

    private readonly double _currentSensitivity;
    private readonly GrowthLaw _interphaseLaw;
    private readonly GrowthLaw _calendarLaw;
    private readonly InterfacialDecomposition _decomposition;
    private readonly CarbonDecomposition _carbon;
    private readonly StructuralDisorder _disorder;
    private readonly GrowingLayer _interphase;
    private readonly GrowingLayer _calendar;
    private readonly CycleFade _cycles;
    private double _since;
    private double _stress;
    private double _decompositionStress;

    /// <summary>Starts at an age.</summary>
    /// <param name="laws">Constants; a mechanism whose constant is 0 stands still.</param>
    /// <param name="causes">What shares them.</param>
    /// <param name="rate">Growth and fade of this cell over the design's.</param>
    /// <param name="capacity">Capacity of the new cell, hours at 1C.</param>
    /// <param name="start">Age at the start; its causes have their shares of the laws.</param>
    public Ageing(AgeingLaws laws, DegradationLaws causes, double rate, double capacity, CellAge start)
    {
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(causes);
        _currentSensitivity = laws.InterphaseCurrentSensitivity;
        _interphaseLaw = GrowthLaw.Interphase(laws, rate);
        _calendarLaw = GrowthLaw.Calendar(laws, rate);
        _decomposition = new InterfacialDecomposition(laws, causes);
        _carbon = new CarbonDecomposition(causes);
        _disorder = new StructuralDisorder(causes);
        _interphase = new GrowingLayer(laws.Interface, start.InterphaseGrowth);
        _calendar = new GrowingLayer(InterfaceKind.Passivating, start.CalendarFade);
        _cycles = new CycleFade(laws, rate, capacity, start.CycleFade);
        Age = start;
        Causes = Thickened(start.InterphaseGrowth, causes.DecompositionResistance, causes.CarbonResistance, causes.DisorderResistance)
            .Plus(Faded(start.CalendarFade, causes.DecompositionCapacity, causes.DisorderCapacity))
            .Plus(Cracked(start.CycleFade));
    }

    /// <summary>The age, as of the last interval's end.</summary>
    public CellAge Age { get; private set; }

    /// <summary>What caused it.</summary>
    public WearByCause Causes { get; private set; }

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
        double decompositionStress = _decomposition.Stress(rate);
        _stress += seconds * stress * stress;
        _decompositionStress += seconds * decompositionStress * decompositionStress;
        _since += seconds;
        _cycles.Advance(seconds, rate, surface);
        if (_since < Interval)
        {
            return false;
        }

        double cycles = _cycles.Value - Age.CycleFade;
        Causes = Causes.Plus(Thicken(reciprocalTemperature, potential)).Plus(Fade(reciprocalTemperature, potential)).Plus(Cracked(cycles));
        Age = new CellAge(_interphase.Value, _calendar.Value, _cycles.Value);
        _stress = 0;
        _decompositionStress = 0;
        _since = 0;
        return true;
    }

    private static WearByCause Thickened(double growth, double decomposition, double carbon, double disorder)
    {
        double each = Each(growth, decomposition + carbon + disorder);
        return new WearByCause(new Wear(each * decomposition, 0), new Wear(each * carbon, 0), new Wear(each * disorder, 0), default, default, default);
    }

    private static WearByCause Faded(double fade, double decomposition, double disorder)
    {
        double each = Each(fade, decomposition + disorder);
        return new WearByCause(new Wear(0, each * decomposition), default, new Wear(0, each * disorder), default, default, default);
    }

    private static WearByCause Cracked(double fade) => new(default, default, default, new Wear(0, fade), default, default);

    private static double Each(double whole, double shares) => shares > 0 ? whole / shares : 0;

    private static double Square(double value) => value * value;

    private WearByCause Thicken(double reciprocalTemperature, double potential)
    {
        double square = Square(_interphaseLaw.At(reciprocalTemperature, potential));
        double decomposition = square * _decompositionStress * _decomposition.ResistanceShare * Square(_decomposition.Excess(potential));
        double carbon = square * _decompositionStress * _carbon.ResistanceShare * Square(_carbon.Excess(potential));
        double disorder = square * _stress * _disorder.ResistanceShare * Square(_disorder.Excess(potential));
        return Thickened(_interphase.Advance(decomposition + carbon + disorder, _since), decomposition, carbon, disorder);
    }

    private WearByCause Fade(double reciprocalTemperature, double potential)
    {
        double square = _since * Square(_calendarLaw.At(reciprocalTemperature, potential));
        double decomposition = square * _decomposition.CapacityShare * Square(_decomposition.Excess(potential));
        double disorder = square * _disorder.CapacityShare * Square(_disorder.Excess(potential));
        return Faded(_calendar.Advance(decomposition + disorder, _since), decomposition, disorder);
    }
}
