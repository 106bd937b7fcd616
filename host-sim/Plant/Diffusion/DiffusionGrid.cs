using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Diffusion;

/// <summary>
/// Finite volumes of a particle or film of length 1, thinner towards the faces that lithium enters by, because there the
/// profile is steep after every change of current.
/// </summary>
/// <remarks>
/// A sphere runs from its centre (volume 0) to its surface (last volume); a film from the collector face to the electrolyte
/// face. A volume's value stands at its centroid, which keeps the scheme of second order on the graded grid. In a sphere the
/// distance from the outermost centroid to the surface is chosen such that the surface stands off the mean under a steady flux
/// by exactly what it does in a true sphere, a fifth of flux times radius over diffusivity: ten volumes then do as well as thirty.
/// </remarks>
public sealed class DiffusionGrid
{
    /// <summary>Fewest volumes that still make a profile.</summary>
    public const int FewestVolumes = 8;

    /// <summary>Most volumes that make sense.</summary>
    public const int MostVolumes = 2000;

    private const double FilmGrading = 1.5;
    private const double SphereGrading = 2.5;
    private const double SteadyExcess = 1.0 / 5;

    /// <summary>Divides a shape into volumes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Volumes outside <see cref="FewestVolumes"/> to <see cref="MostVolumes"/>.</exception>
    public DiffusionGrid(DiffusionGeometry geometry, int volumes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(volumes, FewestVolumes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(volumes, MostVolumes);

        bool sphere = geometry == DiffusionGeometry.Sphere;
        var faces = new double[volumes + 1];
        for (int k = 0; k <= volumes; k++)
        {
            double part = (double)k / volumes;
            faces[k] = sphere ? Graded(part, SphereGrading)
                : part <= 0.5 ? 0.5 * (1 - Graded(1 - (2 * part), FilmGrading))
                : 0.5 * (1 + Graded((2 * part) - 1, FilmGrading));
        }

        Sizes = new double[volumes];
        var centroids = new double[volumes];
        for (int k = 0; k < volumes; k++)
        {
            double low = faces[k];
            double high = faces[k + 1];
            Sizes[k] = sphere ? (Math.Pow(high, 3) - Math.Pow(low, 3)) / 3 : high - low;
            centroids[k] = sphere ? (Math.Pow(high, 4) - Math.Pow(low, 4)) / (4 * Sizes[k]) : 0.5 * (low + high);
            TotalSize += Sizes[k];
        }

        Conductances = new double[volumes];
        for (int k = 0; k < volumes - 1; k++)
        {
            double area = sphere ? faces[k + 1] * faces[k + 1] : 1;
            Conductances[k] = area / (centroids[k + 1] - centroids[k]);
        }

        SurfaceDistance = sphere ? SteadyExcess - OutermostExcess() : 1 - centroids[^1];
    }

    /// <summary>Size of each volume: of the unit ball over 4π, or of the unit film.</summary>
    public double[] Sizes { get; }

    /// <summary>Sum of <see cref="Sizes"/>: 1/3 in a ball, 1 in a film.</summary>
    public double TotalSize { get; }

    /// <summary>Face area over distance of centroids, between volume k and k + 1; 0 for the last.</summary>
    public double[] Conductances { get; }

    /// <summary>Distance of the surface (the electrolyte face) from the outermost centroid.</summary>
    public double SurfaceDistance { get; }

    // Even steps of the argument, shrinking steps of the result towards 1.
    private static double Graded(double part, double grading) => 1 - Math.Pow(1 - part, grading);

    // How far the outermost volume stands off the mean under a steady flux 1 into a sphere of diffusivity 1.
    private double OutermostExcess()
    {
        double inside = 0;
        double value = 0;
        double sum = 0;
        for (int k = 0; k < Sizes.Length - 1; k++)
        {
            inside += Sizes[k] / TotalSize;
            value += inside / Conductances[k];
            sum += value * Sizes[k + 1];
        }

        return value - (sum / TotalSize);
    }
}
