namespace Bms.Simulation.Laboratory;

/// <summary>One pack at one temperature, with the learnt correction or without.</summary>
/// <param name="TemperatureC">Temperature at the start, degC.</param>
/// <param name="Pack">Seed of the pack and its sensors.</param>
/// <param name="Corrected">Whether the firmware corrects the voltage of its model.</param>
/// <param name="RmsMv">Root of the mean square residual, in means of a minute, mV.</param>
/// <param name="SpreadMv">Standard deviation of the same over the cells of the pack, mV.</param>
/// <param name="SecondRmsMv">Root of the mean square residual of single seconds, mV: noise of the current included.</param>
/// <param name="LargestCorrectionMv">Largest magnitude of a correction, mV.</param>
/// <param name="SocRmsePercent">Error of the state of charge, %.</param>
/// <param name="ChargeLimitC">Mean charge limit, multiples of 1C.</param>
/// <param name="DischargeLimitC">Mean discharge limit, multiples of 1C.</param>
/// <param name="Violations">Episodes in which a true limit was broken.</param>
public sealed record CorrectionPoint(
    double TemperatureC,
    ulong Pack,
    bool Corrected,
    double RmsMv,
    double SpreadMv,
    double SecondRmsMv,
    double LargestCorrectionMv,
    double SocRmsePercent,
    double ChargeLimitC,
    double DischargeLimitC,
    int Violations);
