using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Verification;

/// <summary>The error report of a profile.</summary>
public sealed record CheckReport
{
    /// <summary>Sums up.</summary>
    /// <param name="profile">Name of the profile.</param>
    /// <param name="drift_ppm">Drift of the charge.</param>
    /// <param name="cases">Every case.</param>
    public CheckReport(string profile, double drift_ppm, IReadOnlyList<CaseResult> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        CaseResult[] kept = [.. cases.Where(result => !result.ContactLost)];
        Profile = profile;
        Cases = cases;
        Worst = new WorstFigures
        {
            FixedVsDoubleMvRms = cases.Max(result => result.FixedVsDoubleMvRms),
            FixedVsDoubleMvMax = cases.Max(result => result.FixedVsDoubleMvMax),
            RomVsPlantMvRms = kept.Select(result => result.RomVsPlantMvRms).DefaultIfEmpty().Max(),
            RomVsPlantMvMax = kept.Select(result => result.RomVsPlantMvMax).DefaultIfEmpty().Max(),
            SocDriftPpm = drift_ppm,
            TemperatureKMax = kept.Select(result => result.TemperatureKMax).DefaultIfEmpty().Max(),
            PressureMpaMax = kept.Select(result => result.PressureMpaMax).DefaultIfEmpty().Max(),
        };
        Pass = drift_ppm == 0 && cases.All(result => result.Pass);
    }

    /// <summary>Name of the profile.</summary>
    public string Profile { get; }

    /// <summary>Whether every figure is within its bound.</summary>
    public bool Pass { get; }

    /// <summary>The worst figures.</summary>
    public WorstFigures Worst { get; }

    /// <summary>Every case, by load and temperature.</summary>
    public IReadOnlyList<CaseResult> Cases { get; }
}
