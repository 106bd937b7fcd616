using System;

namespace Bms.Simulation.Review;

/// <summary>What the review, or a paper it builds on, says a quantity is, and how far from it a faithful plant may be.</summary>
/// <param name="Reference">The number.</param>
/// <param name="Tolerance">Largest difference, in the unit of the quantity; never more than the source's own spread.</param>
/// <param name="Basis">What the tolerance is: the source's spread, its rounding, an order.</param>
public sealed record Expected(double Reference, double Tolerance, string Basis)
{
    private const double Rounding = 1e-12;      // of the arithmetic, where a range ends at what is exact

    /// <summary>A printed number, as good as its last digit.</summary>
    /// <param name="reference">The number.</param>
    /// <param name="lastDigit">What one of its last digit is worth.</param>
    public static Expected Printed(double reference, double lastDigit) => new(reference, lastDigit, "last digit of the print");

    /// <summary>A number with a share of it as spread.</summary>
    /// <param name="reference">The number.</param>
    /// <param name="percent">The share, %.</param>
    /// <param name="basis">Where that spread comes from.</param>
    public static Expected Percent(double reference, double percent, string basis) => new(reference, Math.Abs(reference) * percent / 100, basis);

    /// <summary>A range that the source prints: its middle, give or take half of it.</summary>
    public static Expected Range(double lowest, double highest) => new((lowest + highest) / 2, (highest - lowest) / 2, "range of the source");

    /// <summary>How often something is as observed; anything less fails.</summary>
    public static Expected Count(int times) => new(times, 0, "order, not size");

    /// <summary>Whether a number is close enough.</summary>
    public bool IsMetBy(double ours) => Math.Abs(ours - Reference) <= Tolerance + (Rounding * Math.Abs(Reference));
}
