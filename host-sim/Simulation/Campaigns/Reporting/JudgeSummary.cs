using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Campaigns.Reporting;

/// <summary>A campaign in one object: what <c>summary.json</c> holds and <c>judge --json</c> prints. Keys are the names of the properties in
/// lower case with underlines; numbers have six significant digits, and what is undefined is null.</summary>
public sealed record JudgeSummary : CampaignFigures
{
    /// <summary>Gathers the figures of a campaign.</summary>
    /// <param name="options">The campaign.</param>
    /// <param name="runs">All its runs.</param>
    public JudgeSummary(CampaignOptions options, IReadOnlyList<CampaignRun> runs)
        : base(runs)
    {
        System.ArgumentNullException.ThrowIfNull(options);
        Profile = options.Profile;
        Seeds = options.Seeds;
        Without = options.Without;
        PerScenario =
        [
            .. from row in options.Scenarios
               let own = runs.Where(run => run.Scenario == row.Key).ToArray()
               where own.Length > 0
               select new ScenarioFigures(row.Key, row.Title, own),
        ];
        SimulatedCellSteps = runs.Sum(run => run.CellSteps);
        Verdict = Judgement();
    }

    /// <summary>Name of the cell profile.</summary>
    [JsonPropertyOrder(-10)]
    public string Profile { get; }

    /// <summary>Runs of each scenario.</summary>
    [JsonPropertyOrder(-9)]
    public int Seeds { get; }

    /// <summary>Keys of the limiters of the firmware that were switched off.</summary>
    [JsonPropertyOrder(-9)]
    public IReadOnlyList<string> Without { get; }

    /// <summary>What was found, in one sentence.</summary>
    [JsonPropertyOrder(-8)]
    public string Verdict { get; }

    /// <summary>Steps of single cells that all true packs took.</summary>
    [JsonPropertyOrder(8)]
    public long SimulatedCellSteps { get; }

    /// <summary>Time it took, s; 0 if all runs were there already.</summary>
    [JsonPropertyOrder(8)]
    public double WallS { get; init; }

    /// <summary>The same figures for each scenario.</summary>
    [JsonPropertyOrder(9)]
    public IReadOnlyList<ScenarioFigures> PerScenario { get; }

    /// <summary>Path of the report; empty until it is written.</summary>
    [JsonPropertyOrder(10)]
    public string Report { get; init; } = string.Empty;

    /// <summary>Whether nothing was broken and nothing tripped for nothing.</summary>
    [JsonIgnore]
    public bool IsGood => Violations == 0 && FalseTrips == 0;

    /// <summary>The object as JSON text, indented, without a line end after it.</summary>
    public string ToJson() => ResultJson.Of(this);

    private string Judgement()
    {
        string broken = Violations == 0 ? "No limit of the true cell was exceeded" : $"{Quantity.Count(Violations, "time")} a limit of the true cell was exceeded, in {ViolatingRunsPercent:0.#} % of {Runs} runs";
        string trips = FalseTrips == 0 ? string.Empty : $", {Quantity.Count(FalseTrips, "fault")} raised for nothing";
        string used = double.IsNaN(UtilisationPercentOfOracle) ? string.Empty : $"; {UtilisationPercentOfOracle:0.#} % was moved of what full knowledge would have allowed";
        string off = Without.Count == 0 ? string.Empty : $"Without {string.Join(", ", Without)}: ";
        return off + $"{broken}{trips}{used}.";
    }
}

/// <summary>The figures of one scenario of a campaign.</summary>
public sealed record ScenarioFigures : CampaignFigures
{
    /// <summary>Gathers them.</summary>
    /// <param name="scenario">Its key.</param>
    /// <param name="title">What it is.</param>
    /// <param name="runs">Its runs.</param>
    public ScenarioFigures(string scenario, string title, IReadOnlyList<CampaignRun> runs)
        : base(runs)
    {
        Scenario = scenario;
        Title = title;
    }

    /// <summary>Key of the scenario.</summary>
    [JsonPropertyOrder(-10)]
    public string Scenario { get; }

    /// <summary>What it is, for people.</summary>
    [JsonPropertyOrder(-9)]
    public string Title { get; }
}
