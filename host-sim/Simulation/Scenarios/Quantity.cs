using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Scenarios;

/// <summary>A kind of value a sentence can hold: what it is called, its units and its range, one row each.</summary>
internal sealed class Quantity
{
    private readonly string _printUnit;

    private Quantity(string name, double lowest, double highest, string printUnit, params (string Name, double Factor)[] units)
    {
        Name = name;
        Lowest = lowest;
        Highest = highest;
        _printUnit = printUnit;
        Units = units;
    }

    /// <summary>A time; base unit s.</summary>
    public static Quantity Time { get; } = new(
        "time", 0, 366 * 86400.0, "s",
        ("s", 1), ("sec", 1), ("seconds", 1), ("second", 1), ("min", 60), ("minutes", 60), ("minute", 60), ("h", 3600), ("hours", 3600), ("hour", 3600));

    /// <summary>A cell voltage, V.</summary>
    public static Quantity Voltage { get; } = new("voltage", 0.1, 10, "V", ("V", 1));

    /// <summary>A current, A.</summary>
    public static Quantity Current { get; } = new("current", 1e-6, 10_000, "A", ("A", 1));

    /// <summary>A current as a multiple of 1C.</summary>
    public static Quantity CRate { get; } = new("C-rate", 1e-4, 100, "C", ("C", 1));

    /// <summary>A temperature, degC.</summary>
    public static Quantity Temperature { get; } = new("temperature", -60, 150, "degC", ("degC", 1), ("°C", 1));

    /// <summary>A stack pressure, MPa.</summary>
    public static Quantity Pressure { get; } = new("pressure", 0.001, 100, "MPa", ("MPa", 1));

    /// <summary>A state of charge, percent.</summary>
    public static Quantity Percentage { get; } = new("state of charge", 0, 100, "%", ("%", 1), ("percent", 1));

    /// <summary>Every row.</summary>
    public static IReadOnlyList<Quantity> All { get; } = [Time, Voltage, Current, CRate, Temperature, Pressure, Percentage];

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>Lowest value, base unit.</summary>
    public double Lowest { get; }

    /// <summary>Highest value, base unit.</summary>
    public double Highest { get; }

    /// <summary>Names of its units, in any case of letters, and how many base units each is.</summary>
    public IReadOnlyList<(string Name, double Factor)> Units { get; }

    /// <summary>Finds the unit of that name among all rows.</summary>
    public static bool TryFindUnit(string unit, out Quantity quantity, out double factor)
    {
        foreach (Quantity row in All)
        {
            foreach ((string name, double size) in row.Units)
            {
                if (name.Equals(unit, StringComparison.OrdinalIgnoreCase))
                {
                    (quantity, factor) = (row, size);
                    return true;
                }
            }
        }

        (quantity, factor) = (Time, 0);
        return false;
    }

    /// <summary>The value in base units as a sentence writes it; a time in the longest unit of which it is a whole number.</summary>
    public string Print(double value)
    {
        if (this != Time)
        {
            return $"{value} {_printUnit}";
        }

        (string unit, double size) = value > 0 && value % 3600 == 0 ? ("hour", 3600) : value > 0 && value % 60 == 0 ? ("minute", 60) : (_printUnit, 1.0);
        double count = value / size;
        return $"{count} {unit}{(size > 1 && count != 1 ? "s" : string.Empty)}";
    }

    /// <summary>The range in words: <c>a voltage from 0.1 to 10 V</c>.</summary>
    public string DescribeRange() => $"a {Name} from {(this == Time ? Print(Lowest) : $"{Lowest:0.######}")} to {Print(Highest)}";

    /// <summary>Names of all units, for messages.</summary>
    public static IEnumerable<string> AllUnits() => All.SelectMany(row => row.Units.Select(unit => unit.Name));
}
