using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="RateTest"/>.</summary>
public sealed record RateSummary : ExperimentSummary
{
    /// <summary>1C, A.</summary>
    public required double OneCAmpere { get; init; }

    /// <summary>Stack pressure at the start, MPa; null: as the profile's clamp makes it.</summary>
    public required double? PressureMpa { get; init; }

    /// <summary>A row for every temperature and rate.</summary>
    public required IReadOnlyList<RatePoint> Points { get; init; }
}
