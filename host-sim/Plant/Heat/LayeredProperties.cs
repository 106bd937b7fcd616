using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Plant.Heat;

/// <summary>What a stack of layers is to heat as a whole.</summary>
/// <remarks>Review Eq. A.1: Cp = Σ Cp_i m_i / m; k⊥ = l / Σ (l_i/k_i); k∥ = Σ l_i k_i / l.</remarks>
public sealed class LayeredProperties
{
    /// <summary>Takes a stack from face to face, one repeat of it.</summary>
    /// <param name="layers">The layers, at least one.</param>
    /// <param name="repeats">How often the stack repeats in the cell.</param>
    /// <exception cref="ArgumentException">No layer.</exception>
    public LayeredProperties(IReadOnlyList<Layer> layers, int repeats)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        if (layers.Count == 0)
        {
            throw new ArgumentException("a stack has at least one layer", nameof(layers));
        }

        double thickness = layers.Sum(layer => layer.Thickness);
        double mass = layers.Sum(MassOf);
        Thickness = repeats * thickness;
        Mass = repeats * mass;
        SpecificHeat = layers.Sum(layer => MassOf(layer) * layer.SpecificHeat) / mass;
        Across = thickness / layers.Sum(layer => layer.Thickness / layer.Conductivity);
        Along = layers.Sum(layer => layer.Thickness * layer.Conductivity) / thickness;
        CrossResistance = repeats * layers.Sum(layer => layer.Thickness / (layer.Conductivity * layer.Area));

        static double MassOf(Layer layer) => layer.Thickness * layer.Area * layer.Density;
    }

    /// <summary>Thickness of the cell's stack l, m.</summary>
    public double Thickness { get; }

    /// <summary>Its mass, kg.</summary>
    public double Mass { get; }

    /// <summary>Effective specific heat capacity, J/(kg K).</summary>
    public double SpecificHeat { get; }

    /// <summary>Heat capacity, J/K.</summary>
    public double Capacity => Mass * SpecificHeat;

    /// <summary>Effective conductivity across the layers k⊥, W/(m K).</summary>
    public double Across { get; }

    /// <summary>Effective conductivity along the layers k∥, W/(m K).</summary>
    public double Along { get; }

    /// <summary>Thermal resistance from face to face, K/W.</summary>
    public double CrossResistance { get; }

    /// <summary>Conductance from the mean of the stack, heated evenly, to both faces, W/K: 12 k A / l.</summary>
    public double MeanToFaces => 12 / CrossResistance;
}
