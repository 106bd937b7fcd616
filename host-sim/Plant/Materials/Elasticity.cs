namespace Bms.Plant.Materials;

/// <summary>What two elastic constants of an isotropic solid say about the others, and what a strain that is held back costs.</summary>
/// <remarks>Review Table A.1 and Eq. 6.</remarks>
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

    /// <summary>Misfit strain of two layers that were joined without stress: ε = (α1 - α2) ΔT.</summary>
    /// <param name="firstExpansion">α1, 1/K.</param>
    /// <param name="secondExpansion">α2, 1/K.</param>
    /// <param name="temperatureRise">ΔT since they were joined, K.</param>
    /// <remarks>Review Eq. 6.</remarks>
    public static double MisfitStrain(double firstExpansion, double secondExpansion, double temperatureRise) =>
        (firstExpansion - secondExpansion) * temperatureRise;

    /// <summary>Stress of a thin layer whose strain in its plane is held back, Pa: σ = E ε / (1 - ν).</summary>
    /// <param name="youngsModulus">E of the layer, Pa.</param>
    /// <param name="poissonRatio">ν of the layer.</param>
    /// <param name="strain">Strain held back.</param>
    public static double FilmStress(double youngsModulus, double poissonRatio, double strain) => youngsModulus * strain / (1 - poissonRatio);
}
