namespace Bms.Simulation.Laboratory;

/// <summary>One cycle of a <see cref="CycleTest"/>: a charge, then a discharge.</summary>
/// <param name="TemperatureC">Temperature of the chamber, degC.</param>
/// <param name="Cycle">Number of the cycle, from 1.</param>
/// <param name="ChargeAh">Charge taken in, A h.</param>
/// <param name="DischargeAh">Charge given, A h.</param>
/// <param name="CoulombicPercent">Charge given over charge taken in, percent.</param>
/// <param name="EnergyPercent">Energy given over energy taken in, percent.</param>
/// <param name="ResistanceOhmCm2">Area resistance under the discharge current at half charge, Ohm cm².</param>
/// <param name="CapacityPercent">Capacity of the true cell over that of the new one, percent.</param>
/// <param name="Contact">Contact factor at the end of the discharge.</param>
/// <param name="Filament">Filament index at the end of the cycle.</param>
public sealed record CycleRecord(
    double TemperatureC,
    int Cycle,
    double ChargeAh,
    double DischargeAh,
    double CoulombicPercent,
    double EnergyPercent,
    double ResistanceOhmCm2,
    double CapacityPercent,
    double Contact,
    double Filament);
