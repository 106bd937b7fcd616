using System;
using System.Collections.Generic;

namespace Bms.Simulation.Laboratory;

/// <summary>Fits V = a + b sqrt(t) + c t to the begin of a pulse by least squares.</summary>
/// <remarks>b is the slope of Weppner and Huggins 1977 (semi-infinite diffusion); c takes the first effect of a particle's curvature
/// or a film's thickness, a the drop that follows the current at once.</remarks>
public static class RootOfTimeFit
{
    private const int Terms = 3;

    /// <summary>The slope b, V s^-0.5; not a number with fewer than four points.</summary>
    /// <param name="points">Time since the start of the pulse, s, and voltage, V.</param>
    /// <param name="until">Points later than this are left out, s.</param>
    public static double Slope(IReadOnlyList<(double Time, double Voltage)> points, double until)
    {
        ArgumentNullException.ThrowIfNull(points);
        var normal = new double[Terms, Terms + 1];
        double scale = Math.Sqrt(until);
        int used = 0;
        Span<double> row = stackalloc double[Terms];
        foreach ((double time, double voltage) in points)
        {
            if (time > until)
            {
                continue;
            }

            used++;
            double root = Math.Sqrt(time) / scale;
            (row[0], row[1], row[2]) = (1, root, root * root);
            for (int i = 0; i < Terms; i++)
            {
                for (int j = 0; j < Terms; j++)
                {
                    normal[i, j] += row[i] * row[j];
                }

                normal[i, Terms] += row[i] * (voltage - points[0].Voltage);
            }
        }

        return used > Terms ? Solve(normal)[1] / scale : double.NaN;
    }

    // Gauss; the normal matrix is positive definite and needs no pivots.
    private static double[] Solve(double[,] matrix)
    {
        for (int pivot = 0; pivot < Terms; pivot++)
        {
            for (int row = pivot + 1; row < Terms; row++)
            {
                double factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (int column = pivot; column <= Terms; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }
            }
        }

        var solution = new double[Terms];
        for (int row = Terms - 1; row >= 0; row--)
        {
            double rest = matrix[row, Terms];
            for (int column = row + 1; column < Terms; column++)
            {
                rest -= matrix[row, column] * solution[column];
            }

            solution[row] = rest / matrix[row, row];
        }

        return solution;
    }
}
