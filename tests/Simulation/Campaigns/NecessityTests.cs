using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Campaigns.Necessity;
using Xunit;

namespace Bms.Simulation.Tests.Campaigns;

public class NecessityTests
{
    public static TheoryData<string> Scenarios => [.. LimiterCaseTable.All.Select(each => each.Row.Key)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_limiter_keeps_what_breaks_without_it(string scenario)
    {
        LimiterProof proof = Assert.Single(Proven(2, Of(scenario)));

        Assert.True(proof.With.Violations.Count == 0, $"with all limiters: {Told(proof.With)}");
        Assert.True(proof.IsNeeded, $"without {proof.Case.Limiter}: {Told(proof.Without)}, wear {proof.With.Harm} and {proof.Without.Harm}");
    }

    [Fact]
    public void Every_limiter_has_a_case_or_a_reason_why_it_has_none()
    {
        string[] shown = [.. LimiterCaseTable.All.Select(each => each.Limiter).Distinct()];

        Assert.Equal(LimiterTable.Rows().Select(row => row.Key).Order(), shown.Concat(LimiterCaseTable.Unproven.Keys).Order());
        Assert.All(LimiterCaseTable.All, each => Assert.InRange(each.Row.Scenario.Cells, 1, CampaignTable.Cells));
        Assert.All(LimiterCaseTable.All, each => Assert.InRange(each.Row.Duration, 60, CampaignTable.Longest));
        Assert.Equal(LimiterCaseTable.All.Count, LimiterCaseTable.All.Select(each => each.Row.Key).Distinct().Count());
    }

    [Fact]
    public void A_limiter_that_is_off_in_both_runs_is_not_shown_to_be_needed()
    {
        LimiterProof proof = Assert.Single(Proven(1, Of("plating") with { Also = ["plating"] }));

        Assert.Equal(proof.With.Violations, proof.Without.Violations);
        Assert.NotEmpty(proof.With.Violations);
        Assert.False(proof.IsNeeded);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        LimiterCase[] cases = [Of("fuse"), Of("plating")];

        string[] alone = [.. Proven(1, cases).Select(proof => Told(proof.Without))];
        string[] together = [.. Proven(4, cases).Select(proof => Told(proof.Without))];

        Assert.Equal(alone, together);
    }

    private static IReadOnlyList<LimiterProof> Proven(int threads, params LimiterCase[] cases) => LimiterProof.Of(cases, threads, null, TestContext.Current.CancellationToken);

    private static LimiterCase Of(string scenario) => LimiterCaseTable.All.Single(each => each.Row.Key == scenario);

    private static string Told(LimiterTrial trial) => string.Join(", ", trial.Violations);
}
