using System;

namespace Bms.Plant.Degradation;

/// <summary>How far time and use have worn a cell; default: new.</summary>
/// <param name="InterphaseGrowth">Resistance that the interphase has gained, Ohm m², as measured at the reference temperature.</param>
/// <param name="CalendarFade">Share of the new capacity that time has taken, 0..1.</param>
/// <param name="CycleFade">Share of the new capacity that use has taken, 0..1.</param>
public readonly record struct CellAge(double InterphaseGrowth, double CalendarFade, double CycleFade)
{
    /// <summary>Share of the new capacity that a cell keeps: long before, it has no use left, and the laws say nothing of what comes then.</summary>
    public const double SmallestCapacity = 0.1;

    /// <summary>Capacity over that of the new cell, 0.1..1.</summary>
    public double Capacity => Math.Max(SmallestCapacity, 1 - CalendarFade - CycleFade);

    /// <summary>The age of a cell that ages so many times as fast.</summary>
    public CellAge Times(double rate) => new(rate * InterphaseGrowth, rate * CalendarFade, rate * CycleFade);
}
