using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="CycleTest"/>.</summary>
public sealed record CycleSummary : ExperimentSummary
{
    /// <summary>Cycles asked for.</summary>
    public required int Cycles { get; init; }

    /// <summary>A row for every temperature: the rates used there, multiples of 1C.</summary>
    public required IReadOnlyList<CycleRates> Rates { get; init; }

    /// <summary>A row for every cycle at every temperature.</summary>
    public required IReadOnlyList<CycleRecord> Points { get; init; }
}
