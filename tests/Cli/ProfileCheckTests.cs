using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary><c>profile check</c>: what it prints and tells the shell.</summary>
public sealed class ProfileCheckTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public void A_report_has_its_verdict_its_worst_figures_and_every_case()
    {
        JsonElement report = _shell.Run("profile", "check", "pellet-llzo-nmc", "--json").Json();

        Assert.Equal("pellet-llzo-nmc", report.GetProperty("profile").GetString());
        Assert.True(report.GetProperty("pass").GetBoolean());
        Assert.Equal(
            ["fixed_vs_double_mv_rms", "fixed_vs_double_mv_max", "rom_vs_plant_mv_rms", "rom_vs_plant_mv_max", "soc_drift_ppm", "temperature_k_max", "pressure_mpa_max"],
            report.GetProperty("worst").EnumerateObject().Select(figure => figure.Name));
        JsonElement[] cases = [.. report.GetProperty("cases").EnumerateArray()];
        Assert.Equal(25, cases.Length);
        Assert.All(cases, each => Assert.True(each.GetProperty("pass").GetBoolean() && !each.GetProperty("contact_lost").GetBoolean()));
        Assert.Equal(cases.Max(each => each.GetProperty("rom_vs_plant_mv_rms").GetDouble()), report.GetProperty("worst").GetProperty("rom_vs_plant_mv_rms").GetDouble());
        Assert.Equal(0, report.GetProperty("worst").GetProperty("soc_drift_ppm").GetDouble());
    }

    [Fact]
    public void A_cell_its_model_can_t_follow_fails()
    {
        string file = _shell.Write("coarse.json", Coarse());
        Outcome outcome = _shell.Run("profile", "check", file, "--threads", "2");

        Assert.Equal((ExitCode.Failed, string.Empty), (outcome.Code, outcome.Error));
        Assert.Contains("coarse does not pass", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, Terminal.MostColumns));
    }

    [Theory]
    [InlineData("profile check nonsense", "'nonsense': no such profile or file")]
    [InlineData("profile check pouch-lpscl-nmc --threads 0", "--threads: found '0'")]
    [InlineData("profile check", "profile")]
    [InlineData("profile check pouch-lpscl-nmc --quick", "--quick: no such option")]
    public void What_can_t_be_used_is_refused(string words, string reason)
    {
        Outcome outcome = _shell.Run(words.Split(' '));

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    /// <summary>The thin film with the diffusivity of a rock, but the rates of the film.</summary>
    private static string Coarse() => File.ReadAllText(Shell.CellFile("thin-film-lipon-lco"))
        .Replace("\"Diffusivity activation energy [J.mol-1]\": 18550", "\"Diffusivity activation energy [J.mol-1]\": 45000", StringComparison.Ordinal)
        .Replace("[15000, 40000]", "[15000, 60000]", StringComparison.Ordinal);
}
