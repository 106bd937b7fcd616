namespace Bms.Simulation.Scenarios;

/// <summary>Something that happens to the true world at a set time, whatever step is on; the firmware is not told.</summary>
public abstract record ScenarioEvent
{
    /// <summary>When, s from the beginning of the scenario.</summary>
    public required double At { get; init; }

    /// <summary>The event as a sentence that reads back to the same event.</summary>
    public string Sentence => $"at {Quantity.Time.Print(At)} {Words}";

    /// <summary>The sentence without its time.</summary>
    protected abstract string Words { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Sentence;
}

/// <summary>A clamp loses or gains pressure by itself: a creeping spring, a bolt working loose, a swelling neighbour.</summary>
public sealed record ClampPressureEvent : ScenarioEvent
{
    /// <summary>Which clamp, from 0.</summary>
    public required int Clamp { get; init; }

    /// <summary>How much pressure, MPa; below 0 is a loss.</summary>
    public required double Megapascal { get; init; }

    /// <summary>Over which time, evenly, s; 0 is at once.</summary>
    public double Over { get; init; }

    /// <inheritdoc/>
    protected override string Words
    {
        get
        {
            string over = Over > 0 ? $" over {Quantity.Time.Print(Over)}" : string.Empty;
            return $"clamp {Clamp} {(Megapascal < 0 ? "loses" : "gains")} {Quantity.Pressure.Print(double.Abs(Megapascal))}{over}";
        }
    }
}

/// <summary>The ambient temperature changes at once.</summary>
public sealed record AmbientEvent : ScenarioEvent
{
    /// <summary>The new ambient temperature, degC.</summary>
    public required double Celsius { get; init; }

    /// <inheritdoc/>
    protected override string Words => $"ambient becomes {Quantity.Temperature.Print(Celsius)}";
}

/// <summary>The case of a cell breaks: moisture gets in, and what it makes of the electrolyte gets out.</summary>
public sealed record BreachEvent : ScenarioEvent
{
    /// <summary>Which cell, from 0.</summary>
    public required int Cell { get; init; }

    /// <summary>Relative humidity from then on, percent; null: as it was.</summary>
    public double? Humidity { get; init; }

    /// <inheritdoc/>
    protected override string Words => $"cell {Cell} breaches{(Humidity is double percent ? $" at {Quantity.Percentage.Print(percent)} humidity" : string.Empty)}";
}
