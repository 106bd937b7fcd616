using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Profiles;

/// <summary>The nodes at which the firmware tabulates what depends on stoichiometry: potential, entropy and kinetics.</summary>
/// <remarks>They are the parameter set's own nodes of the potential, between which it is straight: thinned where they are too
/// many, and joined by others where the other two bend, as kinetics do where lithium or its sites run out.</remarks>
internal static class StoichiometryNodes
{
    private const int Most = 192;
    private const int MostOfPotential = 144;       // the others bend where the potential may be straight
    private const double Tolerance = 1e-4;         // V
    private const double KineticVoltage = 0.06;    // V: a relative error of the shape costs at most 2RT/F times it
    private const double TemperatureSpan = 50;     // K from the reference
    private const double BesideWindow = 0.05;
    private const double NoSites = 1e-4;

    /// <summary>The nodes of an electrode, rising.</summary>
    public static double[] Of(PositiveElectrode positive)
    {
        Table potential = positive.OpenCircuitPotential;
        double first = Math.Max(0, potential.Nodes[0]);
        double last = Math.Min(1, potential.Nodes[^1]);
        List<double> nodes = [first, .. potential.Nodes.ToArray().Where(x => x > first && x < last), last];
        while (nodes.Count > MostOfPotential)
        {
            nodes.RemoveAt(Enumerable.Range(1, nodes.Count - 2).MinBy(k => Sag(potential.At, nodes[k - 1], nodes[k], nodes[k + 1])));
        }

        while (nodes.Count < Most)
        {
            int worst = Enumerable.Range(0, nodes.Count - 1).MaxBy(k => Error(positive, nodes[k], nodes[k + 1]));
            if (Error(positive, nodes[worst], nodes[worst + 1]) < Tolerance)
            {
                break;
            }

            nodes.Insert(worst + 1, (nodes[worst] + nodes[worst + 1]) / 2);
        }

        return [.. nodes];
    }

    /// <summary>1 / 2 sqrt(x (1 - x)): the exchange current at half lithiation over that at x.</summary>
    public static double KineticShape(double x)
    {
        double inside = Math.Clamp(x, NoSites, 1 - NoSites);
        return 1 / (2 * Math.Sqrt(inside * (1 - inside)));
    }

    /// <summary>What straight lines between two nodes cost in voltage at most.</summary>
    private static double Error(PositiveElectrode positive, double left, double right)
    {
        if (right < positive.StoichiometryFull - BesideWindow || left > positive.StoichiometryEmpty + BesideWindow)
        {
            return 0;
        }

        double middle = (left + right) / 2;
        return (KineticVoltage * Sag(KineticShape, left, middle, right) / KineticShape(middle)) + (TemperatureSpan * Sag(positive.EntropicCoefficient.At, left, middle, right));
    }

    private static double Sag(Func<double, double> curve, double left, double middle, double right)
    {
        double straight = curve(left) + ((middle - left) / (right - left) * (curve(right) - curve(left)));
        return Math.Abs(straight - curve(middle));
    }
}
