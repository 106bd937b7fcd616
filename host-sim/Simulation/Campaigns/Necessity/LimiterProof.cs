using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Campaigns.Trials;
using Bms.Simulation.Running;

namespace Bms.Simulation.Campaigns.Necessity;

/// <summary>What a case shows: the violations with all limiters, and with its own switched off.</summary>
/// <param name="Case">The case.</param>
/// <param name="With">What happens with all limiters.</param>
/// <param name="Without">What happens with its own switched off.</param>
public sealed record LimiterProof(LimiterCase Case, LimiterTrial With, LimiterTrial Without)
{
    // By how much wear must be larger to count.
    private const double LargerBy = 1.05;
    private const double SecondsPerHour = 3600;

    /// <summary>Whether the limiter is needed: nothing is broken with it, and something is without it; or, where no constraint tells what it
    /// keeps, wear is larger by a twentieth at least.</summary>
    public bool IsNeeded => With.Violations.Count == 0 && (Case.Harm is null ? Without.Violations.Count > 0 : Without.Harm > LargerBy * With.Harm);

    /// <summary>Runs cases, each with and without its limiter.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="threads">Runs at once, at least 1; the result does not depend on it.</param>
    /// <param name="progress">Told the share that is done; may be null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What each shows, in their order.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<LimiterProof> Of(IReadOnlyList<LimiterCase> cases, int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var found = new LimiterTrial[2 * cases.Count];
        int done = 0;
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, run =>
        {
            LimiterCase each = cases[run / 2];
            found[run] = Try(each, run % 2 == 0 ? [] : [each.Limiter], cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / found.Length);
        });
        return [.. cases.Select((each, k) => new LimiterProof(each, found[2 * k], found[(2 * k) + 1]))];
    }

    private static LimiterTrial Try(LimiterCase each, IReadOnlyList<string> off, CancellationToken cancellation)
    {
        CellParameters profile = ProfileLibrary.Load(each.Profile);
        CellParameters cell = each.Build?.Invoke(profile) ?? profile;
        var trial = new Trial(new TrialSetup(each.Row, new RunDraw(each.Seed, 1, 1, each.SocError), cell, cell)
        {
            LimitersOff = LimiterNames.Switches(off, each.Row.Key),
            Believed = each.Believe?.Invoke(cell),
            Settings = each.Settings,
            Sensors = each.Sensors,
        });
        TrialOutcome outcome = trial.Run(new FirmwareGovernor(trial), cancellation);
        return new LimiterTrial(ViolationCount.Of(outcome.Episodes), outcome.Delivered / outcome.Requested, each.Harm?.Of(trial.Pack, outcome.Delivered / SecondsPerHour));
    }
}

/// <summary>A run of a case.</summary>
/// <param name="Violations">What was broken, by constraint.</param>
/// <param name="Served">Charge delivered over charge asked for.</param>
/// <param name="Harm">The wear that the case looks at; null if it looks at none.</param>
public sealed record LimiterTrial(IReadOnlyList<ViolationCount> Violations, double Served, double? Harm);
