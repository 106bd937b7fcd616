namespace Bms.Simulation.Review.Triggers;

/// <summary>What a cell is subjected to; the default is the neutral point, from which one condition at a time is moved.</summary>
/// <remarks>25 °C, where the constants of the cells hold: so room temperature is neutral, and what happens at room temperature counts by
/// its absolute rate. Half full. C/5, which the lithium interface bears there both ways. 5 MPa, the set pressure of the pouch cell.</remarks>
internal sealed record OperatingState
{
    /// <summary>Temperature, degC.</summary>
    public double Celsius { get; init; } = 25;

    /// <summary>State of charge.</summary>
    public double StateOfCharge { get; init; } = 0.5;

    /// <summary>Current in either direction, multiples of 1C.</summary>
    public double Rate { get; init; } = 0.2;

    /// <summary>Stack pressure, MPa, held.</summary>
    public double Pressure { get; init; } = 5;

    /// <summary>The neutral point in words.</summary>
    public override string ToString() => $"{Celsius} °C, {100 * StateOfCharge} % charged, {Rate}C, {Pressure} MPa, full contact";
}
