using System;

namespace Bms.Simulation.Scenarios;

/// <summary>How much current a step asks for: in ampere, or as a multiple of the 1C current of whatever pack is simulated.</summary>
/// <param name="Value">Ampere or multiple of 1C, above 0.</param>
/// <param name="IsMultipleOfOneC">Whether <paramref name="Value"/> is a multiple of 1C.</param>
public readonly record struct CurrentRate(double Value, bool IsMultipleOfOneC)
{
    /// <summary>The current for a pack, A.</summary>
    /// <param name="oneC">1C current of the pack, A.</param>
    public double Ampere(double oneC) => IsMultipleOfOneC ? Value * oneC : Value;

    /// <summary>As a step sentence writes it: <c>3 A</c>, <c>1.5C</c>, <c>C/4</c>.</summary>
    public override string ToString()
    {
        if (!IsMultipleOfOneC)
        {
            return $"{Value} A";
        }

        double divisor = Math.Round(1 / Value);
        return Value < 1 && Value == 1 / divisor ? $"C/{divisor}" : $"{Value}C";
    }
}
