using System;

namespace Bms.Simulation.Scenarios;

/// <summary>What the load knows of the pack it is connected to: the figures on its nameplate.</summary>
public sealed record PackRating
{
    /// <summary>Makes a rating.</summary>
    /// <param name="oneC">1C current of the pack, A, above 0.</param>
    /// <param name="energy">Energy of the full pack, W h, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value that is not finite and above 0.</exception>
    public PackRating(double oneC, double energy)
    {
        OneC = Positive(oneC, nameof(oneC));
        Energy = Positive(energy, nameof(energy));
    }

    /// <summary>1C current of the pack, A.</summary>
    public double OneC { get; }

    /// <summary>Energy of the full pack, W h.</summary>
    public double Energy { get; }

    /// <summary>Mean voltage, V.</summary>
    public double Voltage => Energy / OneC;

    private static double Positive(double value, string name)
    {
        return double.IsFinite(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "a rating is finite and above 0");
    }
}
