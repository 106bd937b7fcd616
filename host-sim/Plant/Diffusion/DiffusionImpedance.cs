using System;
using System.Numerics;
using Bms.Plant.Parameters;

namespace Bms.Plant.Diffusion;

/// <summary>How the surface of a particle or film follows a small alternating flow of lithium: the closed solution.</summary>
/// <remarks>With m = L sqrt(jω/D), per rise of the mean stoichiometry r: sphere x/r = L²/(3 D (m coth m - 1)); film with the share a
/// at the electrolyte face x/r = L²/(D m) (a coth m + (1 - a)/sinh m). Slow, both become 1/(jω) and a resistance.</remarks>
public static class DiffusionImpedance
{
    // Beyond it a wave that enters at one face does not reach the other.
    private const double Deep = 40;

    /// <summary>Rise of the surface stoichiometry per rate of the mean, s.</summary>
    /// <param name="positive">The electrode.</param>
    /// <param name="diffusivity">D there, m²/s.</param>
    /// <param name="angular">Angular frequency, rad/s, above 0.</param>
    public static Complex Response(PositiveElectrode positive, double diffusivity, double angular)
    {
        ArgumentNullException.ThrowIfNull(positive);
        double time = positive.DiffusionLength * positive.DiffusionLength / diffusivity;
        var depth = Complex.Sqrt(new Complex(0, angular * time));
        Complex fading = depth.Real > Deep ? Complex.Zero : Complex.Exp(-2 * depth);
        Complex coth = (1 + fading) / (1 - fading);
        if (positive.Geometry == DiffusionGeometry.Sphere)
        {
            // Slow, m coth m - 1 loses all its digits to the 1: its series.
            Complex square = depth * depth;
            Complex excess = depth.Magnitude < 0.03 ? square / 3 * (1 - (square / 15)) : (depth * coth) - 1;
            return time / (3 * excess);
        }

        double share = positive.FluxSplit;
        Complex cosecant = depth.Real > Deep ? Complex.Zero : 2 * Complex.Exp(-depth) / (1 - fading);
        return time / depth * ((share * coth) + ((1 - share) * cosecant));
    }
}
