namespace Bms.Simulation.Laboratory;

/// <summary>Rates of a <see cref="CycleTest"/> at one temperature.</summary>
/// <param name="TemperatureC">Temperature of the chamber, degC.</param>
/// <param name="ChargeRate">Charge, multiples of 1C.</param>
/// <param name="DischargeRate">Discharge, multiples of 1C.</param>
public sealed record CycleRates(double TemperatureC, double ChargeRate, double DischargeRate);
