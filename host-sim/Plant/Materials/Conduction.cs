using System;

namespace Bms.Plant.Materials;

/// <summary>Conduction of a layer between two faces.</summary>
/// <remarks>Review Table A.1.</remarks>
public static class Conduction
{
    /// <summary>Conductivity of a specimen, S/m: σ = d/(A R).</summary>
    /// <param name="thickness">Distance of the faces d, m.</param>
    /// <param name="area">Area of a face A, m².</param>
    /// <param name="resistance">Resistance between the faces R, Ohm.</param>
    public static double Conductivity(double thickness, double area, double resistance) => thickness / (area * resistance);

    /// <summary>Resistance of a layer times its area, Ohm m²: R A = d/σ.</summary>
    /// <param name="thickness">Thickness d, m.</param>
    /// <param name="conductivity">Conductivity σ, S/m.</param>
    public static double AreaResistance(double thickness, double conductivity) => thickness / conductivity;

    /// <summary>Transference number of the cation, 0..1, from a step of voltage on a symmetric cell (Bruce and Vincent):
    /// T+ = I_s (ΔV - I_0 R_0) / (I_0 (ΔV - I_s R_s)).</summary>
    /// <param name="voltage">Step of voltage ΔV, V.</param>
    /// <param name="initialCurrent">Current just after the step I_0, A.</param>
    /// <param name="steadyCurrent">Current that stays I_s, A.</param>
    /// <param name="initialResistance">Interface resistance before the step R_0, Ohm.</param>
    /// <param name="steadyResistance">Interface resistance in the steady state R_s, Ohm.</param>
    /// <remarks>Review Eq. 8.</remarks>
    public static double TransferenceNumber(double voltage, double initialCurrent, double steadyCurrent, double initialResistance, double steadyResistance) =>
        steadyCurrent * (voltage - (initialCurrent * initialResistance)) / (initialCurrent * (voltage - (steadyCurrent * steadyResistance)));

    /// <summary>Critical current density, A/m², at which the charge that an interface can hold is passed within its time constant:
    /// i_c = sqrt(6 ε |Δp_c|) / (R_int C_int) = 2π f_int sqrt(6 ε |Δp_c|).</summary>
    /// <param name="permittivity">Permittivity of the electrolyte ε, F/m.</param>
    /// <param name="criticalPressure">Pressure that the interface bears Δp_c, Pa.</param>
    /// <param name="interfaceResistance">Interface resistance R_int, Ohm m².</param>
    /// <param name="interfaceCapacitance">Interface capacitance C_int, F/m².</param>
    /// <remarks>Review Eq. 1. With C_int and Δp_c constant, it follows 1/R_int(T).</remarks>
    public static double CriticalCurrentDensity(double permittivity, double criticalPressure, double interfaceResistance, double interfaceCapacitance) =>
        Math.Sqrt(6 * permittivity * Math.Abs(criticalPressure)) / (interfaceResistance * interfaceCapacitance);

    /// <summary>Area enhancement factor of a structured electrode: AEF = A_int/A_f, at least 1.</summary>
    /// <param name="interfaceArea">Area of electrode against electrolyte A_int, m².</param>
    /// <param name="footprint">Area of the cell A_f, m².</param>
    /// <remarks>Review Eq. 17.</remarks>
    public static double AreaEnhancementFactor(double interfaceArea, double footprint) => interfaceArea / footprint;
}
