using System;
using System.Collections.Generic;

namespace Bms.Simulation.Review.Triggers;

/// <summary>A condition of review Table 2: where one quantity goes while all others stay at the neutral point.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Title">What is moved, and where to.</param>
/// <param name="Move">Moves it.</param>
internal sealed record Condition(string Key, string Title, Func<OperatingState, OperatingState> Move)
{
    /// <summary>State of charge 1.</summary>
    public static Condition HighCharge { get; } = new("high-soc", "100 % SOC", state => state with { StateOfCharge = 1 });

    /// <summary>State of charge 0.</summary>
    public static Condition LowCharge { get; } = new("low-soc", "0 % SOC", state => state with { StateOfCharge = 0 });

    /// <summary>The upper end of the duty window.</summary>
    public static Condition Hot { get; } = new("high-temperature", "60 °C", state => state with { Celsius = 60 });

    /// <summary>The lower end of the window.</summary>
    public static Condition Cold { get; } = new("low-temperature", "-10 °C", state => state with { Celsius = -10 });

    /// <summary>The highest charge rate of the pouch cell.</summary>
    public static Condition Fast { get; } = new("high-rate", "2C", state => state with { Rate = 2 });

    /// <summary>Below the critical stack pressure of 0.4 to 0.67 MPa.</summary>
    public static Condition Loose { get; } = new("low-pressure", "0.2 MPa", state => state with { Pressure = 0.2 });

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<Condition> All { get; } = [HighCharge, LowCharge, Hot, Cold, Fast, Loose];
}
