namespace Bms.Plant.Heat;

/// <summary>Heat of a cell by what makes it, W.</summary>
/// <param name="Irreversible">Ohmic, charge-transfer and diffusion losses inside, without the tabs.</param>
/// <param name="Reversible">I T dU/dT, of either sign. Review Eq. 5.</param>
/// <param name="Leak">What leakage and shorts turn into heat.</param>
/// <param name="Tabs">Ohmic loss in the tabs; it enters at the surface.</param>
/// <param name="SelfHeating">What the runaway reaction gives.</param>
public readonly record struct CellHeat(double Irreversible, double Reversible, double Leak, double Tabs, double SelfHeating)
{
    /// <summary>Heat that the current makes in the core, W.</summary>
    public double Core => Irreversible + Reversible + Leak;

    /// <summary>All of it, W.</summary>
    public double Total => Core + Tabs + SelfHeating;
}
