using System;
using System.Collections.Generic;

namespace Bms.Simulation.Laboratory.Spectra;

/// <summary>Least squares with no unknown below zero.</summary>
/// <remarks>Lawson and Hanson 1974: unknowns enter one by one where they help most, and leave where they would fall below zero. The
/// systems between are solved by Householder reflections, since neighbouring columns may be almost alike.</remarks>
public static class NonNegativeLeastSquares
{
    private const double Tolerance = 1e-12;

    /// <summary>The x of least |A x - b| with x not below 0.</summary>
    /// <param name="columns">Columns of A, each as long as b.</param>
    /// <param name="right">b.</param>
    public static double[] Solve(double[][] columns, double[] right)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(right);
        var solution = new double[columns.Length];
        var passive = new List<int>();
        double[] residual = [.. right];
        double small = Tolerance * Norm(right);
        for (int iteration = 0; iteration < 3 * columns.Length; iteration++)
        {
            int entering = Steepest(columns, residual, passive, small);
            if (entering < 0)
            {
                break;
            }

            passive.Add(entering);
            double[] trial = LeastSquares(columns, passive, right);
            if (trial[^1] <= 0)
            {
                passive.RemoveAt(passive.Count - 1);   // round-off: it helps in name only
                break;
            }

            while (Step(solution, trial, passive))
            {
                trial = LeastSquares(columns, passive, right);
            }

            for (int k = 0; k < passive.Count; k++)
            {
                solution[passive[k]] = trial[k];
            }

            Subtract(columns, solution, passive, right, residual);
        }

        return solution;
    }

    private static int Steepest(double[][] columns, double[] residual, List<int> passive, double small)
    {
        int steepest = -1;
        double most = 0;
        for (int k = 0; k < columns.Length; k++)
        {
            if (!passive.Contains(k))
            {
                double slope = Dot(columns[k], residual) / Norm(columns[k]);
                if (slope > most)
                {
                    (steepest, most) = (k, slope);
                }
            }
        }

        return most > small ? steepest : -1;
    }

    // Goes towards the trial as far as no unknown falls below zero; those that reach it leave. False if all of the way is free.
    private static bool Step(double[] solution, double[] trial, List<int> passive)
    {
        double part = 1;
        for (int k = 0; k < passive.Count; k++)
        {
            double now = solution[passive[k]];
            if (trial[k] <= 0)
            {
                part = Math.Min(part, now / (now - trial[k]));
            }
        }

        if (part >= 1)
        {
            return false;
        }

        for (int k = passive.Count - 1; k >= 0; k--)
        {
            int unknown = passive[k];
            solution[unknown] += part * (trial[k] - solution[unknown]);
            if (trial[k] <= 0 && solution[unknown] <= 1e-14 * Math.Abs(trial[k]) + double.Epsilon)
            {
                solution[unknown] = 0;
                passive.RemoveAt(k);
            }
        }

        return true;
    }

    private static double[] LeastSquares(double[][] columns, List<int> chosen, double[] right)
    {
        int rows = right.Length;
        double[][] matrix = [.. chosen.ConvertAll(k => (double[])columns[k].Clone())];
        double[] target = [.. right];
        for (int k = 0; k < matrix.Length; k++)
        {
            double[] pivot = matrix[k];
            double length = 0;
            for (int row = k; row < rows; row++)
            {
                length += pivot[row] * pivot[row];
            }

            length = pivot[k] > 0 ? -Math.Sqrt(length) : Math.Sqrt(length);
            double first = pivot[k] - length;
            double half = -length * first;
            pivot[k] = first;
            for (int other = k + 1; half > 0 && other <= matrix.Length; other++)
            {
                double[] column = other < matrix.Length ? matrix[other] : target;
                double along = 0;
                for (int row = k; row < rows; row++)
                {
                    along += pivot[row] * column[row];
                }

                along /= half;
                for (int row = k; row < rows; row++)
                {
                    column[row] -= along * pivot[row];
                }
            }

            pivot[k] = length;   // what is below it is not read again
        }

        var solution = new double[matrix.Length];
        for (int k = matrix.Length - 1; k >= 0; k--)
        {
            double rest = target[k];
            for (int other = k + 1; other < matrix.Length; other++)
            {
                rest -= matrix[other][k] * solution[other];
            }

            solution[k] = matrix[k][k] == 0 ? 0 : rest / matrix[k][k];
        }

        return solution;
    }

    private static void Subtract(double[][] columns, double[] solution, List<int> passive, double[] right, double[] residual)
    {
        right.CopyTo(residual, 0);
        foreach (int k in passive)
        {
            for (int row = 0; row < residual.Length; row++)
            {
                residual[row] -= solution[k] * columns[k][row];
            }
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int k = 0; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }

    private static double Norm(double[] vector) => Math.Sqrt(Dot(vector, vector));
}
