using System.Collections.Generic;

namespace Bms.Simulation.Results;

/// <summary>What a report says beside the summary and the trace.</summary>
public sealed record ReportContext
{
    /// <summary>Title of the run, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Title of the cell profile, for people.</summary>
    public required string ProfileTitle { get; init; }

    /// <summary>Ambient temperature at the start, degC.</summary>
    public required double Temperature_C { get; init; }

    /// <summary>Clamp pressure at the start, MPa.</summary>
    public required double Pressure_MPa { get; init; }

    /// <summary>Windows drawn as bands.</summary>
    public required OperatingWindows Windows { get; init; }

    /// <summary>Whether the load respected the limits; false if they were only recorded.</summary>
    public bool LimitsRespected { get; init; } = true;

    /// <summary>By limiter: seconds in which the charge current asked for exceeded the limit this limiter had set.</summary>
    public IReadOnlyDictionary<string, double> ChargeHeldBack_s { get; init; } = new Dictionary<string, double>();

    /// <summary>By limiter: seconds in which the discharge current asked for exceeded the limit this limiter had set.</summary>
    public IReadOnlyDictionary<string, double> DischargeHeldBack_s { get; init; } = new Dictionary<string, double>();

    /// <summary>Every episode in which a limit of the true cell was broken.</summary>
    public IReadOnlyList<ViolationEpisode> Episodes { get; init; } = [];
}
