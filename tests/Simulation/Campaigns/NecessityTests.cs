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

    /// <summary>Cases that do not ask for sensors that err to a certain side.</summary>
    public static TheoryData<string, ulong> Drawn
    {
        get
        {
            var rows = new TheoryData<string, ulong>();
            foreach (LimiterCase each in LimiterCaseTable.All.Where(each => !each.Row.SensorsAtBounds))
            {
                rows.Add(each.Row.Key, 5);
                rows.Add(each.Row.Key, 8);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_limiter_keeps_what_breaks_without_it(string scenario)
    {
        LimiterProof proof = Assert.Single(Proven(2, Of(scenario)));

        Assert.True(proof.With.Violations.Count == 0, $"with all limiters: {Told(proof.With)}");
        Assert.True(proof.IsNeeded, $"without {proof.Case.Limiter}: {Told(proof.Without)}, wear {proof.With.Harm} and {proof.Without.Harm}");
    }

    [Fact]
    public void Every_limiter_has_a_case_in_which_a_limit_of_the_true_cell_is_at_stake()
    {
        IEnumerable<string> shown = LimiterCaseTable.All.Where(each => each.Harm is null).Select(each => each.Limiter).Distinct();

        Assert.Equal(LimiterTable.Rows().Select(row => row.Key).Order(), shown.Order());
        Assert.All(LimiterCaseTable.All, each => Assert.InRange(each.Row.Scenario.Cells, 1, CampaignTable.Cells));
        Assert.All(LimiterCaseTable.All, each => Assert.InRange(each.Row.Duration, 60, CampaignTable.Longest));
        Assert.Equal(LimiterCaseTable.All.Count, LimiterCaseTable.All.Select(each => each.Row.Key).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Neither_the_spread_of_the_cells_nor_the_sensors_decide(string scenario, ulong seed)
    {
        LimiterProof proof = Assert.Single(Proven(2, Of(scenario) with { Seed = seed }));

        Assert.True(proof.IsNeeded, $"with all limiters: {Told(proof.With)}, without {proof.Case.Limiter}: {Told(proof.Without)}");
    }

    [Fact]
    public void A_limiter_without_which_nothing_breaks_is_not_shown_to_be_needed()
    {
        LimiterProof proof = Assert.Single(Proven(1, Of("plating") with { Limiter = "interphase" }));

        Assert.Empty(proof.With.Violations);
        Assert.Empty(proof.Without.Violations);
        Assert.False(proof.IsNeeded);
    }

    [Fact]
    public void What_breaks_with_all_limiters_shows_none_to_be_needed()
    {
        LimiterProof proof = Assert.Single(Proven(1, Of("plating") with { Believe = cell => cell with { Plating = cell.Plating with { Reference = 3 * cell.Plating.Reference } } }));

        Assert.NotEmpty(proof.With.Violations);
        Assert.NotEmpty(proof.Without.Violations);
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
