using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of an <see cref="ImpedanceSpectroscopy"/>.</summary>
public sealed record ImpedanceSummary : ExperimentSummary
{
    /// <summary>Stack pressure, MPa.</summary>
    public required double PressureMpa { get; init; }

    /// <summary>A row for every temperature and state of charge.</summary>
    public required IReadOnlyList<ImpedancePoint> Points { get; init; }
}
