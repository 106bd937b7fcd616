using System.Collections.Generic;

namespace Bms.Profiles;

/// <summary>One value of a parameter file, a number or a table, with where it comes from.</summary>
/// <param name="Group">Where it stands, e.g. <c>Cell</c> or <c>User-defined/Spread</c>.</param>
/// <param name="Name">Its name in the file, without the unit.</param>
/// <param name="Unit">Its unit as the file writes it; empty for a plain number.</param>
/// <param name="Value">The number; null for a table.</param>
/// <param name="Argument">What the table is over; null for a number.</param>
/// <param name="Interpolation">How it goes between its nodes, linear or log-linear; null for a number.</param>
/// <param name="X">The nodes of the table; null for a number.</param>
/// <param name="Y">Its values; null for a number.</param>
/// <param name="Status">One of measured, fitted, derived, tunable.</param>
/// <param name="Source">Who says so, or how it was derived.</param>
/// <param name="Lowest">Lowest plausible value.</param>
/// <param name="Highest">Highest plausible value.</param>
public sealed record Parameter(
    string Group,
    string Name,
    string Unit,
    double? Value,
    string? Argument,
    string? Interpolation,
    IReadOnlyList<double>? X,
    IReadOnlyList<double>? Y,
    string Status,
    string Source,
    double Lowest,
    double Highest)
{
    /// <summary>The status of a value that nobody has measured on this cell.</summary>
    public const string Tunable = "tunable";
}
