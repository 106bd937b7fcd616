using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Plant.Materials;

/// <summary>What layers are together as one body.</summary>
/// <remarks>Review Table A.1. Contact between layers is taken as perfect.</remarks>
public sealed class Laminate
{
    /// <summary>Stacks layers, at least one, in any order.</summary>
    /// <exception cref="ArgumentException">No layer.</exception>
    public Laminate(IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0)
        {
            throw new ArgumentException("a stack takes at least one layer", nameof(layers));
        }

        Thickness = layers.Sum(layer => layer.Thickness);
        double mass = layers.Sum(layer => layer.Thickness * layer.Density);
        Density = mass / Thickness;
        HeatCapacity = layers.Sum(layer => layer.HeatCapacity * layer.Thickness * layer.Density) / mass;
        ConductivityAcross = Thickness / layers.Sum(layer => layer.Thickness / layer.ThermalConductivity);
        ConductivityAlong = layers.Sum(layer => layer.Thickness * layer.ThermalConductivity) / Thickness;
    }

    /// <summary>Thickness l, m.</summary>
    public double Thickness { get; }

    /// <summary>Density, kg/m³.</summary>
    public double Density { get; }

    /// <summary>Specific heat capacity, J/(kg K): Σ Cp_i m_i / m.</summary>
    public double HeatCapacity { get; }

    /// <summary>Thermal conductivity across the layers, W/(m K): l / Σ(l_i/k_i).</summary>
    public double ConductivityAcross { get; }

    /// <summary>Thermal conductivity along the layers, W/(m K): Σ(l_i k_i) / l.</summary>
    public double ConductivityAlong { get; }
}
