using System;
using System.Numerics;

namespace Bms.Plant.Electrodes;

/// <summary>Charge transfer at an interface and the double layer beside it, both fed by one current.</summary>
/// <remarks>
/// Review Eq. 11 and 15 with α = 0.5: C dη/dt = i - 2 i0 sinh(η/κ), κ = 2RT/F. While the current stays, w = exp(η/κ) follows a
/// Riccati equation, whose solution is closed: (w - p)/(w + 1/p) decays as exp(-t sqrt(i² + 4 i0²)/(κ C)), where p = exp(η∞/κ)
/// and η∞ = κ asinh(i / 2 i0). So no step is too long for a double layer, and none too short.
/// </remarks>
/// <param name="Exchange">Exchange current i0, A.</param>
/// <param name="Scale">κ, V.</param>
/// <param name="Capacitance">C, F; 0: no double layer.</param>
public readonly record struct ChargeTransfer(double Exchange, double Scale, double Capacitance)
{
    // Time constants after which nothing is left in double precision.
    private const double Settled = 40;

    // Below this the series of asinh is exact to double precision, and its logarithm no longer.
    private const double SmallRatio = 1e-3;

    private const double Rounding = 1e-9;

    // Time constants before which a double layer has hardly begun: what it neglects is half of this.
    private const double AtOnce = 1e-5;

    /// <summary>Differential conductance of the charge transfer at an overpotential, S.</summary>
    public double Conductance(double overpotential) => 2 * Exchange / Scale * Math.Cosh(overpotential / Scale);

    /// <summary>Impedance of charge transfer and double layer around an overpotential, Ohm.</summary>
    /// <param name="overpotential">The overpotential, V.</param>
    /// <param name="angular">Angular frequency, rad/s.</param>
    public Complex Impedance(double overpotential, double angular) =>
        1 / new Complex(Conductance(overpotential), angular * Capacitance);

    /// <summary>Overpotential some time after a current began, V.</summary>
    /// <param name="seconds">The time, s, not negative.</param>
    /// <param name="current">The current since, A.</param>
    /// <param name="held">Overpotential at the beginning, V.</param>
    /// <param name="slope">Its derivative by the current, Ohm.</param>
    /// <param name="transferred">Mean current of charge transfer since, A; the rest went into the double layer.</param>
    /// <param name="transferredSlope">Its derivative by the current, 0..1.</param>
    public double After(double seconds, double current, double held, out double slope, out double transferred, out double transferredSlope)
    {
        double ratio = current / (2 * Exchange);
        double root = Math.Sqrt(1 + (ratio * ratio));
        double decay = Capacitance > 0 ? 2 * Exchange * root * seconds / (Scale * Capacitance) : double.PositiveInfinity;
        double overpotential;
        if (decay < AtOnce)
        {
            transferred = 2 * Exchange * Math.Sinh(held / Scale);
            transferredSlope = 0;
            slope = seconds / Capacitance;
            return held + ((current - transferred) * slope);
        }

        if (decay > Settled)
        {
            slope = Scale / (2 * Exchange * root);
            overpotential = Scale * InverseSinh(ratio, root);
        }
        else
        {
            // Mirrored so that the current is not negative.
            double sign = ratio < 0 ? -1 : 1;
            overpotential = sign * Scale * Relaxed(Math.Abs(ratio), root, decay, sign * held / Scale, out double rise);
            slope = Scale / (2 * Exchange) * rise;
        }

        double stored = Capacitance > 0 ? Capacitance / seconds : 0;
        transferred = current - (stored * (overpotential - held));
        transferredSlope = Math.Max(0, 1 - (stored * slope));
        return overpotential;
    }

    // The library's costs more than all else here; root is that of 1 + ratio².
    private static double InverseSinh(double ratio, double root)
    {
        double size = Math.Abs(ratio);
        double square = ratio * ratio;
        return size < SmallRatio ? ratio * (1 - (square * (1 - (0.45 * square)) / 6)) : Math.CopySign(Math.Log(size + root), ratio);
    }

    // η/κ and its derivative by the ratio i/2i0.
    private static double Relaxed(double ratio, double root, double decay, double start, out double rise)
    {
        double p = ratio + root;
        double inverse = 1 / p;
        double began = Math.Exp(start);
        double span = began + inverse;
        double left = Math.Exp(-decay);
        double initial = (began - p) / span;
        double q = initial * left;
        double rest = 1 - q;
        double numerator = p + (q * inverse);
        double w = numerator / rest;

        double initialRise = -2 * ((began * ratio) + 1) / (root * span * span);
        double qRise = left * (initialRise - (initial * decay * ratio / (root * root)));
        double wRise = ((((p - (q * inverse)) / root) + (qRise * inverse)) / rest) + (numerator * qRise / (rest * rest));

        // On its way from the start to the end; only extreme values lose it to rounding.
        double end = Math.Log(p);
        double found = Math.Log(w);
        double room = Rounding * (1 + Math.Abs(start) + end);
        if (found >= Math.Min(start, end) - room && found <= Math.Max(start, end) + room)
        {
            rise = Math.Max(0, wRise / w);
            return found;
        }

        rise = 0;
        return left > 0.5 ? start : end;
    }
}
