using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Bms.Core.Limits;
using Bms.Profiles;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Campaigns.Reporting;
using Bms.Simulation.Tests.Frames;
using DuckDB.NET.Data;
using Xunit;

namespace Bms.Simulation.Tests.Campaigns;

public sealed class CampaignTests : IDisposable
{
    // once for all tests that only look at the outcome
    private static readonly Lazy<IReadOnlyList<CampaignRun>> s_runs = new(() => Judged(Small.Campaign(seeds: 2)));

    private readonly Scratch _scratch = new();

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        Assert.Equal(Small.Text(s_runs.Value), Small.Text(Judged(Small.Campaign(seeds: 2, threads: 4))));
    }

    [Fact]
    public void An_interrupted_campaign_goes_on_and_ends_as_one_that_was_not()
    {
        using var interrupt = new CancellationTokenSource();
        CampaignOptions campaign = Small.Campaign(seeds: 2);
        var whenTwoAreDone = new Told(share => Cancel(interrupt, share > 0.3));
        using (RunStore store = RunStore.Open(_scratch.Folder, campaign.Profile))
        {
            Assert.Throws<OperationCanceledException>(() => Campaign.Run(campaign with { Progress = whenTwoAreDone, Cancellation = interrupt.Token }, store));
        }

        File.AppendAllText(_scratch.Path(RunStore.FileName), """{"scenario":"full","se""");   // a line under way when the power went
        using RunStore again = RunStore.Open(_scratch.Folder, campaign.Profile);
        Assert.InRange(again.Resumed, 1, 5);
        Assert.Equal(Small.Text(s_runs.Value), Small.Text(Campaign.Run(campaign, again)));
    }

    [Fact]
    public void Finished_runs_are_not_run_again()
    {
        CampaignOptions campaign = Small.Campaign(seeds: 1) with { Scenarios = [Small.Full] };
        using (RunStore store = RunStore.Open(_scratch.Folder, campaign.Profile))
        {
            Campaign.Run(campaign, store);
        }

        using RunStore again = RunStore.Open(_scratch.Folder, campaign.Profile);
        Assert.True(again.Has("full", 1));
        Assert.Single(Campaign.Run(campaign, again));
    }

    [Fact]
    public void Runs_of_another_profile_are_put_aside_and_not_gone_on_with()
    {
        CampaignOptions campaign = Small.Campaign(seeds: 1) with { Scenarios = [Small.Full] };
        using (RunStore store = RunStore.Open(_scratch.Folder, campaign.Profile))
        {
            Campaign.Run(campaign, store);
        }

        using RunStore other = RunStore.Open(_scratch.Folder, "thin-film-lipon-lco");
        Assert.True(other.PutAside);
        Assert.Equal(0, other.Resumed);
        Assert.Contains(RunStore.AsideName, _scratch.Names);
    }

    [Fact]
    public void Runs_with_other_limiters_are_put_aside()
    {
        CampaignOptions campaign = Small.Campaign(seeds: 1) with { Scenarios = [Small.Full] };
        using (RunStore store = RunStore.Open(_scratch.Folder, campaign.Profile))
        {
            Campaign.Run(campaign, store);
        }

        CampaignOptions without = campaign with { LimitersOff = 1 << LimiterNumber.Plating };
        Assert.Equal(["plating"], without.Without);
        using (RunStore other = RunStore.Open(_scratch.Folder, without.Profile, without.Without))
        {
            Assert.True(other.PutAside);
            Assert.Equal(0, other.Resumed);
        }

        using RunStore again = RunStore.Open(_scratch.Folder, without.Profile, without.Without);
        Assert.False(again.PutAside);
    }

    [Fact]
    public void Without_the_plating_limiter_plating_is_broken_and_the_summary_says_so()
    {
        CampaignOptions campaign = Small.Campaign(seeds: 1) with { Scenarios = [Small.Plating], LimitersOff = 1 << LimiterNumber.Plating };
        var summary = new JudgeSummary(campaign, Judged(campaign));

        Assert.True(summary.ViolationsByConstraint["plating"] > 0);
        Assert.StartsWith("Without plating: ", summary.Verdict, StringComparison.Ordinal);
        Assert.Equal(["plating"], summary.Without);
    }

    [Fact]
    public void Health_is_judged_in_every_run()
    {
        Assert.All(s_runs.Value, run => Assert.Equal((2, 2, 2), (run.CapacityError.Samples, run.ResistanceError.Samples, run.Contact.Samples)));

        // nothing is learnt in six minutes: what is left is the draw of the pack, within 30 %, and the spread of its cells
        Assert.All(s_runs.Value, run => Assert.InRange(run.ResistanceError.Worst, 0.01, 60));
        Assert.All(s_runs.Value, run => Assert.InRange(run.CapacityError.Worst, 0.01, 20));
    }

    [Fact]
    public void Worn_contact_is_the_true_packs_alone_and_its_error_is_judged()
    {
        CampaignScenario worn = Small.Row("worn", 60, 25, "Rest for 2 min") with { Contact = 0.8 };
        CampaignRun run = Assert.Single(Judged(Small.Campaign(seeds: 1) with { Scenarios = [worn] }));

        Assert.InRange(run.Contact.Rms, 0.15, 0.21);
    }

    [Fact]
    public void The_clairvoyant_breaks_nothing_and_leaves_nothing_over()
    {
        Assert.All(s_runs.Value, run => Assert.Empty(run.ViolationsOracle));
        CampaignRun[] plating = [.. s_runs.Value.Where(run => run.Scenario == "plating")];
        Assert.All(plating, run => Assert.True(run.OraclePlatingS > 200, $"{run.OraclePlatingS} s"));
        Assert.All(plating, run => Assert.True(run.OracleTight, "5 % more than the critical current breaks nothing"));
    }

    [Fact]
    public void Nobody_moves_more_than_the_clairvoyant_but_by_the_tolerance_of_the_windows()
    {
        const double Tolerance = 1.03;
        foreach (CampaignRun run in s_runs.Value)
        {
            Assert.True(run.DeliveredAh <= run.DeliveredOracleAh * Tolerance, $"{run.Scenario}: {run.DeliveredAh} of {run.DeliveredOracleAh} A h");
            Assert.True(run.DeliveredStaticAh <= run.DeliveredOracleAh * Tolerance, $"{run.Scenario}: {run.DeliveredStaticAh} of {run.DeliveredOracleAh} A h");
        }
    }

    [Fact]
    public void Every_run_starts_a_fifth_wrong_and_has_a_pack_of_its_own()
    {
        RunDraw[] draws = [.. CampaignTable.All.SelectMany(row => Enumerable.Range(1, 50).Select(seed => RunDraw.Of(row.Key, seed)))];
        Assert.Equal(draws.Length, draws.Distinct().Count());
        Assert.All(draws, draw => Assert.InRange(draw.Capacity, 0.9, 1.1));
        Assert.All(draws, draw => Assert.InRange(draw.Resistance, 0.7, 1.3));
        Assert.All(draws, draw => Assert.Equal(20, Math.Abs(draw.SocError_percent)));
        Assert.InRange(draws.Average(draw => draw.Capacity), 0.99, 1.01);
        Assert.InRange(draws.Average(draw => draw.Resistance), 0.97, 1.03);
        Assert.InRange(draws.Count(draw => draw.SocError_percent > 0), 0.4 * draws.Length, 0.6 * draws.Length);
    }

    [Fact]
    public void The_folder_holds_the_runs_as_parquet_a_page_and_the_summary()
    {
        CampaignOptions campaign = Small.Campaign(seeds: 2);
        JudgeSummary summary = CampaignFolder.Write(_scratch.Folder, new JudgeSummary(campaign, s_runs.Value), s_runs.Value);

        Assert.Equal(["report.html", "runs.parquet", "summary.json"], _scratch.Names.Order(StringComparer.Ordinal));
        using var written = JsonDocument.Parse(File.ReadAllText(_scratch.Path("summary.json")));
        foreach (string key in (string[])
        [
            "runs", "violations", "violations_with_tunables_off_percent", "soc_rmse_percent", "soc_max_percent", "soc_rmse_cold_percent", "soc_max_cold_percent",
            "soc_bound_rmse_percent", "soc_bound_max_percent", "soc_rmse_over_bound", "soc_max_over_bound", "without",
            "capacity_error_percent", "resistance_error_percent", "contact_rmse", "false_trips", "chatter", "served_percent", "utilisation_percent_of_oracle",
            "utilisation_worst_percent", "utilisation_static_percent_of_oracle", "utilisation_where_static_holds_percent", "static_violating_runs_percent",
            "oracle_tight_percent", "per_scenario",
        ])
        {
            Assert.True(written.RootElement.TryGetProperty(key, out _), $"no key {key}");
        }

        Assert.Equal(3, written.RootElement.GetProperty("per_scenario").GetArrayLength());
        Assert.Equal(summary.Report, written.RootElement.GetProperty("report").GetString());
        Assert.Equal(JsonValueKind.Null, written.RootElement.GetProperty("soc_rmse_cold_percent").ValueKind);
        Assert.Contains("Utilisation", File.ReadAllText(_scratch.Path("report.html")), StringComparison.Ordinal);

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*), sum(delivered_ah) FROM '{_scratch.Path("runs.parquet")}' WHERE seed = 2";
        using DuckDBDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(3, reader.GetInt64(0));
        Assert.Equal(s_runs.Value.Where(run => run.Seed == 2).Sum(run => run.DeliveredAh), reader.GetDouble(1), 9);
    }

    [Fact]
    public void A_folder_of_something_else_is_refused()
    {
        _scratch.Write("notes.txt", [1]);
        Assert.Throws<BadInputException>(() => CampaignFolder.Check(_scratch.Folder));
    }

    public void Dispose() => _scratch.Dispose();

    private static IReadOnlyList<CampaignRun> Judged(CampaignOptions campaign)
    {
        using var store = RunStore.InMemory();
        return Campaign.Run(campaign, store);
    }

    private static void Cancel(CancellationTokenSource source, bool when)
    {
        if (when)
        {
            source.Cancel();
        }
    }

    private sealed class Told(Action<double> listener) : IProgress<double>
    {
        public void Report(double value) => listener(value);
    }
}
