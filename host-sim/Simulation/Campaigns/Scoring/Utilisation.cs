using System;
using System.Collections.Generic;

namespace Bms.Simulation.Campaigns.Scoring;

/// <summary>How much of what could be moved was moved, in the seconds in which not everything could be.</summary>
/// <param name="Ours">Charge that was moved in those seconds, A s.</param>
/// <param name="Ideal">Charge that the clairvoyant controller moved in them, A s.</param>
/// <param name="Seconds">Their number.</param>
public readonly record struct Utilisation(double Ours, double Ideal, int Seconds)
{
    /// <summary>One over the other, percent, at most 100; not a number where the clairvoyant moved nothing to speak of.</summary>
    /// <remarks>Above 100 would be charge that the clairvoyant had moved before, while it was not limited.</remarks>
    /// <param name="least">Least charge to be worth a ratio, A s.</param>
    public double Percent(double least) => Ideal > least ? Math.Min(100, 100 * Ours / Ideal) : double.NaN;

    /// <summary>Compares two runs of the same request.</summary>
    /// <param name="ours">Charge moved in each second, A s.</param>
    /// <param name="ideal">The same of the clairvoyant controller.</param>
    /// <param name="limited">Seconds in which that one was limited.</param>
    /// <exception cref="ArgumentException">The runs are not of the same length.</exception>
    public static Utilisation Of(IReadOnlyList<double> ours, IReadOnlyList<double> ideal, IReadOnlyList<bool> limited)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(ideal);
        ArgumentNullException.ThrowIfNull(limited);
        if (ours.Count != ideal.Count || limited.Count != ideal.Count)
        {
            throw new ArgumentException($"runs of {ours.Count}, {ideal.Count} and {limited.Count} seconds can't be compared");
        }

        double moved = 0;
        double possible = 0;
        int seconds = 0;
        for (int second = 0; second < limited.Count; second++)
        {
            if (limited[second])
            {
                moved += ours[second];
                possible += ideal[second];
                seconds++;
            }
        }

        return new Utilisation(moved, possible, seconds);
    }
}
