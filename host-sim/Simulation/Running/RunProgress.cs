namespace Bms.Simulation.Running;

/// <summary>How far a run is.</summary>
/// <param name="Time_s">Simulated time, s.</param>
/// <param name="Expected_s">Expected duration of the whole, s.</param>
/// <param name="StateOfCharge">Mean true state of charge, 0..1.</param>
/// <param name="Step">Sentence of the step under way.</param>
public readonly record struct RunProgress(double Time_s, double Expected_s, double StateOfCharge, string Step);
