using System;
using System.Numerics;
using Bms.Plant.Laws;

namespace Bms.Plant.Parameters;

/// <summary>
/// Lithium of a glass that is bound, Li0, or free, Li+, with the negative charge n- that it leaves behind: Li0 = Li+ + n-.
/// </summary>
/// <remarks>Raijmakers 2020, Eqs. 17-25, after Danilov 2011: k_d (c0 - c) of pairs form and k_r c² recombine, mol/(m³ s), where
/// c = c_Li+ = c_n-; in equilibrium c = δ c0, so k_d = k_r c0 δ²/(1 - δ). All constants hold at the cell's reference temperature.</remarks>
public sealed record IonPairs
{
    /// <summary>All lithium, c0, mol/m³.</summary>
    public required double TotalConcentration { get; init; }

    /// <summary>Share that is free in equilibrium, δ, within 0 and 1.</summary>
    public required double MobileFraction { get; init; }

    /// <summary>Rate constant of recombination, k_r, m³/(mol s).</summary>
    public required double Recombination { get; init; }

    /// <summary>Activation energy of generation and recombination, J/mol: δ does not depend on temperature.</summary>
    public required double RecombinationActivation { get; init; }

    /// <summary>Diffusivity of Li+, m²/s.</summary>
    public required double CationDiffusivity { get; init; }

    /// <summary>Diffusivity of n-, m²/s.</summary>
    public required double AnionDiffusivity { get; init; }

    /// <summary>Concentration of free lithium in equilibrium, δ c0, mol/m³.</summary>
    public double FreeConcentration => MobileFraction * TotalConcentration;

    /// <summary>Share of the current that n- carries where the concentration is even, t-.</summary>
    public double AnionTransference => AnionDiffusivity / (CationDiffusivity + AnionDiffusivity);

    /// <summary>Diffusivity of pairs, D = 2 D+ D- / (D+ + D-), m²/s.</summary>
    public double PairDiffusivity => 2 * CationDiffusivity * AnionTransference;

    /// <summary>Rate at which a small disturbance of the equilibrium dies out, k_r δ c0 (2 + δ/(1 - δ)), 1/s.</summary>
    public double RelaxationRate => Recombination * FreeConcentration * (2 + (MobileFraction / (1 - MobileFraction)));

    /// <summary>Thickness of the layer at each face in which Li+ that enters makes pairs disappear, sqrt(D / rate), m.</summary>
    public double ReactionLength => Math.Sqrt(PairDiffusivity / RelaxationRate);

    /// <summary>Conductivity where the concentration is even, F² δ c0 (D+ + D-) / RT, S/m.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public double Conductivity(double temperature) =>
        Constants.Faraday * Constants.Faraday * FreeConcentration * (CationDiffusivity + AnionDiffusivity) / (Constants.GasConstant * temperature);

    /// <summary>
    /// Resistance of a film to a lasting small current over that of its even interior: only Li+ passes the faces, so what n-
    /// carries inside must be handed over in two layers of one reaction length.
    /// </summary>
    /// <param name="thickness">Thickness of the film, m.</param>
    /// <param name="reach">Reaction length over that at the reference temperature.</param>
    /// <returns>1 + 2 λ/L D-/D+ tanh(L/2λ).</returns>
    public double LastingResistance(double thickness, double reach = 1)
    {
        double twoLayers = 2 * reach * ReactionLength / thickness;
        return 1 + (twoLayers * AnionDiffusivity / CationDiffusivity * Math.Tanh(1 / twoLayers));
    }

    /// <summary>What diffusion of pairs adds to a film's impedance, over the resistance of its even interior.</summary>
    /// <param name="thickness">Thickness of the film, m.</param>
    /// <param name="reach">Reaction length over that at the reference temperature.</param>
    /// <param name="periods">Angular frequency over the rate at which a disturbance dies out.</param>
    /// <returns>2 λ/L D-/D+ tanh(L/2λ) with λ/sqrt(1 + jω/rate) for λ: slow, what <see cref="LastingResistance"/> adds.</returns>
    public Complex DiffusionImpedance(double thickness, double reach, double periods)
    {
        Complex twoLayers = 2 * reach * ReactionLength / thickness / Complex.Sqrt(new Complex(1, periods));
        Complex across = 1 / twoLayers;
        return twoLayers * AnionDiffusivity / CationDiffusivity * (across.Real > 20 ? Complex.One : Complex.Tanh(across));
    }
}
