using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Bms.Core.Limits;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Campaigns;

/// <summary>What a campaign is made of.</summary>
public sealed record CampaignOptions
{
    /// <summary>The scenarios.</summary>
    public IReadOnlyList<CampaignScenario> Scenarios { get; init; } = CampaignTable.All;

    /// <summary>Runs of each scenario, at least 1: seeds 1 to this.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Name or file of the cell profile.</summary>
    public string Profile { get; init; } = Scenario.DefaultProfile;

    /// <summary>Limiters of the firmware that are switched off, bit k for the limiter of number k; 0: all are on.</summary>
    public int LimitersOff { get; init; }

    /// <summary>Their keys, in the order of the table of limiters.</summary>
    public IReadOnlyList<string> Without => [.. LimiterTable.Rows().Where(row => ((LimitersOff >> row.Number) & 1) != 0).Select(row => row.Key)];

    /// <summary>Runs at once, at least 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Told the share that is done; may be null.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Ends the campaign early; runs that are finished stay in the store.</summary>
    public CancellationToken Cancellation { get; init; }
}
