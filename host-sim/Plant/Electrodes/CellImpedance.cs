using System;
using System.Numerics;
using Bms.Plant.Cells;

namespace Bms.Plant.Electrodes;

/// <summary>The impedance of a cell at a frequency and a state, from its equations made linear there, term by term, Ohm.</summary>
/// <remarks>The terms are those of <see cref="Overpotentials"/>. Slow, their real parts are the resistances that the plant shows in
/// time, with those of diffusion; at once, only rails, contact, interphase, foils and electrolyte are left. Times the area of all
/// layers they are Ohm m². The potential of a composite negative electrode counts as constant.</remarks>
/// <param name="Frequency">Frequency, Hz.</param>
/// <param name="Diffusion">Diffusion in the active material, with the slope of the open-circuit potential.</param>
/// <param name="PositiveKinetics">Charge transfer and double layer of the positive electrode.</param>
/// <param name="NegativeKinetics">Charge transfer and double layer of the lithium electrode at its contact.</param>
/// <param name="Separator">Electrolyte between the electrodes with its geometric capacitance.</param>
/// <param name="ElectrolyteDiffusion">Diffusion of lithium in the electrolyte; 0 in a single-ion conductor.</param>
/// <param name="IonicRail">Ionic rail of the composite electrode.</param>
/// <param name="ElectronicRail">Electronic rail of the composite electrode.</param>
/// <param name="Contact">Constriction at the lithium interface.</param>
/// <param name="Interphase">Interphase of lithium and electrolyte.</param>
/// <param name="Series">Foils and tabs.</param>
/// <param name="Leakage">Conductance of leakage and internal short beside all of these, S.</param>
public readonly record struct CellImpedance(
    double Frequency,
    Complex Diffusion,
    Complex PositiveKinetics,
    Complex NegativeKinetics,
    Complex Separator,
    Complex ElectrolyteDiffusion,
    Complex IonicRail,
    Complex ElectronicRail,
    Complex Contact,
    Complex Interphase,
    Complex Series,
    double Leakage)
{
    /// <summary>Sum of all terms, Ohm: the cell without what leaks beside it.</summary>
    public Complex Sum =>
        Diffusion + PositiveKinetics + NegativeKinetics + Separator + ElectrolyteDiffusion + IonicRail + ElectronicRail + Contact + Interphase + Series;

    /// <summary>What is measured at the terminals, Ohm.</summary>
    public Complex Terminal => Sum / (1 + (Leakage * Sum));

    /// <summary>The impedance of a cell in its present state.</summary>
    /// <param name="cell">The cell; at the current of its last step.</param>
    /// <param name="frequency">Frequency, Hz, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Frequency not above 0 or not finite.</exception>
    public static CellImpedance At(Cell cell, double frequency)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequency);
        if (!double.IsFinite(frequency))
        {
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "must be finite");
        }

        return cell.Impedance(frequency);
    }
}
