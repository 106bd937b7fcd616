namespace Bms.Simulation.Laboratory;

/// <summary>A check-up of a cell in storage.</summary>
/// <param name="TemperatureC">Storage temperature, degC.</param>
/// <param name="SocPercent">State of charge at the start, percent.</param>
/// <param name="Days">Time in storage, d.</param>
/// <param name="CapacityPercent">Capacity over that of the new cell, percent.</param>
/// <param name="ResistanceOhmCm2">Area resistance at the reference temperature, 50 % and the set pressure, Ohm cm².</param>
/// <param name="ResistancePercent">The same over that of the new cell, percent.</param>
/// <param name="SocLeftPercent">State of charge that self-discharge has left, percent.</param>
public sealed record StoragePoint(
    double TemperatureC, double SocPercent, double Days, double CapacityPercent, double ResistanceOhmCm2, double ResistancePercent, double SocLeftPercent);
