using System;
using Bms.Plant.Laws;

namespace Bms.Plant.Materials;

/// <summary>Ions and their charge in a dielectric.</summary>
/// <remarks>Review Eqs. 3 and 4.</remarks>
public static class Electrostatics
{
    /// <summary>Coulomb force between two charges, N, positive when they repel: F = z1 z2 e² / (4π ε_r ε_0 r²).</summary>
    /// <param name="first">Charge number z1.</param>
    /// <param name="second">Charge number z2.</param>
    /// <param name="distance">Distance r, m.</param>
    /// <param name="relativePermittivity">ε_r of what lies between.</param>
    public static double CoulombForce(double first, double second, double distance, double relativePermittivity)
    {
        double charges = first * second * Constants.ElementaryCharge * Constants.ElementaryCharge;
        return charges / (4 * Math.PI * relativePermittivity * Constants.VacuumPermittivity * distance * distance);
    }

    /// <summary>Debye length, m, over which charge is screened: λ = sqrt(ε_r ε_0 R T / (F² Σ z² c)).</summary>
    /// <param name="relativePermittivity">ε_r.</param>
    /// <param name="temperature">T, K.</param>
    /// <param name="ionicSum">Σ z² c over the mobile ions, mol/m³.</param>
    public static double DebyeLength(double relativePermittivity, double temperature, double ionicSum) =>
        Math.Sqrt(relativePermittivity * Constants.VacuumPermittivity * Constants.GasConstant * temperature
            / (Constants.Faraday * Constants.Faraday * ionicSum));
}
