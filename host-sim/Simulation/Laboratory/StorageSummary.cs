using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="StorageTest"/>.</summary>
public sealed record StorageSummary : ExperimentSummary
{
    /// <summary>Time in storage, d.</summary>
    public required double Days { get; init; }

    /// <summary>Area resistance of the new cell at the reference temperature, 50 % and the set pressure, Ohm cm².</summary>
    public required double NewOhmCm2 { get; init; }

    /// <summary>A row for every cell at every check-up.</summary>
    public required IReadOnlyList<StoragePoint> Points { get; init; }
}
