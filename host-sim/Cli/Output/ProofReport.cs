using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Campaigns.Necessity;

namespace Bms.Cli.Output;

/// <summary>What each limiter is needed for; the object of <c>limits --prove --json</c>.</summary>
/// <param name="Verdict">What was found, in one sentence.</param>
/// <param name="Cases">A row a case.</param>
internal sealed record ProofReport(string Verdict, IReadOnlyList<ProofReport.Row> Cases)
{
    /// <summary>Gathers what the cases show.</summary>
    public static ProofReport Of(IReadOnlyList<LimiterProof> proofs)
    {
        Row[] rows =
        [
            .. from proof in proofs
               let scenario = proof.Case.Row
               select new Row(
                   proof.Case.Limiter, scenario.Key, scenario.Title, proof.Case.Profile, proof.Case.Misled, proof.With.Violations, proof.Without.Violations,
                   Percent(proof.With), Percent(proof.Without), proof.Case.Harm?.Words, proof.With.Harm, proof.Without.Harm, proof.IsNeeded),
        ];
        string[] idle = [.. rows.Where(row => !row.Needed).Select(row => row.Scenario)];
        int breaking = rows.Where(row => row.Needed && row.Wear is null).Select(row => row.Limiter).Distinct().Count();
        int wearing = rows.Where(row => row.Needed && row.Wear is not null).Select(row => row.Limiter).Distinct().Count();
        int all = LimiterTable.Rows().Length;
        string failed = idle.Length == 0 ? string.Empty : $"; what should, but does not: {string.Join(", ", idle)}";
        return new ProofReport($"{breaking} of {all} limiters are needed: without any one of them a limit of the true cell is broken; without {wearing} of them it also wears faster{failed}.", rows);
    }

    private static double Percent(LimiterTrial trial) => Math.Round(100 * trial.Served, 1);

    /// <summary>A case in short; charge served in percent of what was asked for.</summary>
    internal sealed record Row(
        string Limiter,
        string Scenario,
        string Title,
        string Profile,
        string Misled,
        IReadOnlyList<ViolationCount> Violations,
        IReadOnlyList<ViolationCount> ViolationsWithout,
        double ServedPercent,
        double ServedPercentWithout,
        string? Wear,
        double? WearWith,
        double? WearWithout,
        bool Needed);
}
