namespace Bms.Simulation.Running;

/// <summary>What one limiter alone allows.</summary>
/// <param name="Limiter">Key of the limiter.</param>
/// <param name="Charge">Highest charge, multiples of 1C; null where it sets no bound.</param>
/// <param name="Discharge">Highest discharge, likewise.</param>
public sealed record LimiterBound(string Limiter, double? Charge, double? Discharge);
