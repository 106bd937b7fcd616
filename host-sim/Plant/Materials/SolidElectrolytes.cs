using static Bms.Plant.Materials.MaterialValue;
using static Bms.Plant.Materials.Quantities;
using static Bms.Plant.Materials.ValueStatus;

namespace Bms.Plant.Materials;

/// <summary>The solid electrolytes.</summary>
/// <remarks>Table 1 is that of the review; numbers at room temperature.</remarks>
public static class SolidElectrolytes
{
    private const string Table1 = "review Table 1";
    private const string Cheng = "Cheng 2021";
    private const string Deng = "Deng 2016, first principles, as remembered";

    /// <summary>Lithium phosphorus oxynitride.</summary>
    public static Material LiPON { get; } = new(
        "LiPON", "lithium phosphorus oxynitride, a sputtered glass", MaterialClass.Electrolyte, ["lithium phosphorus oxynitride"], "PH3, NH3",
        [
            Single(IonicConductivity, 1e-6, Measured, Table1),
            Single(ElectronicConductivity, 1e-14, Measured, Table1),
            Single(ActivationEnergy, 0.51, Measured, Table1),
            Single(ReductionPotential, 0.68, Measured, Table1),
            Single(OxidationPotential, 2.63, Measured, Table1),
            Single(Permittivity, 19.98, Measured, Table1, "film"),
            Single(CriticalCurrentDensity, 10, Measured, Table1 + ": above 10, so this is the least"),
            Single(MobileConcentration, 39130, Fitted, "Raijmakers 2020: 0.64 of 61141"),
            Single(HeatCapacity, 1400, Measured, Table1),
            Single(ThermalConductivity, 1.4, Measured, Table1),
            Single(Density, 2.68, Measured, Table1),
            Single(YoungsModulus, 77, Measured, Table1),
            Single(PoissonRatio, 0.25, Measured, Table1),
            Single(ShearModulus, 31, Measured, Table1),
            Single(PughRatio, 1.66, Measured, Table1),
            Single(Hardness, 3.9, Measured, Table1),
        ]);

    /// <summary>Garnet Li7La3Zr2O12.</summary>
    public static Material Llzo { get; } = new(
        "LLZO", "garnet Li7La3Zr2O12, sintered; Ta-doped where said", MaterialClass.Electrolyte, ["garnet", "Li7La3Zr2O12"], "LiOH, Li2CO3",
        [
            Single(IonicConductivity, 1e-4, Measured, Table1),
            Single(ElectronicConductivity, 1e-8, Measured, Table1),
            Single(ActivationEnergy, 0.42, Measured, Table1),
            Single(ReductionPotential, 0.05, Measured, Table1),
            Single(OxidationPotential, 5, Measured, Table1 + ": above 5.0, so this is the least"),
            Single(Permittivity, 40, Measured, Table1, "bulk"),
            Single(Permittivity, 152, Measured, Table1, "film"),
            Between(CriticalCurrentDensity, 0.05, 0.9, Measured, Table1),
            Single(HeatCapacity, 553, Measured, Table1),
            Single(ThermalConductivity, 0.47, Measured, Table1, "sintered"),
            Single(ThermalConductivity, 0.22, Measured, Table1, "not sintered"),
            Single(ThermalConductivity, 1.4, Measured, Cheng, "Ta-doped"),
            Single(ThermalExpansion, 1.55e-5, Measured, Table1),
            Between(Density, 5.08, 5.34, Measured, Table1),
            Between(YoungsModulus, 147, 150, Measured, Table1),
            Single(PoissonRatio, 0.26, Measured, Table1),
            Between(ShearModulus, 58, 60, Measured, Table1),
            Between(PughRatio, 1.59, 1.74, Measured, Table1),
            Single(FractureToughness, 1.25, Measured, Table1),
            Single(Hardness, 6.3, Measured, Table1),
        ]);

    /// <summary>The lithium phosphorus sulfides.</summary>
    public static Material Lps { get; } = new(
        "LPS", "lithium phosphorus sulfide, glass and glass ceramic", MaterialClass.Electrolyte, ["sulfide", "Li3PS4"], "H2S",
        [
            Between(IonicConductivity, 1e-4, 1e-3, Measured, Table1),
            Single(ElectronicConductivity, 1e-9, Measured, Table1),
            Between(ActivationEnergy, 0.39, 0.52, Measured, Table1),
            new(ReductionPotential, 0, 0, 1.71, Measured, Table1 + "; first principles say 1.71 (Zhu 2015, as remembered)"),
            Single(OxidationPotential, 2.01, Measured, Table1),
            Between(CriticalCurrentDensity, 0.3, 1, Measured, Table1),
            Between(HeatCapacity, 900, 1000, Tunable, "no value in the review"),
            Between(ThermalConductivity, 0.45, 0.7, Measured, Cheng),
            Between(Density, 1.45, 1.91, Measured, Table1),
            Between(YoungsModulus, 8.8, 25, Measured, Table1),
            Between(PoissonRatio, 0.27, 0.33, Measured, Table1),
            Between(ShearModulus, 3.4, 9.5, Measured, Table1),
            Between(PughRatio, 1.88, 2.58, Measured, Table1),
            Single(FractureToughness, 0.23, Measured, Table1),
            Single(Hardness, 1.9, Measured, Table1),
        ]);

    /// <summary>Argyrodite Li6PS5Cl, the electrolyte of the pouch cell.</summary>
    public static Material Argyrodite { get; } = new(
        "Li6PS5Cl", "argyrodite, a crystalline sulfide, cold-pressed", MaterialClass.Electrolyte, ["argyrodite", "LPSCl"], "H2S",
        [
            Between(IonicConductivity, 2e-3, 2.5e-3, Measured, "Doux 2020"),
            Single(ReductionPotential, 1.71, Derived, "Zhu 2015, first principles, as remembered: the interphase, not the crystal, lasts against lithium"),
            Single(OxidationPotential, 2.01, Derived, "Zhu 2015, first principles, as remembered; LPS in " + Table1 + " too"),
            Between(HeatCapacity, 900, 1000, Tunable, "no value in the review"),
            Between(ThermalConductivity, 0.45, 0.7, Measured, Cheng + ", sulfides"),
            Single(YoungsModulus, 22.1, Derived, Deng),
            Single(PoissonRatio, 0.37, Derived, Deng),
            Single(ShearModulus, 8.1, Derived, Deng),
        ]);
}
