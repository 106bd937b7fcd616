using System;
using System.Collections.Generic;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Tests.Frames;
using Xunit;

namespace Bms.Simulation.Tests.Campaigns;

public sealed class CapacityTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_check_up_tells_the_capacity_of_every_cell()
    {
        var campaign = new CampaignOptions { Scenarios = CampaignTable.Named("check-up", "test"), Seeds = 2 };
        using RunStore store = RunStore.Open(_scratch.Folder, campaign.Profile);
        IReadOnlyList<CampaignRun> runs = Campaign.Run(campaign, store);

        Assert.Contains(runs, run => Math.Abs(run.Capacity - 1) > 0.05);
        Assert.All(runs, run => Assert.True(run.CapacityError.Worst < 2, $"seed {run.Seed}, {run.Capacity:P1} of the capacity: off by {run.CapacityError.Worst:F2} % at worst"));
        Assert.All(runs, run => Assert.Empty(run.Violations));
    }

    public void Dispose() => _scratch.Dispose();
}
