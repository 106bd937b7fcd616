namespace Bms.Plant.Electrodes;

/// <summary>What both electrodes add to the terminal voltage, mean over the ways through all depths, V.</summary>
/// <param name="SurfacePotential">Open-circuit potential at the particles' surfaces.</param>
/// <param name="PositiveKinetics">Charge transfer at the positive electrode.</param>
/// <param name="NegativeKinetics">Charge transfer at the negative electrode.</param>
/// <param name="IonicRail">Ionic rail of the composite.</param>
/// <param name="ElectronicRail">Electronic rail of the composite.</param>
public readonly record struct ElectrodeTerms(
    double SurfacePotential, double PositiveKinetics, double NegativeKinetics, double IonicRail, double ElectronicRail);
