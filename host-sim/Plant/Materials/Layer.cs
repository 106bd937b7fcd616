using System;

namespace Bms.Plant.Materials;

/// <summary>A layer of a stack.</summary>
/// <param name="Thickness">m.</param>
/// <param name="Density">kg/m³.</param>
/// <param name="HeatCapacity">Specific heat capacity, J/(kg K).</param>
/// <param name="ThermalConductivity">W/(m K).</param>
public readonly record struct Layer(double Thickness, double Density, double HeatCapacity, double ThermalConductivity)
{
    /// <summary>A dense layer of one material.</summary>
    /// <exception cref="InvalidOperationException">The catalogue lacks one of its thermal properties.</exception>
    public static Layer Of(Material material, double thickness)
    {
        ArgumentNullException.ThrowIfNull(material);
        return new Layer(
            thickness,
            material.Required(Quantities.Density),
            material.Required(Quantities.HeatCapacity),
            material.Required(Quantities.ThermalConductivity));
    }
}
