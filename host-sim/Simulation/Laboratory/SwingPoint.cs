namespace Bms.Simulation.Laboratory;

/// <summary>Pressure at one state of charge during a slow charge in the profile's clamp.</summary>
/// <param name="Soc">State of charge, 0..1.</param>
/// <param name="PressureMpa">Stack pressure, MPa.</param>
public sealed record SwingPoint(double Soc, double PressureMpa);
