namespace Bms.Plant.Cells;

/// <summary>A terminal voltage taken apart, V. Every term is signed as it adds to the voltage: positive while charging.</summary>
/// <remarks>Review Eq. 16, every term reported. In a composite the current takes many ways, through every depth one; all add up to
/// the same voltage, and each term is its mean over the depths.</remarks>
/// <param name="OpenCircuit">Open-circuit potential at the mean stoichiometry: U_PE - U_NE of the cell at rest.</param>
/// <param name="Diffusion">Open-circuit potential at the particles' surfaces less that at the mean: η_diff,PE.</param>
/// <param name="PositiveKinetics">Charge transfer at the positive electrode: η_ct,PE-SE.</param>
/// <param name="NegativeKinetics">Charge transfer at the lithium electrode, on what touches: η_ct,SE-NE.</param>
/// <param name="Separator">Migration and diffusion of ions in the separator: η_mt,SE.</param>
/// <param name="IonicRail">Ionic conduction in the composite electrode: part of η_mt,PE.</param>
/// <param name="ElectronicRail">Electronic conduction in the composite electrode: the other part of η_mt,PE.</param>
/// <param name="Contact">Constriction at the lithium interface.</param>
/// <param name="Interphase">Interphase of lithium and electrolyte.</param>
/// <param name="Series">Foils and tabs.</param>
/// <param name="DoubleLayer">What the double layers hold back yet: kinetics and rails are those of a current that flows for good, and
/// for a moment after the current rose this is negative.</param>
public readonly record struct Overpotentials(
    double OpenCircuit,
    double Diffusion,
    double PositiveKinetics,
    double NegativeKinetics,
    double Separator,
    double IonicRail,
    double ElectronicRail,
    double Contact,
    double Interphase,
    double Series,
    double DoubleLayer)
{
    /// <summary>Both rails of the composite electrode, V.</summary>
    public double Rail => IonicRail + ElectronicRail;

    /// <summary>Sum of all terms once the double layers have settled, V.</summary>
    public double Settled =>
        OpenCircuit + Diffusion + PositiveKinetics + NegativeKinetics + Separator + Rail + Contact + Interphase + Series;

    /// <summary>Sum of all terms: the terminal voltage, V.</summary>
    public double Terminal => Settled + DoubleLayer;
}
