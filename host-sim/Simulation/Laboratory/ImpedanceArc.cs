namespace Bms.Simulation.Laboratory;

/// <summary>One process in a spectrum: what the parameters let expect, and what was found.</summary>
/// <param name="Process">What relaxes.</param>
/// <param name="ExpectedTauS">Time constant from the parameters, s.</param>
/// <param name="ExpectedOhmCm2">Resistance from the parameters, Ohm cm².</param>
/// <param name="TauS">Time constant found in the spectrum, s; not a number if none was.</param>
/// <param name="FrequencyHz">Frequency at the top of its arc, 1/(2π τ), Hz.</param>
/// <param name="OhmCm2">Resistance found in the spectrum, Ohm cm².</param>
/// <param name="Spread">Whether it is spread over many relaxations, of which the slowest is expected and the largest found.</param>
/// <param name="OwnPeak">Whether -Im of the whole spectrum has a peak of its own there; else the arc merges with a larger neighbour.</param>
public sealed record ImpedanceArc(
    string Process, double ExpectedTauS, double ExpectedOhmCm2, double TauS, double FrequencyHz, double OhmCm2, bool Spread, bool OwnPeak);
