using System.Collections.Generic;
using System.Linq;
using static Bms.Plant.Materials.Quantities;

namespace Bms.Plant.Materials;

/// <summary>The criteria by which the review chooses materials: one row a question.</summary>
public static class CriterionTable
{
    /// <summary>Expansion of the negative electrode's particles up to which the fracture-energy criterion speaks, 7.5 %.</summary>
    public const double BearableExpansion = 0.075;

    private const double StableModulusRatio = 2;
    private const double BrittleRatio = 1.74;
    private const double BearingFractureEnergy = 4;     // J/m², at E = 15 GPa
    private const double CreepingTemperature = 0.4;     // of the melting point
    private const double PerCentimetre = 0.01;
    private const double PositivePotential = 4.2;       // V, a charged layered oxide

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Criterion> Rows { get; } =
    [
        new("monroe-newman", "stiff enough for stable plating", MaterialClass.Electrolyte, "shear modulus over lithium's", string.Empty,
            [ShearModulus], x => x[0] / Metals.Lithium.Required(ShearModulus), Bound.AtLeast, StableModulusRatio,
            "Monroe and Newman: necessary at best, not sufficient; filaments follow flaws"),
        new("pugh", "brittle", MaterialClass.Electrolyte, "K/G", string.Empty,
            [PughRatio], x => x[0], Bound.Below, BrittleRatio,
            "Pugh: a brittle electrolyte cracks where a ductile one flows into contact"),
        new("filament-free-1", "no filament inside at 1 mA/cm²", MaterialClass.Electrolyte, "electronic conductivity", "S/cm",
            [ElectronicConductivity], x => x[0] * PerCentimetre, Bound.Below, PerCentimetre * FilamentFreeConductivity(1),
            "lithium ions that meet electrons become metal within the electrolyte"),
        new("filament-free-10", "no filament inside at 10 mA/cm²", MaterialClass.Electrolyte, "electronic conductivity", "S/cm",
            [ElectronicConductivity], x => x[0] * PerCentimetre, Bound.Below, PerCentimetre * FilamentFreeConductivity(10),
            "as above, at ten times the current"),
        new("stable-on-lithium", "not reduced by lithium", MaterialClass.Electrolyte, "potential below which it is reduced", "V",
            [ReductionPotential], x => x[0], Bound.AtMost, 0,
            "otherwise an interphase grows: mixed-conducting, or passivating as on LiPON"),
        new("stable-on-positive", "not oxidised by a charged layered oxide", MaterialClass.Electrolyte, "potential above which it is oxidised", "V",
            [OxidationPotential], x => x[0], Bound.AtLeast, PositivePotential,
            "otherwise the positive electrode's particles need a coating"),
        new("anode-expansion", "bears a composite negative electrode", MaterialClass.Electrolyte, "fracture energy", "J/m²",
            [FractureEnergy], x => x[0], Bound.AtLeast, BearingFractureEnergy,
            "for particles that swell by less than 7.5 %; computed for E = 15 GPa"),
        new("swells-little", "swells little enough for a composite electrode", MaterialClass.ActiveMaterial, "volume change", "%",
            [VolumeChange], x => 100 * x[0], Bound.Below, 100 * BearableExpansion,
            "in an electrolyte of more than 4 J/m² fracture energy and E = 15 GPa"),
        new("creeps", "creeps at room temperature", MaterialClass.Metal, "homologous temperature", string.Empty,
            [HomologousTemperature], x => x[0], Bound.AtLeast, CreepingTemperature,
            "above about 0.4 of the melting point diffusion lets a metal flow under load"),
    ];

    /// <summary>Every answer that a material's numbers give.</summary>
    public static IEnumerable<Judgement> Judge(Material material) => Rows.Select(row => row.Judge(material)).OfType<Judgement>();

    /// <summary>Whether particles in a composite negative electrode leave their electrolyte whole.</summary>
    /// <param name="expansion">Volume that the particles gain, 0.1 for 10 %.</param>
    /// <param name="fractureEnergy">Fracture energy of the electrolyte, J/m².</param>
    /// <remarks>Review section 2: below 7.5 % with more than 4 J/m², computed for E = 15 GPa.</remarks>
    public static bool BearsExpansion(double expansion, double fractureEnergy) =>
        expansion < BearableExpansion && fractureEnergy > BearingFractureEnergy;

    /// <summary>Highest electronic conductivity, S/m, at which plating leaves the inside of an electrolyte free of filaments.</summary>
    /// <param name="current">Current density, mA/cm²; between and beyond 1 and 10 along the straight line through the review's two
    /// points in logarithms.</param>
    /// <remarks>Review section 2: below 1e-10 S/cm at 1 mA/cm², below 1e-12 S/cm at 10.</remarks>
    public static double FilamentFreeConductivity(double current) => 1e-8 / (current * current);
}
