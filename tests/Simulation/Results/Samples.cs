using System;
using System.Collections.Generic;
using Bms.Simulation.Results;

namespace Bms.Simulation.Tests.Results;

/// <summary>Runs for tests, made once.</summary>
public static class Samples
{
    private static readonly Lazy<SyntheticRun> LazyDay = new(() => new SyntheticRun(24, 8));
    private static readonly Lazy<SyntheticRun> LazyHarm = new(() => new SyntheticRun(18, 2, limits: false));
    private static readonly Lazy<SyntheticRun> LazyShort = new(() => new SyntheticRun(0.9, 2));

    /// <summary>A day of eight cells within their limits.</summary>
    public static SyntheticRun Day => LazyDay.Value;

    /// <summary>A run that ignores the limits and harms.</summary>
    public static SyntheticRun Harm => LazyHarm.Value;

    /// <summary>Less than an hour.</summary>
    public static SyntheticRun Short => LazyShort.Value;

    /// <summary>A summary with every number defined.</summary>
    public static RunSummary Summary { get; } = new()
    {
        Scenario = "commute",
        Profile = "pouch-lpscl-nmc",
        Cells = 8,
        Seed = 7,
        SimulatedTime_s = 3600,
        WallTime_s = 1.5,
        Digest = "0123456789abcdef",
        SocRmse_percent = 0.7,
        SocMaxError_percent = 2.1,
        MinCell_mV = 3100,
        MaxCell_mV = 4190,
        MaxCoreTemperature_C = 47,
        MinStackPressure_MPa = 4.5,
        MaxStackPressure_MPa = 5.6,
        Violations = new Dictionary<string, int>(),
        Served_percent = 91,
        ServedWhenLimited_percent = 63,
        Diagnoses = ["clamp pressure low"],
        EnergyOut_Wh = 100,
        EnergyIn_Wh = 20,
        HeaterEnergy_Wh = 5,
        Binding = new Dictionary<string, double> { ["Stripping"] = 61 },
        Report = "runs/commute/report.html",
    };
}
