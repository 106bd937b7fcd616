using System;

namespace Bms.Plant.Electrodes;

/// <summary>A distribution of current near which the next is likely.</summary>
/// <param name="faces">Ionic currents between the depths, A.</param>
/// <param name="inner">Current through all of it, A.</param>
/// <param name="voltage">Terminal voltage, V.</param>
public readonly ref struct LineGuess(ReadOnlySpan<double> faces, double inner, double voltage)
{
    /// <summary>Ionic currents between the depths, A.</summary>
    public ReadOnlySpan<double> Faces { get; } = faces;

    /// <summary>Current through all of it, A.</summary>
    public double Inner { get; } = inner;

    /// <summary>Terminal voltage, V.</summary>
    public double Voltage { get; } = voltage;
}
