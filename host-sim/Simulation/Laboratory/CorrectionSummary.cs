using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="CorrectionTest"/>.</summary>
public sealed record CorrectionSummary : ExperimentSummary
{
    /// <summary>Cells of every pack.</summary>
    public required int Cells { get; init; }

    /// <summary>State of charge at the start, percent.</summary>
    public required double SocPercent { get; init; }

    /// <summary>Length of the drive, s.</summary>
    public required double DurationS { get; init; }

    /// <summary>Residual without the correction, RMS over all runs, mV.</summary>
    public required double WithoutRmsMv { get; init; }

    /// <summary>Residual with the correction, mV.</summary>
    public required double WithRmsMv { get; init; }

    /// <summary>Spread over cells without the correction, RMS over all runs, mV.</summary>
    public required double WithoutSpreadMv { get; init; }

    /// <summary>Spread over cells with the correction, mV.</summary>
    public required double WithSpreadMv { get; init; }

    /// <summary>By how much the correction narrows the spread, percent.</summary>
    public required double NarrowedPercent { get; init; }

    /// <summary>Two rows for every pack: without and with.</summary>
    public required IReadOnlyList<CorrectionPoint> Points { get; init; }
}
