using System.Numerics;

namespace Bms.Plant.Electrodes;

/// <summary>Impedance of a composite electrode taken apart, Ohm.</summary>
/// <param name="Kinetics">Charge transfer and double layer.</param>
/// <param name="Diffusion">Diffusion in the particles.</param>
/// <param name="IonicRail">Ionic rail.</param>
/// <param name="ElectronicRail">Electronic rail.</param>
public readonly record struct LadderTerms(Complex Kinetics, Complex Diffusion, Complex IonicRail, Complex ElectronicRail);
