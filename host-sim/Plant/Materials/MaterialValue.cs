using System;

namespace Bms.Plant.Materials;

/// <summary>One number of the catalogue, in the unit its quantity is printed in.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Value">The number to take when one is needed.</param>
/// <param name="Lowest">Lowest that the sources print.</param>
/// <param name="Highest">Highest that the sources print.</param>
/// <param name="Status">How far it can be trusted.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Condition">Which specimen, where specimens differ; empty otherwise.</param>
public sealed record MaterialValue(
    Quantity Quantity, double Value, double Lowest, double Highest, ValueStatus Status, string Source, string Condition = "")
{
    /// <summary>The number in the SI unit that equations take.</summary>
    public Interval Si => new Interval(Value, Lowest, Highest).Times(Quantity.Si);

    /// <summary>A source that prints a single number.</summary>
    public static MaterialValue Single(Quantity quantity, double value, ValueStatus status, string source, string condition = "") =>
        new(quantity, value, value, value, status, source, condition);

    /// <summary>A source that prints a range; its middle is taken when one number is needed.</summary>
    public static MaterialValue Between(Quantity quantity, double lowest, double highest, ValueStatus status, string source, string condition = "")
    {
        ArgumentNullException.ThrowIfNull(quantity);
        double middle = quantity.IsLogarithmic ? Math.Sqrt(lowest * highest) : (lowest + highest) / 2;
        return new MaterialValue(quantity, middle, lowest, highest, status, source, condition);
    }
}
