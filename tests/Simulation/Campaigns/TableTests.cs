using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Campaigns;
using Xunit;

namespace Bms.Simulation.Tests.Campaigns;

public class TableTests
{
    [Fact]
    public void Every_scenario_is_a_pack_of_five_for_at_most_four_hours()
    {
        Assert.All(CampaignTable.All, row => Assert.Equal(CampaignTable.Cells, row.Scenario.Cells));
        Assert.All(CampaignTable.All, row => Assert.InRange(row.Duration, 1800, CampaignTable.Longest));
        Assert.All(CampaignTable.All.SelectMany(row => row.Restarts, (row, restart) => (row, restart)), pair => Assert.InRange(pair.restart.At_s + pair.restart.Off_s, 0, pair.row.Duration));
        Assert.Equal(CampaignTable.All.Count, CampaignTable.All.Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public void Scenarios_reach_from_the_cold_to_the_heat()
    {
        IEnumerable<double> temperatures = CampaignTable.All.Select(row => row.Scenario.Temperature ?? 25);
        Assert.Equal(-10, temperatures.Min());
        Assert.Equal(60, temperatures.Max());
    }

    [Fact]
    public void Some_cells_start_worn()
    {
        Assert.Contains(CampaignTable.All, row => row.Contact < 1 && row.Age.CycleFade > 0);
        Assert.All(CampaignTable.All, row => Assert.InRange(row.Contact, 0.5, 1));
    }

    [Fact]
    public void Rows_are_named_by_their_keys_and_a_wrong_key_is_told_the_right_ones()
    {
        Assert.Equal(["charge-cold", "storage"], CampaignTable.Named("storage, charge-cold", "--scenarios").Select(row => row.Key));
        Assert.Equal(CampaignTable.All, CampaignTable.Named("all", "--scenarios"));
        string message = Assert.Throws<BadInputException>(() => CampaignTable.Named("charge-colt", "--scenarios")).Message;
        Assert.Contains("did you mean charge-cold?", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tunables_are_drawn_within_their_bounds_and_nothing_else_is()
    {
        CellFile profile = ProfileLibrary.Open("pouch-lpscl-nmc");
        CellParameters drawn = TunableDraw.Of("pouch-lpscl-nmc", 5);

        Assert.Equal(profile.Cell.Cell, drawn.Cell);
        Assert.Equal(profile.Cell.Spread, drawn.Spread);
        Assert.Equal(profile.Cell.Limits.VoltageMaximum, drawn.Limits.VoltageMaximum);
        Assert.NotEqual(profile.Cell.Interface.ContactLoss, drawn.Interface.ContactLoss);
        Assert.InRange(drawn.Interface.ContactLoss / profile.Cell.Interface.ContactLoss, 0.7, 1.4);
        Parameter activation = profile.Parameters.Single(each => each.Group == "User-defined/Stripping limit" && each.Name == "Activation energy");
        Assert.InRange(drawn.Stripping.Activation, activation.Lowest, activation.Highest);
        Assert.Equal(drawn.Interface, TunableDraw.Of("pouch-lpscl-nmc", 5).Interface);
        Assert.True(profile.Parameters.Count(TunableDraw.IsDrawn) >= 30, $"{profile.Parameters.Count(TunableDraw.IsDrawn)} are drawn");
    }
}
