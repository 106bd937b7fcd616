using System;

namespace Bms.Plant.Cells;

/// <summary>
/// What the slow states of a cell make of a current at one instant: open circuit, kinetics of both interfaces, resistances,
/// and the conductance that leaks inside.
/// </summary>
/// <remarks>
/// V = U + κ asinh(I/2I_p) + κ asinh(I/2I_n) + I R with κ = 2RT/F (Butler-Volmer with α = 0.5), where I, positive on charge,
/// is the current through the electrodes: I = I_terminal - G V.
/// </remarks>
/// <param name="OpenCircuit">U at the surface stoichiometry, V.</param>
/// <param name="KineticScale">κ, V.</param>
/// <param name="PositiveExchange">Exchange current I_p of the positive electrode, A.</param>
/// <param name="NegativeExchange">Exchange current I_n of the lithium electrode at its contact, A.</param>
/// <param name="Resistance">Sum of all resistances R, Ohm.</param>
/// <param name="Conductance">Leakage and internal short G, S.</param>
public readonly record struct TerminalLaw(
    double OpenCircuit, double KineticScale, double PositiveExchange, double NegativeExchange, double Resistance, double Conductance)
{
    private const int MostIterations = 60;

    // Newton's last step relative to the smaller exchange current: what it neglects is below 1e-8 of the kinetic scale.
    private const double Tolerance = 1e-3;

    // A property that halves within a step is not extrapolated to zero.
    private const double SmallestPart = 0.1;

    /// <summary>The law a part of a step later, at an open circuit known otherwise, the rest continued along a straight line.</summary>
    /// <param name="before">The law at the start of the last step.</param>
    /// <param name="openCircuit">U then, V.</param>
    /// <param name="part">Parts of the last step since its end.</param>
    public TerminalLaw Ahead(in TerminalLaw before, double openCircuit, double part) => new(
        openCircuit,
        Continued(KineticScale, before.KineticScale, part),
        Continued(PositiveExchange, before.PositiveExchange, part),
        Continued(NegativeExchange, before.NegativeExchange, part),
        Continued(Resistance, before.Resistance, part),
        Conductance);

    /// <summary>Finds the current through the electrodes and the terminal voltage at a terminal current.</summary>
    /// <param name="current">Terminal current, A, positive on charge.</param>
    /// <param name="voltage">Terminal voltage, V.</param>
    /// <returns>Current through the electrodes, A, positive on charge.</returns>
    /// <remarks>Newton. The residual rises with the current, is concave above and convex below zero; so from zero every step
    /// stays on the near side of the root, and a step that would cross zero starts again from there.</remarks>
    public double Solve(double current, out double voltage)
    {
        double close = Tolerance * Math.Min(PositiveExchange, NegativeExchange);
        double inner = current - (Conductance * OpenCircuit);
        for (int iteration = 0; ; iteration++)
        {
            double positive = 2 * PositiveExchange;
            double negative = 2 * NegativeExchange;
            double square = inner * inner;
            voltage = OpenCircuit + (KineticScale * (Math.Asinh(inner / positive) + Math.Asinh(inner / negative))) + (inner * Resistance);
            double slope = (KineticScale * ((1 / Math.Sqrt(square + (positive * positive))) + (1 / Math.Sqrt(square + (negative * negative))))) + Resistance;

            double step = (current - inner - (Conductance * voltage)) / (1 + (Conductance * slope));
            if (Math.Abs(step) <= close || iteration == MostIterations)
            {
                voltage += slope * step;
                return inner + step;
            }

            double next = inner + step;
            inner = next * inner < 0 ? 0 : next;
        }
    }

    private static double Continued(double now, double before, double part) => Math.Max(SmallestPart * now, now + (part * (now - before)));
}
