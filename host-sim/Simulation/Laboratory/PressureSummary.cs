using System.Collections.Generic;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Figures of a <see cref="PressureSweep"/>.</summary>
public sealed record PressureSummary : ExperimentSummary
{
    /// <summary>Temperature, degC.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>State of charge at which resistance is measured, percent.</summary>
    public required double SocPercent { get; init; }

    /// <summary>Area resistance at the set pressure on first loading, Ohm cm².</summary>
    public required double FirstOhmCm2 { get; init; }

    /// <summary>Area resistance at the set pressure after the highest pressure, Ohm cm².</summary>
    public required double FormedOhmCm2 { get; init; }

    /// <summary>Pressure of the empty cell in its clamp, MPa.</summary>
    public required double EmptyMpa { get; init; }

    /// <summary>Pressure of the full cell in its clamp, MPa.</summary>
    public required double FullMpa { get; init; }

    /// <summary>Full less empty, MPa.</summary>
    public required double SwingMpa { get; init; }

    /// <summary>A row for every pressure, in the order in which they were applied.</summary>
    public required IReadOnlyList<PressurePoint> Points { get; init; }
}
