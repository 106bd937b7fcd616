using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Plant.Parameters;

namespace Bms.Profiles;

/// <summary>The firmware's graded diffusion grid in units of the diffusion length.</summary>
/// <param name="Fractions">Share of the sites in each volume, inner (or collector side) first.</param>
/// <param name="FaceConductances">Area over distance of each inner face, over the whole volume.</param>
/// <param name="SurfaceDistance">Stoichiometry from the outermost volume to the surface per share that enters in a step of mobility 1.</param>
/// <remarks>Particle: shells that shrink by 1.5 towards the surface, whose last half distance is set so that the quasi-steady
/// excess of the surface over the mean is q R / 5 D. Film: widths 2 4 4 2.5 1.5 1, finest at the electrolyte's face.</remarks>
public sealed record GradedGrid(double[] Fractions, double[] FaceConductances, double SurfaceDistance)
{
    /// <summary>The grid of a geometry.</summary>
    public static GradedGrid For(DiffusionGeometry geometry) => geometry == DiffusionGeometry.Sphere ? Sphere(1.5) : Film();

    private static GradedGrid Sphere(double ratio)
    {
        double[] faces = Faces(Enumerable.Range(0, Grid.Volumes).Select(k => Math.Pow(ratio, Grid.Volumes - 1 - k)).ToArray());
        double[] centres = Centres(faces);
        double[] fractions = Enumerable.Range(0, Grid.Volumes).Select(k => Math.Pow(faces[k + 1], 3) - Math.Pow(faces[k], 3)).ToArray();
        double[] conductances = Enumerable.Range(0, Grid.Volumes - 1).Select(k => 3 * faces[k + 1] * faces[k + 1] / (centres[k + 1] - centres[k])).ToArray();

        // quasi-steady: the flux through radius r is q r
        double[] profile = new double[Grid.Volumes];
        for (int k = 1; k < Grid.Volumes; k++)
        {
            profile[k] = profile[k - 1] + (faces[k] * (centres[k] - centres[k - 1]));
        }

        double mean = profile.Zip(fractions, (x, w) => x * w).Sum();
        double distance = 0.2 - (profile[^1] - mean);
        return new GradedGrid(fractions, conductances, distance / 3);
    }

    private static GradedGrid Film()
    {
        double[] faces = Faces([2, 4, 4, 2.5, 1.5, 1]);
        double[] centres = Centres(faces);
        double[] fractions = Enumerable.Range(0, Grid.Volumes).Select(k => faces[k + 1] - faces[k]).ToArray();
        double[] conductances = Enumerable.Range(0, Grid.Volumes - 1).Select(k => 1 / (centres[k + 1] - centres[k])).ToArray();
        return new GradedGrid(fractions, conductances, fractions[^1] / 2);
    }

    private static double[] Faces(double[] widths)
    {
        double[] faces = new double[widths.Length + 1];
        for (int k = 0; k < widths.Length; k++)
        {
            faces[k + 1] = faces[k] + (widths[k] / widths.Sum());
        }

        return faces;
    }

    private static double[] Centres(double[] faces)
        => Enumerable.Range(0, faces.Length - 1).Select(k => (faces[k] + faces[k + 1]) / 2).ToArray();
}
