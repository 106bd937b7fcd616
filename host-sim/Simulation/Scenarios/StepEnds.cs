using System.Collections.Generic;

namespace Bms.Simulation.Scenarios;

/// <summary>What ends a step, whichever comes first; null where the step says nothing.</summary>
public sealed record StepEnds
{
    /// <summary>Voltage of the extreme cell (highest while charging, lowest while discharging), V.</summary>
    public double? Volt { get; init; }

    /// <summary>Mean state of charge, percent.</summary>
    public double? Percent { get; init; }

    /// <summary>Temperature that every sensor has reached, degC.</summary>
    public double? Celsius { get; init; }

    /// <summary>Time in the step, s.</summary>
    public double? Seconds { get; init; }

    /// <summary>As a step sentence writes it: <c>until 4.2 V or for 2 hours</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Add(Volt, "until", Quantity.Voltage);
        Add(Percent, "until", Quantity.Percentage);
        Add(Celsius, "until", Quantity.Temperature);
        Add(Seconds, "for", Quantity.Time);
        return string.Join(" or ", parts);

        void Add(double? value, string word, Quantity quantity)
        {
            if (value is double given)
            {
                parts.Add($"{word} {quantity.Print(given)}");
            }
        }
    }
}
