namespace Bms.Plant.Cells;

/// <summary>A terminal voltage taken apart, V. Every term is signed as it adds to the voltage: positive while charging.</summary>
/// <param name="OpenCircuit">Open-circuit potential at the mean stoichiometry.</param>
/// <param name="Diffusion">Open-circuit potential at the surface less that at the mean.</param>
/// <param name="PositiveKinetics">Charge transfer at the positive electrode.</param>
/// <param name="NegativeKinetics">Charge transfer at the lithium electrode, on what touches.</param>
/// <param name="Separator">Migration and diffusion of ions in the separator.</param>
/// <param name="Rail">Ionic and electronic rail of the composite electrode.</param>
/// <param name="Contact">Constriction at the lithium interface.</param>
/// <param name="Interphase">Interphase of lithium and electrolyte.</param>
/// <param name="Series">Foils and tabs.</param>
/// <remarks>Review Eq. 16: every term reported.</remarks>
public readonly record struct Overpotentials(
    double OpenCircuit,
    double Diffusion,
    double PositiveKinetics,
    double NegativeKinetics,
    double Separator,
    double Rail,
    double Contact,
    double Interphase,
    double Series)
{
    /// <summary>Sum of all terms: the terminal voltage, V.</summary>
    public double Terminal => OpenCircuit + Diffusion + PositiveKinetics + NegativeKinetics + Separator + Rail + Contact + Interphase + Series;
}
