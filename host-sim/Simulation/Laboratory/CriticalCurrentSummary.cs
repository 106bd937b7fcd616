using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="CriticalCurrentTest"/>.</summary>
public sealed record CriticalCurrentSummary : ExperimentSummary
{
    /// <summary>Length of a half-cycle, s.</summary>
    public required double HalfCycleS { get; init; }

    /// <summary>Factor from one current to the next.</summary>
    public required double StepFactor { get; init; }

    /// <summary>Whether the critical current rises with temperature; null if it was not asked.</summary>
    public required bool? RisesWithTemperature { get; init; }

    /// <summary>Whether it rises with pressure up to 7 MPa, or does not depend on it; null if it was not asked.</summary>
    public required bool? RisesWithPressure { get; init; }

    /// <summary>Whether it falls as contact is lost; null if it was not asked.</summary>
    public required bool? FallsWithLostContact { get; init; }

    /// <summary>A row for every cell.</summary>
    public required IReadOnlyList<CriticalCurrentPoint> Points { get; init; }
}
