using System;
using System.Collections.Generic;
using System.Linq;
using static Bms.Plant.Materials.Quantities;

namespace Bms.Plant.Materials;

/// <summary>The materials of solid-state cells: review Table 1 and what the cells of this project are built from.</summary>
public static class Catalogue
{
    /// <summary>Every material, in the order of the review.</summary>
    public static IReadOnlyList<Material> Materials { get; } =
    [
        SolidElectrolytes.LiPON,
        SolidElectrolytes.Llzo,
        SolidElectrolytes.Lps,
        SolidElectrolytes.Argyrodite,
        Metals.Lithium,
        ActiveMaterials.Lco,
        ActiveMaterials.Nmc811,
        ActiveMaterials.Graphite,
        Metals.Copper,
        Metals.Aluminium,
        Metals.Platinum,
    ];

    /// <summary>The material of a name or alias, in any case of letters; null if there is none.</summary>
    public static Material? Find(string name) =>
        Materials.FirstOrDefault(material => Names(material).Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The names a material is found by, its own first.</summary>
    public static IEnumerable<string> Names(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return material.Aliases.Prepend(material.Name);
    }

    /// <summary>What one would like to know of a material of a class: the rows of review Table 1.</summary>
    internal static IReadOnlyList<Quantity> Expected(MaterialClass materialClass) => materialClass switch
    {
        MaterialClass.Electrolyte =>
        [
            IonicConductivity, ElectronicConductivity, ActivationEnergy, ReductionPotential, OxidationPotential, Permittivity, CriticalCurrentDensity,
            HeatCapacity, ThermalConductivity, ThermalExpansion, Density, YoungsModulus, PoissonRatio, ShearModulus, FractureToughness, Hardness,
        ],
        MaterialClass.ActiveMaterial =>
            [ElectronicConductivity, SiteConcentration, VolumeChange, HeatCapacity, ThermalConductivity, ThermalExpansion, Density, YoungsModulus, PoissonRatio, FractureToughness],
        _ => [ElectronicConductivity, HeatCapacity, ThermalConductivity, ThermalExpansion, MeltingPoint, Density, YoungsModulus, PoissonRatio],
    };
}
