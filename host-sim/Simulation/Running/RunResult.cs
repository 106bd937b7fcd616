using System.Collections.Generic;
using Bms.Simulation.Results;

namespace Bms.Simulation.Running;

/// <summary>What a run leaves.</summary>
/// <param name="Summary">Its figures.</param>
/// <param name="Trace">Its time series.</param>
/// <param name="Context">What a report says beside them.</param>
/// <param name="Events">What happened, in order of time.</param>
public sealed record RunResult(RunSummary Summary, Trace Trace, ReportContext Context, IReadOnlyList<RunEvent> Events);
