using System;

namespace Bms.Plant.Materials;

/// <summary>When a brittle solid breaks, and how an indenter tells.</summary>
/// <remarks>Review Eq. 7 and Table A.1.</remarks>
public static class Fracture
{
    private const double Vickers = 1.854;          // 2 sin(136°/2), the faces of the pyramid
    private const double AnstisCoefficient = 0.016;

    /// <summary>Stress at which a crack runs, Pa: σ = K_Ic / (γ sqrt(π a_c)).</summary>
    /// <param name="toughness">K_Ic, Pa m^0.5.</param>
    /// <param name="flaw">Length of the flaw a_c, m.</param>
    /// <param name="geometry">Geometry factor γ; 1 in the middle of a large body, 1.12 at an edge.</param>
    /// <remarks>Review Eq. 7.</remarks>
    public static double CriticalStress(double toughness, double flaw, double geometry = 1) => toughness / (geometry * Math.Sqrt(Math.PI * flaw));

    /// <summary>Longest flaw that bears a stress, m: a_c = (K_Ic / (γ σ))² / π.</summary>
    /// <param name="toughness">K_Ic, Pa m^0.5.</param>
    /// <param name="stress">σ, Pa.</param>
    /// <param name="geometry">Geometry factor γ.</param>
    public static double CriticalFlaw(double toughness, double stress, double geometry = 1)
    {
        double ratio = toughness / (geometry * stress);
        return ratio * ratio / Math.PI;
    }

    /// <summary>Energy that a square metre of crack takes in plane strain, J/m²: G_c = K_Ic² (1 - ν²) / E (Irwin).</summary>
    /// <param name="toughness">K_Ic, Pa m^0.5.</param>
    /// <param name="youngsModulus">E, Pa.</param>
    /// <param name="poissonRatio">ν.</param>
    public static double Energy(double toughness, double youngsModulus, double poissonRatio) =>
        toughness * toughness * (1 - (poissonRatio * poissonRatio)) / youngsModulus;

    /// <summary>Vickers hardness, Pa: H_v = 1.854 P / (2a)².</summary>
    /// <param name="load">P, N.</param>
    /// <param name="halfDiagonal">Half the diagonal of the imprint a, m.</param>
    public static double VickersHardness(double load, double halfDiagonal) => Vickers * load / (4 * halfDiagonal * halfDiagonal);

    /// <summary>Fracture toughness from the cracks at an imprint, Pa m^0.5: K_Ic = 0.016 (E/H)^0.5 P / c^1.5.</summary>
    /// <param name="youngsModulus">E, Pa.</param>
    /// <param name="hardness">H, Pa.</param>
    /// <param name="load">P, N.</param>
    /// <param name="crack">Length of a crack from the middle of the imprint c, m.</param>
    public static double IndentationToughness(double youngsModulus, double hardness, double load, double crack) =>
        AnstisCoefficient * Math.Sqrt(youngsModulus / hardness) * load / Math.Pow(crack, 1.5);
}
