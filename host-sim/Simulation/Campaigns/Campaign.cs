using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Campaigns.Clairvoyance;
using Bms.Simulation.Campaigns.Scoring;
using Bms.Simulation.Campaigns.Trials;

namespace Bms.Simulation.Campaigns;

/// <summary>Judges the firmware by many runs: each one on a pack of its own, beside a data sheet's limits and a controller that knows
/// the truth, on the same pack and the same request, and again on a pack whose tunable constants are others.</summary>
public static class Campaign
{
    /// <summary>By how much critical currents are raised to show that the clairvoyant's are tight.</summary>
    public const double Raise = 1.05;

    private const double CriticalTime = 40 * 60;
    private const double SecondsPerHour = 3600;

    // Charge below which the clairvoyant moved nothing to speak of, of the nominal capacity.
    private const double LeastShare = 0.002;

    /// <summary>Does the runs that a store does not have yet.</summary>
    /// <returns>All runs, in the order of scenarios and seeds.</returns>
    /// <exception cref="BadInputException">The profile can't be read, or does not fit the firmware.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was finished is in the store.</exception>
    public static IReadOnlyList<CampaignRun> Run(CampaignOptions options, RunStore store)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);
        CellParameters design = ProfileLibrary.Load(options.Profile);
        (CampaignScenario Row, int Seed)[] all = [.. from row in options.Scenarios from seed in Enumerable.Range(1, options.Seeds) select (row, seed)];
        double total = all.Sum(run => run.Row.Duration);
        (CampaignScenario Row, int Seed)[] missing = [.. all.Where(run => !store.Has(run.Row.Key, run.Seed)).OrderByDescending(run => run.Row.Duration)];
        double done = total - missing.Sum(run => run.Row.Duration);
        Lock gate = new();
        Parallel.ForEach(
            Partitioner.Create(missing, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            run =>
            {
                store.Add(One(run.Row, run.Seed, design, options));
                lock (gate)
                {
                    done += run.Row.Duration;
                    options.Progress?.Report(done / total);
                }
            });
        return store.Of(options);
    }

    private static CampaignRun One(CampaignScenario row, int seed, CellParameters design, CampaignOptions options)
    {
        RunDraw draw = RunDraw.Of(row.Key, seed);
        var setup = new TrialSetup(row, draw, design, row.Worn(design)) { LimitersOff = options.LimitersOff };
        CancellationToken cancellation = options.Cancellation;

        var trial = new Trial(setup);
        var firmware = new FirmwareGovernor(trial);
        TrialOutcome ours = trial.Run(firmware, cancellation);

        trial = new Trial(setup);
        TrialOutcome sheet = trial.Run(new DatasheetGovernor(trial), cancellation);

        trial = new Trial(setup);
        var clairvoyant = new ClairvoyantGovernor(trial);
        TrialOutcome ideal = trial.Run(clairvoyant, cancellation);

        bool asked = clairvoyant.Plating > 0 || clairvoyant.Critical >= CriticalTime;
        TrialOutcome? raised = asked ? Raised(setup, cancellation) : null;

        trial = new Trial(setup with { TrueCell = row.Worn(TunableDraw.Of(options.Profile, draw.Seed)) });
        TrialOutcome off = trial.Run(new FirmwareGovernor(trial), cancellation);

        double least = LeastShare * design.Cell.WindowCapacity * SecondsPerHour;
        var utilisation = Utilisation.Of(ours.Moved, ideal.Moved, ideal.Limited);
        var utilisationStatic = Utilisation.Of(sheet.Moved, ideal.Moved, ideal.Limited);
        FirmwareScore score = firmware.Score;
        HealthScore health = firmware.Health;
        return new CampaignRun
        {
            Scenario = row.Key,
            Seed = seed,
            Capacity = draw.Capacity,
            Resistance = draw.Resistance,
            Violations = ViolationCount.Of(ours.Episodes),
            ViolationsTunablesOff = ViolationCount.Of(off.Episodes),
            ViolationsStatic = ViolationCount.Of(sheet.Episodes),
            ViolationsOracle = ViolationCount.Of(ideal.Episodes),
            WarmSoc = score.WarmSoc,
            ColdSoc = score.ColdSoc,
            SocBound = score.SocBound,
            CapacityError = health.Capacity,
            ResistanceError = health.Resistance,
            Contact = health.Contact,
            FalseTrips = score.FalseTrips,
            Trips = [.. score.Trips],
            Chatter = score.Reversals / (score.Seconds / SecondsPerHour),
            RequestedAh = ours.Requested / SecondsPerHour,
            DeliveredAh = ours.Delivered / SecondsPerHour,
            DeliveredOracleAh = ideal.Delivered / SecondsPerHour,
            DeliveredStaticAh = sheet.Delivered / SecondsPerHour,
            EnergyInWh = ours.EnergyIn,
            EnergyOutWh = ours.EnergyOut,
            OracleLimitedS = utilisation.Seconds,
            OracleCriticalS = clairvoyant.Critical,
            OraclePlatingS = clairvoyant.Plating,
            OracleTight = raised is null ? null : !raised.Clean,
            Utilisation = CampaignRun.Defined(utilisation.Percent(least)),
            UtilisationStatic = CampaignRun.Defined(utilisationStatic.Percent(least)),
            CellSteps = ours.CellSteps + sheet.CellSteps + ideal.CellSteps + off.CellSteps + (raised?.CellSteps ?? 0),
        };
    }

    private static TrialOutcome Raised(TrialSetup setup, CancellationToken cancellation)
    {
        var trial = new Trial(setup);
        return trial.Run(new ClairvoyantGovernor(trial, Raise), cancellation);
    }
}
