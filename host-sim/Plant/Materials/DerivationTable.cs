using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Laws;
using Bms.Plant.Mechanics;
using static Bms.Plant.Materials.Quantities;

namespace Bms.Plant.Materials;

/// <summary>Everything the catalogue derives: one row a property.</summary>
public static class DerivationTable
{
    private const double Room = 298.15;                 // K
    private const double Warm = 333.15;                 // K
    private const double SeparatorThickness = 50e-6;    // m, of the pouch cell
    private const double Flaw = 10e-6;                  // m, a pore or grain that a pressed or sintered layer has

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Derivation> Rows { get; } =
    [
        new(ShearModulus, "E / 2(1 + ν)", [YoungsModulus, PoissonRatio], x => Elasticity.ShearModulus(x[0], x[1])),
        new(BulkModulus, "E / 3(1 - 2ν)", [YoungsModulus, PoissonRatio], x => Elasticity.BulkModulus(x[0], x[1])),
        new(PughRatio, "2(1 + ν) / 3(1 - 2ν)", [PoissonRatio], x => Elasticity.PughRatio(x[0])),
        new(FractureEnergy, "K_Ic² (1 - ν²) / E", [FractureToughness, YoungsModulus, PoissonRatio], x => Elasticity.FractureEnergy(x[0], x[1], x[2])),
        new(FractureStress, "K_Ic / sqrt(π a)", [FractureToughness], x => Fracture.CriticalStress(x[0], Flaw, 1)),
        new(AreaResistance, "d / σ", [IonicConductivity], x => Conduction.AreaResistance(SeparatorThickness, x[0])),
        new(ConductivityGain, "exp(E/R (1/T1 - 1/T2))", [ActivationEnergy], x => new Arrhenius(x[0], Room).At(1 / Warm)),
        new(DebyeLength, "sqrt(ε R T / F² Σz²c), as many anions as ions", [Permittivity, MobileConcentration], x => Electrostatics.DebyeLength(x[0], Room, 2 * x[1])),
        new(ThermalDiffusivity, "k / ρ Cp", [ThermalConductivity, Density, HeatCapacity], x => x[0] / (x[1] * x[2])),
        new(ThicknessPerCharge, "M / F ρ", [MolarMass, Density], x => x[0] / (Constants.Faraday * x[1])),
        new(HomologousTemperature, "T / T_melt", [MeltingPoint], x => Room / x[0]),
    ];

    /// <summary>How a property is derived; null if it is not.</summary>
    public static Derivation? For(Quantity quantity) => Rows.FirstOrDefault(row => row.Quantity == quantity);
}
