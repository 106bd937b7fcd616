using System;
using System.Collections.Generic;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanics;

/// <summary>Strain between layers that expand unequally.</summary>
/// <remarks>Review Eq. 6: ε = (α1 - α2) ΔT. Both layers are free of it at the temperature at which they were joined.</remarks>
public static class MisfitStrain
{
    /// <summary>Strain between two materials.</summary>
    /// <param name="first">α1, 1/K.</param>
    /// <param name="second">α2, 1/K.</param>
    /// <param name="rise">Temperature above that of joining, K.</param>
    public static double Between(double first, double second, double rise) => (first - second) * rise;

    /// <summary>The largest magnitude of it at any interface of a stack; interfaces of a layer whose expansion is not known do not count.</summary>
    /// <param name="layers">The stack.</param>
    /// <param name="rise">Temperature above that of joining, K.</param>
    public static double Largest(IReadOnlyList<Layer> layers, double rise)
    {
        ArgumentNullException.ThrowIfNull(layers);
        double largest = 0;
        for (int layer = 1; layer < layers.Count; layer++)
        {
            if (layers[layer - 1].Expansion is double first && layers[layer].Expansion is double second)
            {
                largest = Math.Max(largest, Math.Abs(Between(first, second, rise)));
            }
        }

        return largest;
    }

    /// <summary>Stress in a film that is stretched in both directions of its plane, Pa: E ε / (1 - ν).</summary>
    /// <param name="strain">ε.</param>
    /// <param name="modulus">Young's modulus E, Pa.</param>
    /// <param name="poisson">Poisson ratio ν, below 1.</param>
    public static double Stress(double strain, double modulus, double poisson) => modulus * strain / (1 - poisson);
}
