namespace Bms.Simulation.Results;

/// <summary>Something that happened at an instant of a run.</summary>
/// <param name="Time">Time since the start, s.</param>
/// <param name="Text">What happened, as a person would say it.</param>
/// <param name="Kind">Of what kind it is.</param>
public sealed record RunEvent(double Time, string Text, EventKind Kind);
