using System;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>What the program says about itself.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public void Help_lists_every_command_and_the_exit_codes()
    {
        string help = Help("--help");

        Assert.All(["run", "scenarios", "profiles", "profile ", "replay", "cost", "--version", "Exit codes", "Examples"], word => Assert.Contains(word, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_of_run_lists_every_option()
    {
        string help = Help("run --help");

        Assert.All(
            ["SCENARIO", "--current", "--peak-c-rate", "--profile", "--cells", "--temperature", "--pressure", "--soc ", "--soc-error", "--no-limits", "--threads", "--seed", "--frames", "--out", "--json"],
            option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("run --help")]
    [InlineData("run --cells 0 --help")]
    [InlineData("scenarios --help")]
    [InlineData("profiles --help")]
    [InlineData("replay --help")]
    [InlineData("profile --help")]
    [InlineData("profile show --help")]
    [InlineData("profile build --help")]
    [InlineData("cost --help")]
    public void Help_shows_examples_within_100_columns(string line)
    {
        string help = Help(line);

        Assert.Contains("bms-sim ", help[help.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(help.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void Version_is_one_line()
    {
        Outcome outcome = _shell.Run("--version");

        Assert.Equal(ExitCode.Fine, outcome.Code);
        Assert.Matches(@"^bms-sim \d+\.\d+\.\d+\r?\n$", outcome.Output);
    }

    [Fact]
    public void Scenarios_are_listed_with_their_facts()
    {
        JsonElement[] rows = [.. _shell.Run("scenarios", "--json").Json().EnumerateArray()];
        string list = Text("scenarios");

        Assert.Equal(["name", "title", "profile", "cells", "soc_percent", "temperature_c", "pressure_mpa", "expected_s", "is_default"], rows[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal("full-day", Assert.Single(rows, row => row.GetProperty("is_default").GetBoolean()).GetProperty("name").GetString());
        Assert.Equal(86400, rows[0].GetProperty("expected_s").GetDouble());
        Assert.Empty(new[] { "full-day", "cold-start-commute", "fast-charge-45", "pressure-loss" }.Except(rows.Select(row => row.GetProperty("name").GetString())));
        Assert.All(rows, row => Assert.Contains(row.GetProperty("name").GetString()!, list, StringComparison.Ordinal));
        Assert.All(list.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void Profiles_are_listed_with_their_facts()
    {
        JsonElement[] rows = [.. _shell.Run("profiles", "--json").Json().EnumerateArray()];
        string list = Text("profiles");

        Assert.Equal(["pellet-llzo-nmc", "pouch-lpscl-nmc", "thin-film-lipon-lco"], rows.Select(row => row.GetProperty("name").GetString()));
        JsonElement pouch = Assert.Single(rows, row => row.GetProperty("is_default").GetBoolean());
        Assert.Equal("pouch-lpscl-nmc", pouch.GetProperty("name").GetString());
        Assert.Equal((6, 5), (pouch.GetProperty("capacity_ah").GetDouble(), pouch.GetProperty("set_pressure_mpa").GetDouble()));
        Assert.All(rows, row => Assert.Contains(row.GetProperty("name").GetString()!, list, StringComparison.Ordinal));
        Assert.All(list.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    public void Dispose() => _shell.Dispose();

    private string Help(string line) => Text(line);

    private string Text(string line)
    {
        Outcome outcome = _shell.Run(line.Split(' '));
        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        return outcome.Output;
    }
}
