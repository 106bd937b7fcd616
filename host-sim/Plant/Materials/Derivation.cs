using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Plant.Materials;

/// <summary>How a property follows from others of the same material.</summary>
/// <param name="Quantity">What follows.</param>
/// <param name="Equation">How, for a reader.</param>
/// <param name="Inputs">What from.</param>
/// <param name="Function">How, in SI units; monotonic in each input.</param>
public sealed record Derivation(Quantity Quantity, string Equation, IReadOnlyList<Quantity> Inputs, Func<double[], double> Function)
{
    /// <summary>The property of a material in SI units; null if an input is missing.</summary>
    public Interval? Of(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        Interval?[] inputs = [.. Inputs.Select(material.Si)];
        return inputs.Contains(null) ? null : Interval.Of([.. inputs.Select(input => input!.Value)], Function);
    }
}
