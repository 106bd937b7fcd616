using System;

namespace Bms.Plant.Mechanics;

/// <summary>Linear elastic fracture: when a flaw runs.</summary>
/// <remarks>Review Eq. 7: σ ≥ K_Ic / (γ sqrt(π a)).</remarks>
public static class Fracture
{
    /// <summary>Geometry factor γ of a flaw at a surface, handbook.</summary>
    public const double SurfaceFlaw = 1.12;

    /// <summary>Stress at which a flaw runs, Pa.</summary>
    /// <param name="toughness">K_Ic, Pa m^0.5.</param>
    /// <param name="flaw">Length a of the flaw, m, above 0.</param>
    /// <param name="geometry">Geometry factor γ.</param>
    public static double CriticalStress(double toughness, double flaw, double geometry = SurfaceFlaw) => toughness / Intensity(1, flaw, geometry);

    /// <summary>Stress intensity K = γ σ sqrt(π a), Pa m^0.5.</summary>
    /// <param name="stress">σ, Pa.</param>
    /// <param name="flaw">a, m.</param>
    /// <param name="geometry">γ.</param>
    public static double Intensity(double stress, double flaw, double geometry = SurfaceFlaw) => geometry * stress * Math.Sqrt(Math.PI * flaw);
}
