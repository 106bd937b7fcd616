using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Bms.Simulation.Laboratory.Spectra;

/// <summary>
/// The distribution of relaxation times behind an impedance spectrum: which resistances relax with which time constants. It tells arcs
/// apart that lie over each other in a Nyquist plot.
/// </summary>
/// <remarks>Z = R∞ + 1/(jωC) + Σ R_k / (1 + jωτ_k) with no term below zero, over a dense grid of τ: any network of resistors and
/// capacitors has this form. Spikes on neighbouring grid points are one relaxation between them.</remarks>
public static class RelaxationTimes
{
    private const int PerDecade = 24;
    private const double BeyondDecades = 0.5;
    private const double SmallestShare = 1e-4;   // of the whole resistance

    /// <summary>The relaxations, from the fastest to the slowest.</summary>
    /// <param name="spectrum">Frequency, Hz, and impedance.</param>
    public static IReadOnlyList<Relaxation> Of(IReadOnlyList<(double Frequency, Complex Impedance)> spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        double fastest = Math.Log10(1 / (2 * Math.PI * spectrum.Max(point => point.Frequency))) - BeyondDecades;
        double slowest = Math.Log10(1 / (2 * Math.PI * spectrum.Min(point => point.Frequency))) + BeyondDecades;
        double[] times = [.. Enumerable.Range(0, (int)((slowest - fastest) * PerDecade) + 1).Select(k => Math.Pow(10, fastest + ((double)k / PerDecade)))];
        double[][] columns =
        [
            Column(spectrum, _ => Complex.One),
            Column(spectrum, omega => 1 / new Complex(0, omega)),
            .. times.Select(time => Column(spectrum, omega => 1 / new Complex(1, omega * time))),
        ];
        double[] measured = [.. spectrum.SelectMany(point => Parts(point.Impedance / Complex.Abs(point.Impedance)))];
        double[] found = NonNegativeLeastSquares.Solve(columns, measured);
        return Joined(times, found[2..]);
    }

    private static double[] Column(IReadOnlyList<(double Frequency, Complex Impedance)> spectrum, Func<double, Complex> term) =>
        [.. spectrum.SelectMany(point => Parts(term(2 * Math.PI * point.Frequency) / Complex.Abs(point.Impedance)))];

    private static double[] Parts(Complex value) => [value.Real, value.Imaginary];

    private static List<Relaxation> Joined(double[] times, double[] resistances)
    {
        var joined = new List<Relaxation>();
        double least = SmallestShare * resistances.Sum();
        for (int k = 0; k < times.Length; k++)
        {
            double resistance = 0;
            double logarithm = 0;
            for (; k < times.Length && resistances[k] > 0; k++)
            {
                resistance += resistances[k];
                logarithm += resistances[k] * Math.Log(times[k]);
            }

            if (resistance > least)
            {
                joined.Add(new Relaxation(Math.Exp(logarithm / resistance), resistance));
            }
        }

        return joined;
    }
}
