namespace Bms.Plant.Materials;

/// <summary>A property that a material can have.</summary>
/// <param name="Key">Stable name in lower case with underlines, e.g. <c>ionic_conductivity</c>.</param>
/// <param name="Title">Name as the field says it.</param>
/// <param name="Unit">Unit in which the field prints it; empty for a plain number.</param>
/// <param name="Si">What one <paramref name="Unit"/> is in the SI unit that equations take.</param>
/// <param name="IsLogarithmic">Whether specimens differ by factors, so that the middle of a range is its geometric mean.</param>
public sealed record Quantity(string Key, string Title, string Unit, double Si = 1, bool IsLogarithmic = false);
