namespace Bms.Plant.Degradation;

/// <summary>The wear of a cell split into its causes.</summary>
/// <param name="InterfacialDecomposition">Electrolyte decomposed at the positive electrode.</param>
/// <param name="CarbonDecomposition">Electrolyte decomposed on a carbon additive.</param>
/// <param name="StructuralDisorder">Active material that left its structure.</param>
/// <param name="Cracking">Particles that cracked: capacity. What cracks add in resistance is in the kinetics and in the separator.</param>
/// <param name="Moisture">Electrolyte that met water.</param>
/// <param name="Filaments">Lithium cut off in filaments beyond what the electrode holds in reserve.</param>
public readonly record struct WearByCause(
    Wear InterfacialDecomposition, Wear CarbonDecomposition, Wear StructuralDisorder, Wear Cracking, Wear Moisture, Wear Filaments)
{
    /// <summary>What the cell feels: the sum of all causes.</summary>
    public Wear Total => InterfacialDecomposition + CarbonDecomposition + StructuralDisorder + Cracking + Moisture + Filaments;

    /// <summary>The same and more of each.</summary>
    public WearByCause Plus(WearByCause more) => new(
        InterfacialDecomposition + more.InterfacialDecomposition,
        CarbonDecomposition + more.CarbonDecomposition,
        StructuralDisorder + more.StructuralDisorder,
        Cracking + more.Cracking,
        Moisture + more.Moisture,
        Filaments + more.Filaments);
}
