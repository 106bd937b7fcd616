namespace Bms.Plant.Materials;

/// <summary>What two elastic constants of an isotropic solid say about the others, and about what a crack takes.</summary>
/// <remarks>Review Table A.1.</remarks>
public static class Elasticity
{
    /// <summary>Shear modulus, Pa: G = E / 2(1 + ν).</summary>
    /// <param name="youngsModulus">E, Pa.</param>
    /// <param name="poissonRatio">ν.</param>
    public static double ShearModulus(double youngsModulus, double poissonRatio) => youngsModulus / (2 * (1 + poissonRatio));

    /// <summary>Bulk modulus, Pa: K = E / 3(1 - 2ν).</summary>
    /// <param name="youngsModulus">E, Pa.</param>
    /// <param name="poissonRatio">ν, below 0.5.</param>
    public static double BulkModulus(double youngsModulus, double poissonRatio) => youngsModulus / (3 * (1 - (2 * poissonRatio)));

    /// <summary>Pugh's ratio of moduli: K/G = 2(1 + ν) / 3(1 - 2ν).</summary>
    /// <param name="poissonRatio">ν, below 0.5.</param>
    public static double PughRatio(double poissonRatio) => 2 * (1 + poissonRatio) / (3 * (1 - (2 * poissonRatio)));

    /// <summary>Energy that a square metre of crack takes in plane strain, J/m²: G_c = K_Ic² (1 - ν²) / E (Irwin).</summary>
    /// <param name="toughness">K_Ic, Pa m^0.5.</param>
    /// <param name="youngsModulus">E, Pa.</param>
    /// <param name="poissonRatio">ν.</param>
    public static double FractureEnergy(double toughness, double youngsModulus, double poissonRatio) =>
        toughness * toughness * (1 - (poissonRatio * poissonRatio)) / youngsModulus;
}
