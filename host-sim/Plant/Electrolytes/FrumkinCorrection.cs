using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrolytes;

/// <summary>What a diffuse layer of charge beside an electrode adds to the overpotential of Butler-Volmer charge transfer.</summary>
/// <remarks>
/// Review Eqs. 13-14, after Bazant 2005 and van Soestbergen 2010: the electron sees only the potential across the compact (Stern) layer,
/// the reaction only the ions at its plane. With f = F/RT, α = 0.5 and no charge at equilibrium,
/// i = i0 exp(f Δφ_S/2) (1 - exp(-f η)), η = Δφ_S + Δφ_D, and Gauss joins the layers: f Δφ_S = 2 δ sinh(f Δφ_D/2), where δ is the
/// thickness of the compact layer over the Debye length (review Eq. 4). In terms of d = f Δφ_D/2: i/2i0 = exp(-d) sinh(d + δ sinh d).
/// To first order this is Butler-Volmer whatever δ is, so charge-transfer resistances stay; with δ large it is Butler-Volmer, with δ
/// small the oxidation current saturates at i0. Kept as a table of η - κ asinh(i/2i0) over asinh(i/2i0).
/// </remarks>
public sealed class FrumkinCorrection
{
    private const double Reach = 20;
    private const int Intervals = 2000;
    private const double Step = 2 * Reach / Intervals;

    private readonly double[] _shift = new double[Intervals + 1];

    /// <summary>Prepares the correction for a ratio of layers.</summary>
    /// <param name="ratio">Compact over diffuse layer, δ, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public FrumkinCorrection(double ratio)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        for (int k = 0; k <= Intervals; k++)
        {
            double argument = -Reach + (k * Step);
            double diffuse = Diffuse(argument, ratio);
            _shift[k] = diffuse + (ratio * Math.Sinh(diffuse)) - argument;
        }
    }

    /// <summary>The correction of an electrolyte's interfaces; null without a compact layer, which is plain Butler-Volmer.</summary>
    /// <param name="parameters">The cell.</param>
    public static FrumkinCorrection? Of(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Electrolyte electrolyte = parameters.Electrolyte;
        return electrolyte.CompactLayer > 0
            ? new FrumkinCorrection(electrolyte.CompactLayer / electrolyte.DebyeLength(parameters.ReferenceTemperature))
            : null;
    }

    /// <summary>Overpotential beyond Butler-Volmer at a current, V.</summary>
    /// <param name="current">Current, A, positive to oxidise.</param>
    /// <param name="exchange">Exchange current, A.</param>
    /// <param name="scale">κ = 2RT/F, V.</param>
    public double At(double current, double exchange, double scale)
    {
        double argument = Math.Asinh(current / (2 * exchange));
        double position = Math.Clamp((argument + Reach) / Step, 0, Intervals - 1e-9);
        int point = (int)position;
        return scale * (_shift[point] + ((position - point) * (_shift[point + 1] - _shift[point])));
    }

    // d at which exp(-d) sinh(d + δ sinh d) is the sinh of the argument: halving, because the left side rises.
    private static double Diffuse(double argument, double ratio)
    {
        double low = Math.Min(0, argument - Reach);
        double high = Math.Max(0, argument + Reach);
        for (int halving = 0; halving < 100; halving++)
        {
            double middle = 0.5 * (low + high);
            bool isLess = Sinh(middle, ratio) < argument;
            low = isLess ? middle : low;
            high = isLess ? high : middle;
        }

        return 0.5 * (low + high);
    }

    // asinh of exp(-d) sinh(d + δ sinh d) without overflow.
    private static double Sinh(double diffuse, double ratio)
    {
        double sum = diffuse + (ratio * Math.Sinh(diffuse));
        double size = Math.Abs(sum);
        double exponent = size - diffuse;
        return Math.Sign(sum) * (exponent > Reach ? exponent : Math.Asinh(0.5 * Math.Exp(exponent) * (1 - Math.Exp(-2 * size))));
    }
}
