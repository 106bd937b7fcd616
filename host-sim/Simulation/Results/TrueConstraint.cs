using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Results;

/// <summary>One constraint the true cell must keep: a row of the table that defines what a violation is.</summary>
/// <param name="Key">The key in <c>summary.json</c>.</param>
/// <param name="Words">How an episode of it is called in a sentence: "3 stripping episodes".</param>
/// <param name="Unit">Unit of the worst value of an episode.</param>
/// <param name="Place">What it is judged on: cell, clamp or pack.</param>
/// <param name="Harms">Whether breaking it wears the cell, rather than leaving a window.</param>
/// <param name="IsFloor">Whether it is broken by a value too low, rather than too high.</param>
public sealed record TrueConstraint(string Key, string Words, string Unit, string Place, bool Harms, bool IsFloor)
{
    /// <summary>Every constraint, in the order in which results list them.</summary>
    public static IReadOnlyList<TrueConstraint> All { get; } =
    [
        new("voltage_high", "overvoltage", "V", "cell", false, false),
        new("voltage_low", "undervoltage", "V", "cell", false, true),
        new("surface_high", "high surface stoichiometry", "", "cell", false, true),
        new("surface_low", "low surface stoichiometry", "", "cell", false, false),
        new("plating", "plating", "mA/cm²", "cell", true, false),
        new("stripping", "stripping", "mAh/cm²", "cell", true, false),
        new("core_temperature_high", "over-temperature", "°C", "cell", false, false),
        new("core_temperature_low", "under-temperature", "°C", "cell", false, true),
        new("pressure_high", "high-pressure", "MPa", "clamp", false, false),
        new("pressure_low", "low-pressure", "MPa", "clamp", false, true),
        new("filament", "filament-growth", "", "cell", true, false),
        new("overcurrent", "overcurrent", "A² s", "pack", false, false),
    ];

    /// <summary>The constraint of a key; null if there is none.</summary>
    public static TrueConstraint? Of(string key) => All.FirstOrDefault(constraint => constraint.Key == key);
}
