using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Bms.Simulation.Laboratory.Spectra;

/// <summary>
/// The distribution of relaxation times behind an impedance spectrum: which resistances relax with which time constants. It tells arcs
/// apart that lie over each other in a Nyquist plot.
/// </summary>
/// <remarks>Z = R∞ + 1/(jωC) + Σ R_k / (1 + jωτ_k) with no term below zero: any network of resistors and capacitors has this form.
/// First over an even grid of τ, then over ever finer ones around what was found. Spikes close together are one relaxation.</remarks>
public static class RelaxationTimes
{
    private const double CoarseStep = 0.04;      // decades
    private const double BeyondDecades = 0.5;
    private const int Rounds = 3;
    private const int Refinement = 5;
    private const double OneRelaxation = 0.05;   // decades
    private const double SmallestShare = 1e-4;   // of the whole resistance

    /// <summary>The relaxations, from the fastest to the slowest.</summary>
    /// <param name="spectrum">Frequency, Hz, and impedance.</param>
    public static IReadOnlyList<Relaxation> Of(IReadOnlyList<(double Frequency, Complex Impedance)> spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        double fastest = -Math.Log10(2 * Math.PI * spectrum.Max(point => point.Frequency)) - BeyondDecades;
        double slowest = -Math.Log10(2 * Math.PI * spectrum.Min(point => point.Frequency)) + BeyondDecades;
        double[] measured = [.. spectrum.SelectMany(point => Parts(point.Impedance / Complex.Abs(point.Impedance)))];
        double[] grid = [.. Enumerable.Range(0, (int)((slowest - fastest) / CoarseStep) + 1).Select(k => fastest + (k * CoarseStep))];
        double[] found = Solve(spectrum, measured, grid);
        double step = CoarseStep;
        for (int round = 0; round < Rounds; round++)
        {
            double fine = step / Refinement;
            grid =
            [
                .. grid.Where((_, k) => found[k] > 0)
                    .SelectMany(logarithm => Enumerable.Range(-Refinement, (2 * Refinement) + 1).Select(k => (long)Math.Round(logarithm / fine) + k))
                    .Distinct().Order().Select(node => node * fine),
            ];
            found = Solve(spectrum, measured, grid);
            step = fine;
        }

        return Joined(grid, found);
    }

    private static double[] Solve(IReadOnlyList<(double Frequency, Complex Impedance)> spectrum, double[] measured, double[] grid)
    {
        double[][] columns =
        [
            Column(spectrum, _ => Complex.One),
            Column(spectrum, omega => 1 / new Complex(0, omega)),
            .. grid.Select(logarithm => Math.Pow(10, logarithm)).Select(time => Column(spectrum, omega => 1 / new Complex(1, omega * time))),
        ];
        return NonNegativeLeastSquares.Solve(columns, measured)[2..];
    }

    private static double[] Column(IReadOnlyList<(double Frequency, Complex Impedance)> spectrum, Func<double, Complex> term) =>
        [.. spectrum.SelectMany(point => Parts(term(2 * Math.PI * point.Frequency) / Complex.Abs(point.Impedance)))];

    private static double[] Parts(Complex value) => [value.Real, value.Imaginary];

    private static List<Relaxation> Joined(double[] grid, double[] resistances)
    {
        var joined = new List<Relaxation>();
        double least = SmallestShare * resistances.Sum();
        int[] spikes = [.. Enumerable.Range(0, grid.Length).Where(k => resistances[k] > 0)];
        for (int k = 0; k < spikes.Length;)
        {
            double resistance = 0;
            double logarithm = 0;
            double last = grid[spikes[k]];
            for (; k < spikes.Length && grid[spikes[k]] - last <= OneRelaxation; k++)
            {
                last = grid[spikes[k]];
                resistance += resistances[spikes[k]];
                logarithm += resistances[spikes[k]] * last;
            }

            if (resistance > least)
            {
                joined.Add(new Relaxation(Math.Pow(10, logarithm / resistance), resistance));
            }
        }

        return joined;
    }
}
