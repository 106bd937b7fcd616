using static Bms.Plant.Materials.MaterialValue;
using static Bms.Plant.Materials.Quantities;
using static Bms.Plant.Materials.ValueStatus;

namespace Bms.Plant.Materials;

/// <summary>Lithium, and the metals that collect current.</summary>
public static class Metals
{
    private const string Element = "pure metal";
    private const string Masias = "Masias 2019";

    /// <summary>Lithium.</summary>
    public static Material Lithium { get; } = new(
        "lithium", "lithium metal, the negative electrode", MaterialClass.Metal, ["Li", "lithium metal"], "LiOH, H2",
        [
            Single(ElectronicConductivity, 1.08e5, Handbook, Element),
            Single(SiteConcentration, 76400, Measured, "Raijmakers 2020"),
            Single(HeatCapacity, 3580, Handbook, Element),
            Single(ThermalConductivity, 81.8, Measured, "review"),
            Single(ThermalExpansion, 4.6e-5, Handbook, Element),
            Single(MeltingPoint, 453.65, Handbook, Element),
            Single(Density, 0.534, Handbook, Element),
            Single(MolarMass, 6.94, Handbook, Element),
            Single(YoungsModulus, 7.82, Measured, Masias),
            Single(PoissonRatio, 0.381, Measured, Masias),
            new(ShearModulus, 4.25, 2.83, 4.25, Measured, "review 4.25; 2.83 from E and ν of " + Masias),
            Between(YieldStrength, 0.6, 0.8, Measured, Masias),
        ]);

    /// <summary>Copper, the collector of the negative electrode.</summary>
    public static Material Copper { get; } = new(
        "copper", "current collector of the negative electrode", MaterialClass.Metal, ["Cu"], string.Empty,
        [
            Single(ElectronicConductivity, 5.96e5, Handbook, Element),
            Single(HeatCapacity, 385, Handbook, Element),
            Between(ThermalConductivity, 398, 401, Handbook, Element),
            Single(ThermalExpansion, 1.65e-5, Handbook, Element),
            Single(MeltingPoint, 1357.77, Handbook, Element),
            Single(Density, 8.96, Handbook, Element),
            Between(YoungsModulus, 110, 130, Handbook, Element),
            Between(PoissonRatio, 0.34, 0.35, Handbook, Element),
        ]);

    /// <summary>Aluminium, the collector of the positive electrode.</summary>
    public static Material Aluminium { get; } = new(
        "aluminium", "current collector of the positive electrode", MaterialClass.Metal, ["Al", "aluminum"], string.Empty,
        [
            Single(ElectronicConductivity, 3.77e5, Handbook, Element),
            Single(HeatCapacity, 897, Handbook, Element),
            Single(ThermalConductivity, 237, Handbook, Element),
            Single(ThermalExpansion, 2.31e-5, Handbook, Element),
            Single(MeltingPoint, 933.47, Handbook, Element),
            Single(Density, 2.7, Handbook, Element),
            Between(YoungsModulus, 69, 70.6, Handbook, Element),
            Between(PoissonRatio, 0.33, 0.35, Handbook, Element),
        ]);

    /// <summary>Platinum, the collector of the thin-film cell.</summary>
    public static Material Platinum { get; } = new(
        "platinum", "current collector of the thin-film cell", MaterialClass.Metal, ["Pt"], string.Empty,
        [
            Single(ElectronicConductivity, 9.4e4, Handbook, Element),
            Single(HeatCapacity, 133, Handbook, Element),
            Single(ThermalConductivity, 71.6, Handbook, Element),
            Single(ThermalExpansion, 8.8e-6, Handbook, Element),
            Single(MeltingPoint, 2041.4, Handbook, Element),
            Single(Density, 21.45, Handbook, Element),
            Single(YoungsModulus, 168, Handbook, Element),
            Single(PoissonRatio, 0.38, Handbook, Element),
        ]);
}
