using System;
using System.Text.Json.Serialization;

namespace Bms.Simulation.Campaigns.Scoring;

/// <summary>Errors gathered: how many, their squares, the largest. Sums of parts add up to the whole, in whatever order parts are read.</summary>
/// <param name="Samples">Number of errors.</param>
/// <param name="Squares">Sum of their squares.</param>
/// <param name="Largest">The largest magnitude.</param>
public readonly record struct ErrorSum(long Samples, double Squares, double Largest)
{
    /// <summary>Root of the mean square; not a number if there is none.</summary>
    [JsonIgnore]
    public double Rms => Samples == 0 ? double.NaN : Math.Sqrt(Squares / Samples);

    /// <summary>The largest; not a number if there is none.</summary>
    [JsonIgnore]
    public double Worst => Samples == 0 ? double.NaN : Largest;

    /// <summary>With one more error.</summary>
    public ErrorSum With(double error) => new(Samples + 1, Squares + (error * error), Math.Max(Largest, Math.Abs(error)));

    /// <summary>Together with others.</summary>
    public ErrorSum With(ErrorSum others) => new(Samples + others.Samples, Squares + others.Squares, Math.Max(Largest, others.Largest));
}
