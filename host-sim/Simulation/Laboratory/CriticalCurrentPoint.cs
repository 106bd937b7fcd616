namespace Bms.Simulation.Laboratory;

/// <summary>One symmetric cell, driven until its voltage broke in.</summary>
/// <param name="Series">What is varied in its series: temperature, pressure or contact.</param>
/// <param name="TemperatureC">Temperature, degC.</param>
/// <param name="PressureMpa">Stack pressure, MPa.</param>
/// <param name="Contact">Contact factor at the start.</param>
/// <param name="CriticalCurrentMaCm2">Largest current density whose whole cycle the cell took, mA/cm²; not a number if it took all.</param>
/// <param name="BrokeAtMaCm2">Current density at which the voltage broke in, mA/cm²; not a number if it never did.</param>
/// <param name="StrippingLimitMaCm2">Local current density that starts voids, of the true cell, mA/cm².</param>
/// <param name="PlatingLimitMaCm2">Local current density that starts filaments, of the true cell, mA/cm².</param>
/// <param name="ContactAtBreak">Smallest contact factor when the voltage broke in.</param>
/// <param name="HoursToBreak">Time until then, h.</param>
public sealed record CriticalCurrentPoint(
    string Series,
    double TemperatureC,
    double PressureMpa,
    double Contact,
    double CriticalCurrentMaCm2,
    double BrokeAtMaCm2,
    double StrippingLimitMaCm2,
    double PlatingLimitMaCm2,
    double ContactAtBreak,
    double HoursToBreak);
