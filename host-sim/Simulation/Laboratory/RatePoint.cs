namespace Bms.Simulation.Laboratory;

/// <summary>One rate at one temperature.</summary>
/// <param name="TemperatureC">Temperature of the chamber, degC.</param>
/// <param name="Rate">Discharge rate, multiples of 1C.</param>
/// <param name="CapacityAh">Charge down to the lowest voltage, A h.</param>
/// <param name="CapacityWithoutVoidsAh">The same of a cell whose contact stays, A h.</param>
/// <param name="EnergyWh">Energy down to the lowest voltage, W h.</param>
/// <param name="MeanVoltageV">Energy over charge, V.</param>
/// <param name="MeanVoltageWithoutVoidsV">The same of a cell whose contact stays, V.</param>
/// <param name="TemperatureRiseK">Largest rise of the core, K.</param>
/// <param name="ContactEnd">Contact factor at the end.</param>
public sealed record RatePoint(
    double TemperatureC,
    double Rate,
    double CapacityAh,
    double CapacityWithoutVoidsAh,
    double EnergyWh,
    double MeanVoltageV,
    double MeanVoltageWithoutVoidsV,
    double TemperatureRiseK,
    double ContactEnd)
{
    internal static RatePoint Of(RateTest.Discharge real, RateTest.Discharge held) => new(
        real.Celsius, real.Rate, real.Charge, held.Charge, real.Energy, real.Energy / real.Charge, held.Energy / held.Charge, real.Rise, real.Contact);
}
