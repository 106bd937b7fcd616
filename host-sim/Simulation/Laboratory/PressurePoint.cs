namespace Bms.Simulation.Laboratory;

/// <summary>Resistance at one pressure of a <see cref="PressureSweep"/>.</summary>
/// <param name="Branch">loading, unloading or reloading.</param>
/// <param name="PressureMpa">Stack pressure, MPa.</param>
/// <param name="TotalOhmCm2">Area resistance to a small current, Ohm cm².</param>
/// <param name="ContactOhmCm2">The lithium interface's constriction, Ohm cm².</param>
/// <param name="Contact">Contact factor.</param>
public sealed record PressurePoint(string Branch, double PressureMpa, double TotalOhmCm2, double ContactOhmCm2, double Contact);
