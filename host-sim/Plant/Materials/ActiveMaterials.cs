using static Bms.Plant.Materials.MaterialValue;
using static Bms.Plant.Materials.Quantities;
using static Bms.Plant.Materials.ValueStatus;

namespace Bms.Plant.Materials;

/// <summary>What stores lithium in the electrodes.</summary>
public static class ActiveMaterials
{
    /// <summary>Lithium cobalt oxide, the film of the thin-film cell.</summary>
    public static Material Lco { get; } = new(
        "LCO", "lithium cobalt oxide LiCoO2, sputtered and annealed", MaterialClass.ActiveMaterial, ["LiCoO2"], string.Empty,
        [
            Single(SiteConcentration, 32200, Measured, "Raijmakers 2020", "8.08 µm film"),
            Single(SiteConcentration, 23300, Measured, "Danilov 2011", "320 nm film"),
            Single(HeatCapacity, 700, Tunable, "usual for layered oxides"),
            Single(ThermalConductivity, 8.4, Derived, "review: calculated, across the film"),
            Single(Density, 5.06, Handbook, "crystal density"),
        ]);

    /// <summary>Nickel-rich layered oxide LiNi0.8Mn0.1Co0.1O2, the positive electrode of the pouch and the pellet cell.</summary>
    public static Material Nmc811 { get; } = new(
        "NMC811", "layered oxide LiNi0.8Mn0.1Co0.1O2", MaterialClass.ActiveMaterial, ["NMC", "NCM811"], "LiOH, Li2CO3",
        [
            Between(ElectronicConductivity, 1e-6, 1e-3, Measured, "review: 1e-3 at d50 4 µm, 1e-6 at 15.6 µm"),
            Single(SiteConcentration, 51765, Measured, "O'Regan 2022"),
            Between(VolumeChange, 1, 3, Measured, "review; shape after Jousseaume 2024"),
            Single(Density, 4.78, Handbook, "crystal density, as remembered"),
            Single(YoungsModulus, 143, Measured, "Xu 2017, nanoindentation, as remembered", "NMC532"),
            Single(FractureToughness, 0.1, Measured, "Xu 2017, nanoindentation, as remembered", "NMC532"),
        ]);

    /// <summary>Graphite, of composite negative electrodes.</summary>
    public static Material Graphite { get; } = new(
        "graphite", "graphite, of composite negative electrodes", MaterialClass.ActiveMaterial, ["C", "LiC6"], string.Empty,
        [
            Between(VolumeChange, 10, 13, Handbook, "layers of LiC6 against graphite"),
            Single(Density, 2.26, Handbook, "crystal density"),
        ]);
}
