using System.Collections.Generic;

namespace Bms.Simulation.Laboratory;

/// <summary>The spectrum of one state.</summary>
/// <param name="TemperatureC">Temperature, degC.</param>
/// <param name="SocPercent">State of charge, percent.</param>
/// <param name="HighOhmCm2">Real part at the highest frequency, Ohm cm².</param>
/// <param name="PeaksHz">Frequencies at which -Im has a peak, Hz, falling.</param>
/// <param name="Arcs">The processes, from the fastest.</param>
public sealed record ImpedancePoint(
    double TemperatureC, double SocPercent, double HighOhmCm2, IReadOnlyList<double> PeaksHz, IReadOnlyList<ImpedanceArc> Arcs);
