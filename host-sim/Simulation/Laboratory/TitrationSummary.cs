using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="Titration"/>.</summary>
public sealed record TitrationSummary : ExperimentSummary
{
    /// <summary>Temperature, degC.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>Current of a pulse, multiples of 1C.</summary>
    public required double Rate { get; init; }

    /// <summary>Rest after a pulse, s.</summary>
    public required double RestS { get; init; }

    /// <summary>Root of the mean square of rest voltage less true open-circuit potential, mV.</summary>
    public required double OpenCircuitRmsMv { get; init; }

    /// <summary>The same at worst, mV.</summary>
    public required double OpenCircuitMaxMv { get; init; }

    /// <summary>Median over all pulses of recovered over true diffusivity.</summary>
    public required double DiffusivityRatio { get; init; }

    /// <summary>A row for every pulse.</summary>
    public required IReadOnlyList<TitrationPoint> Points { get; init; }
}
