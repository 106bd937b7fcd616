using System;

namespace Bms.Plant.Materials;

/// <summary>What an indenter tells of a brittle solid.</summary>
/// <remarks>Review Table A.1; when a flaw runs is a matter of <see cref="Mechanics.Fracture"/>.</remarks>
public static class Indentation
{
    private const double Vickers = 1.854;          // 2 sin(136°/2), the faces of the pyramid
    private const double AnstisCoefficient = 0.016;

    /// <summary>Vickers hardness, Pa: H_v = 1.854 P / (2a)².</summary>
    /// <param name="load">P, N.</param>
    /// <param name="halfDiagonal">Half the diagonal of the imprint a, m.</param>
    public static double VickersHardness(double load, double halfDiagonal) => Vickers * load / (4 * halfDiagonal * halfDiagonal);

    /// <summary>Fracture toughness from the cracks at an imprint, Pa m^0.5: K_Ic = 0.016 (E/H)^0.5 P / c^1.5.</summary>
    /// <param name="youngsModulus">E, Pa.</param>
    /// <param name="hardness">H, Pa.</param>
    /// <param name="load">P, N.</param>
    /// <param name="crack">Length of a crack from the middle of the imprint c, m.</param>
    public static double FractureToughness(double youngsModulus, double hardness, double load, double crack) =>
        AnstisCoefficient * Math.Sqrt(youngsModulus / hardness) * load / Math.Pow(crack, 1.5);
}
