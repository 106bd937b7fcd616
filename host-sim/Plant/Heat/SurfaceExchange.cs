using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Heat;

/// <summary>What a surface gives to the ambient: convection and radiation.</summary>
/// <remarks>
/// q = G_c (Ts - Ta) + ε σ A (Ts⁴ - Ta⁴), review Eq. 5. G_c is what the conductance given for 25 °C leaves after radiation at
/// 25 °C, so that the small-signal conductance there is the given one. Radiation cannot be more than all of it.
/// </remarks>
public sealed class SurfaceExchange
{
    /// <summary>Stefan-Boltzmann constant σ, W/(m² K⁴), CODATA 2018.</summary>
    public const double StefanBoltzmann = 5.670374419e-8;

    private const double Reference = 298.15;

    private readonly double _convection;
    private readonly double _radiation;

    /// <summary>Splits the surface conductance of a cell.</summary>
    public SurfaceExchange(ThermalNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);

        double perCube = 4 * Reference * Reference * Reference;
        _radiation = Math.Min(nodes.Emissivity * StefanBoltzmann * nodes.RadiatingArea, nodes.SurfaceToAmbient / perCube);
        _convection = nodes.SurfaceToAmbient - (_radiation * perCube);
    }

    /// <summary>Conductance between a surface and an ambient, W/K: heat flow over temperature difference.</summary>
    /// <param name="surface">Surface temperature, K.</param>
    /// <param name="ambient">Ambient temperature, K.</param>
    public double Conductance(double surface, double ambient) =>
        _convection + (_radiation * ((surface * surface) + (ambient * ambient)) * (surface + ambient));
}
