using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Scenarios;
using Xunit;

namespace Bms.Simulation.Tests.Scenarios;

public class ScenarioLibraryTests
{
    public static TheoryData<string> EveryName => [.. ScenarioLibrary.Names];

    [Fact]
    public void The_default_comes_first_and_the_promised_ones_are_there()
    {
        Assert.Equal(ScenarioLibrary.Default, ScenarioLibrary.Names[0]);
        Assert.Superset(new[] { "full-day", "cold-start-commute", "fast-charge-45", "pressure-loss" }.ToHashSet(), ScenarioLibrary.Names.ToHashSet());
    }

    [Theory, MemberData(nameof(EveryName))]
    public void Every_built_in_scenario_plays_to_its_end(string name)
    {
        Scenario scenario = ScenarioLibrary.Load(name);
        Assert.Equal(name, scenario.Name);
        Assert.NotEqual(name, scenario.Title);

        var plant = new FakePlant(scenario);
        plant.PlayToEnd(dt: 1);
        Assert.DoesNotContain(plant.Player.Notes, note => note.Kind == NoteKind.BrokenOff);
        Assert.InRange(plant.LowestSoc, 0.01, 0.95);
        Assert.InRange(plant.HighestSoc, 0.05, 0.999);
    }

    [Fact]
    public void The_full_day_lasts_a_day_and_ends_about_as_full_as_it_began()
    {
        Scenario scenario = ScenarioLibrary.Load("full-day");
        var plant = new FakePlant(scenario);
        Assert.Equal(86_400, plant.Player.ExpectedDuration);
        Assert.Equal(86_400, plant.Player.MaximumDuration);
        plant.PlayToEnd(dt: 1);
        Assert.Equal(86_400, plant.Player.ElapsedTotal);
        Assert.Equal(8, scenario.Cells);
        Assert.InRange(scenario.Soc, 60, 80);
        Assert.Equal(scenario.Soc / 100, plant.Soc, 0.08);
    }

    [Fact]
    public void The_cold_start_heats_first_and_only_while_it_works()
    {
        var plant = new FakePlant(ScenarioLibrary.Load("cold-start-commute"));
        plant.PlayToEnd(dt: 1);
        Assert.Equal(["heat True", "heat False"], plant.Actions);
    }

    [Fact]
    public void The_clamp_of_the_pressure_loss_ends_below_the_hard_minimum_while_driving()
    {
        Scenario scenario = ScenarioLibrary.Load("pressure-loss");
        var plant = new FakePlant(scenario);
        while (plant.Player.CurrentStep != "Rest for 18 minutes")
        {
            plant.Step(1);
        }

        Assert.InRange(scenario.Pressure!.Value + plant.ClampOffsets[0], 0.1, 0.67);
        Assert.Equal(0, plant.ClampOffsets[1]);
    }

    [Fact]
    public void An_unknown_name_is_told_with_the_known_ones()
    {
        string message = Assert.Throws<BadInputException>(() => ScenarioLibrary.Load("ful-day")).Message;
        Assert.StartsWith("no scenario or file 'ful-day'; known: full-day, cold-start-commute, ", message);
        Assert.Contains("(did you mean full-day?)", message);
    }

    [Fact]
    public void A_name_is_known_in_any_case_of_letters()
    {
        Assert.Equal("full-day", ScenarioLibrary.Load("FULL-day").Name);
    }
}
