using System;

namespace Bms.Plant.Cells;

/// <summary>
/// What the slow states of a cell make of its circuit: kinetics and double layers of both interfaces, rails and resistances, and
/// the conductance that leaks inside. The concentrations in the positive electrode are not here: they move with the current.
/// </summary>
/// <remarks>A mechanism that changes how a cell conducts or reacts does it here; see <see cref="CellCircuit"/> for the equations.</remarks>
/// <param name="Temperature">Core temperature as the laws see it, K.</param>
/// <param name="KineticScale">κ = 2RT/F, V.</param>
/// <param name="PositiveExchange">Exchange current of the whole positive electrode at half filling, A.</param>
/// <param name="NegativeExchange">Exchange current of the lithium electrode at its contact, A.</param>
/// <param name="PositiveCapacitance">Double layer of the whole positive electrode, F.</param>
/// <param name="NegativeCapacitance">Double layer of the lithium electrode at its contact, F.</param>
/// <param name="IonicRail">Ionic rail of the composite as the sum of resistances counts it, L / (3 σ A), Ohm.</param>
/// <param name="ElectronicRail">Electronic rail, likewise, Ohm.</param>
/// <param name="Resistance">Sum of all resistances in series with the electrodes, Ohm.</param>
/// <param name="Conductance">Leakage and internal short G between the terminals, S.</param>
public readonly record struct TerminalLaw(
    double Temperature,
    double KineticScale,
    double PositiveExchange,
    double NegativeExchange,
    double PositiveCapacitance,
    double NegativeCapacitance,
    double IonicRail,
    double ElectronicRail,
    double Resistance,
    double Conductance)
{
    // A property that halves within a step is not extrapolated to zero.
    private const double SmallestPart = 0.1;

    /// <summary>Voltage in series that does not follow the current within a step, V, as it adds to the terminal voltage.</summary>
    public double Offset { get; init; }

    /// <summary>The law a part of a step later, continued along a straight line.</summary>
    /// <param name="before">The law at the start of the last step.</param>
    /// <param name="part">Parts of the last step since its end.</param>
    public TerminalLaw Ahead(in TerminalLaw before, double part) => this with
    {
        Temperature = Continued(Temperature, before.Temperature, part),
        KineticScale = Continued(KineticScale, before.KineticScale, part),
        PositiveExchange = Continued(PositiveExchange, before.PositiveExchange, part),
        NegativeExchange = Continued(NegativeExchange, before.NegativeExchange, part),
        IonicRail = Continued(IonicRail, before.IonicRail, part),
        ElectronicRail = Continued(ElectronicRail, before.ElectronicRail, part),
        Resistance = Continued(Resistance, before.Resistance, part),
    };

    private static double Continued(double now, double before, double part) => Math.Max(SmallestPart * now, now + (part * (now - before)));
}
