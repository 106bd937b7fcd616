using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Tests.Campaigns;

/// <summary>Scenarios short enough for a test, on packs of two cells, in which plating, stripping and the voltage limit in turn.</summary>
internal static class Small
{
    public static CampaignScenario Plating { get; } = Row("plating", 20, 25, "Rest for 30 s", "Charge at 1.5C for 4 min");

    public static CampaignScenario Stripping { get; } = Row("stripping", 70, 25, "Rest for 30 s", "Discharge at 1C for 6 min", "Drive aggressive for 3 min");

    public static CampaignScenario Full { get; } = Row("full", 97, 55, "Rest for 30 s", "Charge at 1C for 6 min");

    public static CampaignOptions Campaign(int seeds, int threads = 1) => new() { Scenarios = [Plating, Stripping, Full], Seeds = seeds, Threads = threads };

    public static CampaignScenario Row(string key, double soc, double temperature, params string[] steps) => new(key, key, new Scenario
    {
        Name = key,
        Title = key,
        Cells = 2,
        Soc = soc,
        Temperature = temperature,
        Steps = [.. steps.Select(step => StepSentence.Parse(step))],
    });

    /// <summary>Runs as text, every figure to the last digit.</summary>
    public static string[] Text(IReadOnlyList<CampaignRun> runs) => [.. runs.Select(run => JsonSerializer.Serialize(run))];
}
