using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Plant.Materials;

/// <summary>A question to a material that its numbers answer.</summary>
/// <param name="Key">Stable name, e.g. <c>monroe-newman</c>.</param>
/// <param name="Title">What holds when it holds.</param>
/// <param name="Class">Which materials it is asked of.</param>
/// <param name="Measured">What is compared, for a reader.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Inputs">Properties it is made from.</param>
/// <param name="Measure">How, from SI units to <paramref name="Unit"/>; monotonic in each input.</param>
/// <param name="Bound">On which side of the threshold it must be.</param>
/// <param name="Threshold">What it is compared with, in <paramref name="Unit"/>.</param>
/// <param name="Remark">What to make of it, and where it is from.</param>
public sealed record Criterion(
    string Key,
    string Title,
    MaterialClass Class,
    string Measured,
    string Unit,
    IReadOnlyList<Quantity> Inputs,
    Func<double[], double> Measure,
    Bound Bound,
    double Threshold,
    string Remark)
{
    /// <summary>Asks a material.</summary>
    /// <returns>The answer; null if it is of another class, or an input is missing.</returns>
    public Judgement? Judge(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        Interval?[] inputs = material.Class == Class ? [.. Inputs.Select(material.Si)] : [null];
        if (inputs.Contains(null))
        {
            return null;
        }

        var measure = Interval.Of([.. inputs.Select(input => input!.Value)], Measure);
        return new Judgement(this, measure, (Meets(measure.Lowest), Meets(measure.Highest)) switch
        {
            (true, true) => Verdict.Holds,
            (false, false) => Verdict.Fails,
            _ => Verdict.Depends,
        });
    }

    private bool Meets(double measure) => Bound switch
    {
        Bound.AtLeast => measure >= Threshold,
        Bound.AtMost => measure <= Threshold,
        _ => measure < Threshold,
    };
}
