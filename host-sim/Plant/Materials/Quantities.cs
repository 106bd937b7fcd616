using Bms.Plant.Laws;

namespace Bms.Plant.Materials;

/// <summary>Every property in the catalogue, and every one that is derived from it.</summary>
public static class Quantities
{
    private const double PerCentimetre = 100;
    private const double Giga = 1e9;
    private const double Mega = 1e6;
    private const double Micro = 1e-6;

    /// <summary>Conductivity of lithium ions.</summary>
    public static Quantity IonicConductivity { get; } = new("ionic_conductivity", "ionic conductivity", "S/cm", PerCentimetre, IsLogarithmic: true);

    /// <summary>Conductivity of electrons or holes.</summary>
    public static Quantity ElectronicConductivity { get; } = new("electronic_conductivity", "electronic conductivity", "S/cm", PerCentimetre, IsLogarithmic: true);

    /// <summary>Activation energy of conduction.</summary>
    public static Quantity ActivationEnergy { get; } = new("activation_energy", "activation energy of conduction", "eV", Constants.Faraday);

    /// <summary>Potential against lithium below which the material is reduced.</summary>
    public static Quantity ReductionPotential { get; } = new("reduction_potential", "reduced below, against Li/Li+", "V");

    /// <summary>Potential against lithium above which the material is oxidised.</summary>
    public static Quantity OxidationPotential { get; } = new("oxidation_potential", "oxidised above, against Li/Li+", "V");

    /// <summary>Relative permittivity.</summary>
    public static Quantity Permittivity { get; } = new("relative_permittivity", "relative permittivity", string.Empty);

    /// <summary>Current density at which lithium first grows through.</summary>
    public static Quantity CriticalCurrentDensity { get; } = new("critical_current_density", "critical current density", "mA/cm²", Constants.AmperePerSquareMetre, IsLogarithmic: true);

    /// <summary>Concentration of mobile lithium ions.</summary>
    public static Quantity MobileConcentration { get; } = new("mobile_concentration", "mobile lithium ions", "mol/m³");

    /// <summary>Concentration of lithium sites, or of lithium in the metal.</summary>
    public static Quantity SiteConcentration { get; } = new("site_concentration", "lithium sites", "mol/m³");

    /// <summary>Volume of the active material with lithium over that without, less one.</summary>
    public static Quantity VolumeChange { get; } = new("volume_change", "volume change in use", "%", 0.01);

    /// <summary>Specific heat capacity.</summary>
    public static Quantity HeatCapacity { get; } = new("heat_capacity", "specific heat capacity", "J/(kg K)");

    /// <summary>Thermal conductivity.</summary>
    public static Quantity ThermalConductivity { get; } = new("thermal_conductivity", "thermal conductivity", "W/(m K)");

    /// <summary>Linear thermal expansion.</summary>
    public static Quantity ThermalExpansion { get; } = new("thermal_expansion", "thermal expansion", "1/K");

    /// <summary>Melting point.</summary>
    public static Quantity MeltingPoint { get; } = new("melting_point", "melting point", "K");

    /// <summary>Density.</summary>
    public static Quantity Density { get; } = new("density", "density", "g/cm³", 1000);

    /// <summary>Molar mass.</summary>
    public static Quantity MolarMass { get; } = new("molar_mass", "molar mass", "g/mol", 0.001);

    /// <summary>Young's modulus E.</summary>
    public static Quantity YoungsModulus { get; } = new("youngs_modulus", "Young's modulus", "GPa", Giga);

    /// <summary>Poisson's ratio ν.</summary>
    public static Quantity PoissonRatio { get; } = new("poisson_ratio", "Poisson's ratio", string.Empty);

    /// <summary>Shear modulus G.</summary>
    public static Quantity ShearModulus { get; } = new("shear_modulus", "shear modulus", "GPa", Giga);

    /// <summary>Bulk modulus K.</summary>
    public static Quantity BulkModulus { get; } = new("bulk_modulus", "bulk modulus", "GPa", Giga);

    /// <summary>Pugh's ratio K/G.</summary>
    public static Quantity PughRatio { get; } = new("pugh_ratio", "Pugh's ratio K/G", string.Empty);

    /// <summary>Vickers hardness.</summary>
    public static Quantity Hardness { get; } = new("hardness", "Vickers hardness", "GPa", Giga);

    /// <summary>Fracture toughness K_Ic.</summary>
    public static Quantity FractureToughness { get; } = new("fracture_toughness", "fracture toughness", "MPa m^0.5", Mega);

    /// <summary>Yield strength.</summary>
    public static Quantity YieldStrength { get; } = new("yield_strength", "yield strength", "MPa", Mega);

    /// <summary>Energy that a square metre of crack takes.</summary>
    public static Quantity FractureEnergy { get; } = new("fracture_energy", "fracture energy", "J/m²");

    /// <summary>Stress at which a flaw of ten micrometres runs.</summary>
    public static Quantity FractureStress { get; } = new("fracture_stress", "stress that breaks it at a flaw of 10 µm", "MPa", Mega);

    /// <summary>Debye length.</summary>
    public static Quantity DebyeLength { get; } = new("debye_length", "Debye length", "nm", 1e-9);

    /// <summary>Thermal diffusivity.</summary>
    public static Quantity ThermalDiffusivity { get; } = new("thermal_diffusivity", "thermal diffusivity", "mm²/s", Micro);

    /// <summary>Area resistance of a separator of fifty micrometres.</summary>
    public static Quantity AreaResistance { get; } = new("area_resistance", "area resistance of 50 µm", "Ohm cm²", 1e-4, IsLogarithmic: true);

    /// <summary>Conductivity at 60 °C over that at 25 °C.</summary>
    public static Quantity ConductivityGain { get; } = new("conductivity_gain", "conductivity at 60 °C over 25 °C", string.Empty);

    /// <summary>Thickness of metal per areal charge.</summary>
    public static Quantity ThicknessPerCharge { get; } = new("thickness_per_charge", "thickness plated per areal charge", "µm cm²/mAh", Micro / 36000);

    /// <summary>Room temperature over melting point.</summary>
    public static Quantity HomologousTemperature { get; } = new("homologous_temperature", "homologous temperature at 25 °C", string.Empty);
}
