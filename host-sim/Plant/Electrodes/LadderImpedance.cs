using System;
using System.Numerics;
using Bms.Plant.Cells;

namespace Bms.Plant.Electrodes;

/// <summary>The equations of <see cref="TransmissionLine"/> made linear: which part of a small alternating current takes which depth.</summary>
/// <remarks>Every depth of the cell is cut into finer ones of the same kind, so that the line stays one at frequencies at which
/// the current no longer reaches through a depth.</remarks>
public static class LadderImpedance
{
    private const int PiecesPerDepth = 16;

    /// <summary>Impedance of a composite electrode.</summary>
    /// <param name="law">With the lumped rails.</param>
    /// <param name="kinetics">Charge transfer with its double layer of every depth, Ohm.</param>
    /// <param name="diffusion">Diffusion behind it of every depth, as the whole current of the depth sees it, Ohm.</param>
    /// <returns>Its terms, mean over the ways through all depths, Ohm; they add up to the impedance.</returns>
    public static LadderTerms Of(in TerminalLaw law, ReadOnlySpan<Complex> kinetics, ReadOnlySpan<Complex> diffusion)
    {
        int count = kinetics.Length == 1 ? 1 : kinetics.Length * PiecesPerDepth;
        int pieces = count / kinetics.Length;
        Rails rails = Rails.Between(law, count);
        var interfaces = new Complex[count];
        for (int k = 0; k < count; k++)
        {
            interfaces[k] = pieces * (kinetics[k / pieces] + diffusion[k / pieces]);
        }

        Complex[] faces = Faces(rails, interfaces);
        return Terms(law, faces, kinetics, diffusion, pieces);
    }

    // Ionic current between neighbouring depths, of a current 1 through all: Thomas' algorithm on the meshes.
    private static Complex[] Faces(in Rails rails, Complex[] interfaces)
    {
        int meshes = interfaces.Length - 1;
        var faces = new Complex[meshes];
        var factor = new Complex[meshes];
        for (int f = 0; f < meshes; f++)
        {
            Complex here = interfaces[f];
            Complex pivot = here + interfaces[f + 1] + rails.Ionic + rails.Electronic;
            Complex load = rails.Electronic + (f == 0 ? here : 0);
            if (f > 0)
            {
                pivot -= here * factor[f - 1];
                load += here * faces[f - 1];
            }

            factor[f] = interfaces[f + 1] / pivot;
            faces[f] = load / pivot;
        }

        for (int f = meshes - 2; f >= 0; f--)
        {
            faces[f] += factor[f] * faces[f + 1];
        }

        return faces;
    }

    private static LadderTerms Terms(
        in TerminalLaw law, Complex[] faces, ReadOnlySpan<Complex> kinetics, ReadOnlySpan<Complex> diffusion, int pieces)
    {
        int count = faces.Length + 1;
        Complex kineticSum = 0;
        Complex diffusionSum = 0;
        Complex ionic = Rails.EndShare(count);
        Complex electronic = ionic;
        Complex above = 1;
        for (int k = 0; k < count; k++)
        {
            Complex below = k < faces.Length ? faces[k] : 0;
            Complex taken = above - below;
            kineticSum += taken * kinetics[k / pieces];
            diffusionSum += taken * diffusion[k / pieces];
            ionic += below * (count - 1 - k) / count;
            electronic += k < faces.Length ? (1 - below) * (k + 1) / count : 0;
            above = below;
        }

        double depths = (double)count / pieces;
        return new LadderTerms(
            kineticSum / depths, diffusionSum / depths, 3.0 / count * law.IonicRail * ionic, 3.0 / count * law.ElectronicRail * electronic);
    }
}
