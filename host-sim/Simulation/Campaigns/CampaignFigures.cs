using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Campaigns.Scoring;
using Bms.Simulation.Results;

namespace Bms.Simulation.Campaigns;

/// <summary>The figures of some runs; what is undefined is not a number, null in JSON.</summary>
public record CampaignFigures
{
    /// <summary>Gathers the figures of runs.</summary>
    public CampaignFigures(IReadOnlyList<CampaignRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ErrorSum Sum(Func<CampaignRun, ErrorSum> part) => runs.Aggregate(default(ErrorSum), (sum, run) => sum.With(part(run)));
        ErrorSum warm = Sum(run => run.WarmSoc);
        ErrorSum cold = Sum(run => run.ColdSoc);
        CampaignRun[] holding = [.. runs.Where(run => CampaignRun.Total(run.ViolationsStatic) == 0)];
        Runs = runs.Count;
        Violations = runs.Sum(run => CampaignRun.Total(run.Violations));
        ViolatingRunsPercent = Share(runs, run => CampaignRun.Total(run.Violations) > 0);
        ViolationsWithTunablesOffPercent = Share(runs, run => CampaignRun.Total(run.ViolationsTunablesOff) > 0);
        SocRmsePercent = warm.Rms;
        SocMaxPercent = warm.Worst;
        SocRmseColdPercent = cold.Rms;
        SocMaxColdPercent = cold.Worst;
        ErrorSum bound = Sum(run => run.SocBound);
        SocBoundRmsePercent = bound.Rms;
        SocBoundMaxPercent = bound.Worst;
        SocRmseOverBound = warm.With(cold).Rms / bound.Rms;
        SocMaxOverBound = warm.With(cold).Worst / bound.Worst;
        CapacityErrorPercent = Sum(run => run.CapacityError).Rms;
        ResistanceErrorPercent = Sum(run => run.ResistanceError).Rms;
        ContactRmse = Sum(run => run.Contact).Rms;
        FalseTrips = runs.Sum(run => run.FalseTrips);
        Chatter = Mean(runs.Select(run => (double?)run.Chatter));
        ServedPercent = 100 * runs.Sum(run => run.DeliveredAh) / runs.Sum(run => run.RequestedAh);
        UtilisationPercentOfOracle = Mean(runs.Select(run => run.Utilisation));
        UtilisationWorstPercent = runs.Min(run => run.Utilisation) ?? double.NaN;
        UtilisationStaticPercentOfOracle = Mean(holding.Select(run => run.UtilisationStatic));
        UtilisationWhereStaticHoldsPercent = Mean(holding.Select(run => run.Utilisation));
        StaticViolatingRunsPercent = Share(runs, run => CampaignRun.Total(run.ViolationsStatic) > 0);
        OracleTightPercent = Share([.. runs.Where(run => run.OracleTight is not null)], run => run.OracleTight == true);
        OracleViolations = runs.Sum(run => CampaignRun.Total(run.ViolationsOracle));
        OracleLimitedMin = runs.Sum(run => run.OracleLimitedS) / 60.0;
        EnergyInWh = runs.Sum(run => run.EnergyInWh);
        EnergyOutWh = runs.Sum(run => run.EnergyOutWh);
        ViolationDetails = Detailed(runs.SelectMany(run => run.Violations));
        ViolationsByConstraint = Counted(runs.SelectMany(run => run.Violations));
        TunablesOffByConstraint = Counted(runs.SelectMany(run => run.ViolationsTunablesOff));
    }

    /// <summary>Number of runs.</summary>
    public int Runs { get; }

    /// <summary>Violations of the firmware's runs.</summary>
    public int Violations { get; }

    /// <summary>Runs with any.</summary>
    public double ViolatingRunsPercent { get; }

    /// <summary>Runs with any when the true cell's tunables are not those of the profile.</summary>
    public double ViolationsWithTunablesOffPercent { get; }

    /// <summary>Error of the state of charge from minute 30, cells at 0 degC or above.</summary>
    public double SocRmsePercent { get; }

    /// <summary>The largest.</summary>
    public double SocMaxPercent { get; }

    /// <summary>The same of colder cells.</summary>
    public double SocRmseColdPercent { get; }

    /// <summary>The largest.</summary>
    public double SocMaxColdPercent { get; }

    /// <summary>What voltage offsets and the slope of the open-circuit curve alone allow, warm and cold.</summary>
    public double SocBoundRmsePercent { get; }

    /// <summary>The largest.</summary>
    public double SocBoundMaxPercent { get; }

    /// <summary>RMS of the error, warm and cold, over that bound.</summary>
    public double SocRmseOverBound { get; }

    /// <summary>The largest error over the largest bound.</summary>
    public double SocMaxOverBound { get; }

    /// <summary>Error of the capacity believed in at the end of a run, RMS.</summary>
    public double CapacityErrorPercent { get; }

    /// <summary>The same of the resistance.</summary>
    public double ResistanceErrorPercent { get; }

    /// <summary>The same of the contact factor, as it stands.</summary>
    public double ContactRmse { get; }

    /// <summary>Faults raised for nothing.</summary>
    public int FalseTrips { get; }

    /// <summary>Reversals of a limit or its reason, 1/h.</summary>
    public double Chatter { get; }

    /// <summary>Charge delivered over charge asked for.</summary>
    public double ServedPercent { get; }

    /// <summary>Charge moved over the clairvoyant's while that is limited, mean over runs.</summary>
    public double UtilisationPercentOfOracle { get; }

    /// <summary>The lowest of any run.</summary>
    public double UtilisationWorstPercent { get; }

    /// <summary>The data sheet's, over the runs in which it breaks nothing.</summary>
    public double UtilisationStaticPercentOfOracle { get; }

    /// <summary>Ours over those same runs.</summary>
    public double UtilisationWhereStaticHoldsPercent { get; }

    /// <summary>Runs in which the data sheet's limits break something.</summary>
    public double StaticViolatingRunsPercent { get; }

    /// <summary>Runs limited by critical currents in which the clairvoyant breaks something once these are raised by 5 %.</summary>
    public double OracleTightPercent { get; }

    /// <summary>Violations of the clairvoyant's runs: there should be none.</summary>
    public int OracleViolations { get; }

    /// <summary>Time in which the clairvoyant was limited, min.</summary>
    public double OracleLimitedMin { get; }

    /// <summary>Energy in, W h.</summary>
    public double EnergyInWh { get; }

    /// <summary>Energy out, W h.</summary>
    public double EnergyOutWh { get; }

    /// <summary>Every constraint that was broken: episodes, worst value of any, time, time integral.</summary>
    public IReadOnlyList<ViolationCount> ViolationDetails { get; }

    /// <summary>Violations by constraint, those that occurred.</summary>
    public IReadOnlyDictionary<string, int> ViolationsByConstraint { get; }

    /// <summary>The same with the tunables off.</summary>
    public IReadOnlyDictionary<string, int> TunablesOffByConstraint { get; }

    private static double Share(IReadOnlyList<CampaignRun> runs, Func<CampaignRun, bool> which) => runs.Count == 0 ? double.NaN : 100.0 * runs.Count(which) / runs.Count;

    private static double Mean(IEnumerable<double?> values) => values.Average() ?? double.NaN;

    private static ViolationCount[] Detailed(IEnumerable<ViolationCount> counts) =>
    [
        .. from each in counts
           group each by each.Key into own
           orderby own.Key
           select new ViolationCount(own.Key, own.Sum(each => each.Episodes), ViolationCount.WorstOf(own.Select(each => each.Worst), TrueConstraint.Of(own.Key)!), own.Sum(each => each.Seconds), own.Sum(each => each.Integral)),
    ];

    private static SortedDictionary<string, int> Counted(IEnumerable<ViolationCount> counts) =>
        new(counts.GroupBy(count => count.Key).ToDictionary(group => group.Key, group => group.Sum(count => count.Episodes)), StringComparer.Ordinal);
}
