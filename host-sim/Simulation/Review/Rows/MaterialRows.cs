using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Materials;

namespace Bms.Simulation.Review.Rows;

/// <summary>Review Table 1: what its numbers imply together, and what it concludes from them.</summary>
internal static class MaterialRows
{
    private const string Table1 = "Table 1";
    private const double OneDigitOfPoisson = 0.005;     // half its last printed digit

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("materials/lipon-shear", "Shear modulus of LiPON from E and ν", Table1, "G", "GPa",
            Expected.Printed(31, 1), () => Derived(SolidElectrolytes.LiPON, Quantities.ShearModulus).Value),
        new("materials/llzo-shear", "Shear modulus of LLZO from E and ν", Table1, "G", "GPa",
            Expected.Range(58, 60), () => Derived(SolidElectrolytes.Llzo, Quantities.ShearModulus).Value),
        new("materials/lps-shear", "Shear modulus of LPS from the middle of E and ν", Table1, "G", "GPa",
            Expected.Range(3.4, 9.5), () => Derived(SolidElectrolytes.Lps, Quantities.ShearModulus).Value),
        new("materials/lipon-pugh", "Pugh's ratio of LiPON from ν", Table1, "K/G", string.Empty,
            Expected.Printed(1.66, 0.01), () => Derived(SolidElectrolytes.LiPON, Quantities.PughRatio).Value),
        new("materials/llzo-pugh", "Pugh's ratio of LLZO from ν", Table1, "K/G", string.Empty,
            new(1.74, PoissonRounding(0.26), "rounding of ν in the print"), () => Derived(SolidElectrolytes.Llzo, Quantities.PughRatio).Value),
        new("materials/lps-pugh-least", "Pugh's ratio of LPS from the lowest ν", Table1, "K/G", string.Empty,
            new(1.88, PoissonRounding(0.27), "rounding of ν in the print"), () => Derived(SolidElectrolytes.Lps, Quantities.PughRatio).Lowest),
        new("materials/lps-pugh-most", "Pugh's ratio of LPS from the highest ν", Table1, "K/G", string.Empty,
            new(2.58, PoissonRounding(0.33), "rounding of ν in the print"), () => Derived(SolidElectrolytes.Lps, Quantities.PughRatio).Highest),
        new("materials/lithium-shear", "Shear modulus of lithium from E and ν", "lithium metal; Masias 2019", "G", "GPa",
            Expected.Printed(2.83, 0.01), () => Derived(Metals.Lithium, Quantities.ShearModulus).Value),
        new("materials/monroe-newman", "LiPON and LLZO are stiff enough for stable plating, LPS is not over all of its range", "Monroe-Newman criterion", "electrolytes judged so", "of 3",
            Expected.Count(3), () => Agreeing("monroe-newman", (SolidElectrolytes.LiPON, Verdict.Holds), (SolidElectrolytes.Llzo, Verdict.Holds), (SolidElectrolytes.Lps, Verdict.Depends))),
        new("materials/pugh-brittle", "LiPON is brittle, LPS ductile", "Pugh criterion", "electrolytes judged so", "of 2",
            Expected.Count(2), () => Agreeing("pugh", (SolidElectrolytes.LiPON, Verdict.Holds), (SolidElectrolytes.Lps, Verdict.Fails))),
        new("materials/filament-free", "Only LiPON conducts so few electrons that plating stays out of it, at 1 and at 10 mA/cm²", "electronic conductivity criterion", "electrolytes and currents judged so", "of 6",
            Expected.Count(6), () => new[] { "filament-free-1", "filament-free-10" }.Sum(key =>
                Agreeing(key, (SolidElectrolytes.LiPON, Verdict.Holds), (SolidElectrolytes.Llzo, Verdict.Fails), (SolidElectrolytes.Lps, Verdict.Fails)))),
        new("materials/windows", "Of the three only LLZO bears a charged layered oxide, and none but LPS as printed touches lithium unreduced", Table1, "electrolytes and faces judged so", "of 5",
            Expected.Count(5), () =>
                Agreeing("stable-on-positive", (SolidElectrolytes.LiPON, Verdict.Fails), (SolidElectrolytes.Llzo, Verdict.Holds), (SolidElectrolytes.Lps, Verdict.Fails))
                + Agreeing("stable-on-lithium", (SolidElectrolytes.LiPON, Verdict.Fails), (SolidElectrolytes.Llzo, Verdict.Fails))),
        new("materials/anode-expansion", "A composite negative electrode needs less than 7.5 % expansion and more than 4 J/m²", "composite negative electrodes", "cases judged so", "of 4",
            Expected.Count(4), () => Cases(
                CriterionTable.BearsExpansion(0.074, 4.1),
                !CriterionTable.BearsExpansion(0.076, 4.1),
                !CriterionTable.BearsExpansion(0.074, 3.9),
                !CriterionTable.BearsExpansion(0.074, Elasticity.FractureEnergy(SolidElectrolytes.Lps.Required(Quantities.FractureToughness), 15e9, 0.3)))),
        new("materials/homologous-298", "Homologous temperature of lithium at 298 K", "lithium metal", "T / T_melt", string.Empty,
            Expected.Printed(0.65, 0.01), () => 298 / Metals.Lithium.Required(Quantities.MeltingPoint)),
        new("materials/homologous-363", "Homologous temperature of lithium at 363 K", "lithium metal", "T / T_melt", string.Empty,
            Expected.Printed(0.8, 0.01), () => 363 / Metals.Lithium.Required(Quantities.MeltingPoint)),
        new("materials/lithium-thickness", "Lithium plated by 1 mAh/cm², from density and molar mass", "lithium metal", "thickness", "µm",
            Expected.Printed(4.85, 0.01), () => Derived(Metals.Lithium, Quantities.ThicknessPerCharge).Value),
        new("materials/self-discharge", "What the electronic conductivity of the sulfide alone would let the pouch cell lose in a month at 3.75 V", Table1, "share of the capacity", "%",
            Expected.Printed(18, 1), SelfDischarge),
    ];

    private static double PoissonRounding(double ratio) =>
        Elasticity.PughRatio(ratio + OneDigitOfPoisson) - Elasticity.PughRatio(ratio);

    private static Interval Derived(Material material, Quantity quantity) =>
        DerivationTable.For(quantity)!.Of(material)!.Value.Times(1 / quantity.Si);

    private static double Agreeing(string key, params (Material Material, Verdict Verdict)[] expected)
    {
        Criterion criterion = CriterionTable.Rows.Single(row => row.Key == key);
        return expected.Count(pair => criterion.Judge(pair.Material)!.Verdict == pair.Verdict);
    }

    private static double Cases(params bool[] cases) => cases.Count(isSo => isSo);

    private static double SelfDischarge()
    {
        const double Month = 720;       // h
        const double Voltage = 3.75;
        Specimen pouch = Specimen.Pouch;
        double resistance = Conduction.AreaResistance(pouch.Cell.Separator.Thickness, SolidElectrolytes.Lps.Required(Quantities.ElectronicConductivity));
        return 100 * Voltage / resistance * pouch.Cell.Cell.TotalArea * Month / pouch.Cell.Cell.NominalCapacity;
    }
}
