namespace Bms.Simulation.Results;

/// <summary>A stretch of time in which a limit of the true cell was broken.</summary>
/// <param name="Key">Key of the <see cref="TrueConstraint"/>.</param>
/// <param name="Index">Cell or clamp, counted from 0 as in the trace; of no meaning for the pack.</param>
/// <param name="Start_s">When it began, s.</param>
/// <param name="Duration_s">How long it lasted, s.</param>
/// <param name="Worst">The value farthest beyond the limit, in the constraint's unit.</param>
/// <param name="Integral">How far the value was beyond the limit, its tolerance included, summed over time: the constraint's unit times s.</param>
public sealed record ViolationEpisode(string Key, int Index, double Start_s, double Duration_s, double Worst, double Integral = 0);
