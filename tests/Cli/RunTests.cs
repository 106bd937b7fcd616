using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>What a run is made of, and what it leaves.</summary>
public sealed class RunTests : IDisposable
{
    private static readonly string[] s_keys =
    [
        "scenario", "profile", "cells", "seed", "simulated_s", "wall_s", "speedup", "digest", "soc_rmse_percent", "soc_max_error_percent",
        "min_cell_mv", "max_cell_mv", "max_core_temperature_c", "min_stack_pressure_mpa", "max_stack_pressure_mpa", "violations", "violation_total",
        "served_percent", "served_percent_when_limited", "diagnoses", "energy_out_wh", "energy_in_wh", "heater_energy_wh", "binding", "report",
    ];

    private static readonly string[] s_constraints =
    [
        "voltage_high", "voltage_low", "surface_high", "surface_low", "plating", "stripping", "core_temperature_high", "core_temperature_low",
        "pressure_high", "pressure_low", "filament", "overcurrent",
    ];

    private readonly Shell _shell = new();

    [Fact]
    public void Json_is_one_object_with_documented_keys_in_order()
    {
        JsonElement summary = _shell.RunShort();

        Assert.Equal(s_keys, summary.EnumerateObject().Select(property => property.Name));
        Assert.Equal(s_constraints, summary.GetProperty("violations").EnumerateObject().Select(property => property.Name));
        Assert.Equal(summary.GetProperty("violation_total").GetInt32(), summary.GetProperty("violations").EnumerateObject().Sum(property => property.Value.GetInt32()));
        Assert.Equal(JsonValueKind.Array, summary.GetProperty("diagnoses").ValueKind);
        Assert.Equal(JsonValueKind.Object, summary.GetProperty("binding").ValueKind);
        Assert.Matches("^[0-9a-f]{16}$", summary.GetProperty("digest").GetString());
    }

    [Fact]
    public void The_readme_documents_every_key()
    {
        string readme = File.ReadAllText(Shell.Source("README.md"));

        Assert.All(s_keys.Concat(s_constraints), key => Assert.Contains($"`{key}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_result_folder_holds_trace_summary_and_report()
    {
        JsonElement summary = _shell.RunShort();

        Assert.Equal(["report.html", "summary.json", "trace.csv"], Directory.GetFiles(_shell.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(_shell.At("out/report.html"), Path.GetFullPath(summary.GetProperty("report").GetString()!));
        Assert.Equal(summary.GetRawText(), JsonDocument.Parse(File.ReadAllText(_shell.At("out/summary.json"))).RootElement.GetRawText());
    }

    [Fact]
    public void Without_a_place_the_result_goes_to_runs_and_the_name()
    {
        string name = $"cli-test-{Guid.NewGuid():N}";
        string place = Path.Combine("runs", name);
        _shell.Write("mine.yaml", $"name: {name}\nsteps:\n  - Rest for 5 s\n");
        try
        {
            JsonElement summary = _shell.Run("run", "@mine.yaml", "--json").Json();

            Assert.Equal(Path.Combine(place, "report.html"), summary.GetProperty("report").GetString());
            Assert.True(File.Exists(Path.Combine(place, "summary.json")));
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    [Fact]
    public void Run_is_the_command_when_none_is_given()
    {
        JsonElement summary = _shell.Run("--current", $"@{Shell.ShortCurrent}", "--out", "@out", "--json").Json();

        Assert.Equal("current", summary.GetProperty("scenario").GetString());
    }

    [Fact]
    public void A_measured_current_starts_at_the_defaults_of_its_cell()
    {
        JsonElement summary = _shell.RunShort();

        Assert.Equal("pouch-lpscl-nmc", summary.GetProperty("profile").GetString());
        Assert.Equal(8, summary.GetProperty("cells").GetInt32());
        Assert.Equal(1UL, summary.GetProperty("seed").GetUInt64());
        Assert.Equal(30, summary.GetProperty("simulated_s").GetDouble());
        Assert.Equal(5e6, _shell.Column("applied_pressure_pa[0]")[0], 1e2);
        Assert.Equal(25, _shell.Column("true_core_temperature_c[0]")[0], 1e-3);
        Assert.Equal(0.6, Enumerable.Range(0, 8).Average(cell => _shell.Column($"true_soc[{cell}]")[0]), 0.02);
    }

    [Fact]
    public void Options_set_the_start()
    {
        JsonElement summary = _shell.RunShort("--cells", "3", "--temperature", "-5", "--pressure", "3.5", "--soc", "30", "--seed", "18446744073709551615");

        Assert.Equal(3, summary.GetProperty("cells").GetInt32());
        Assert.Equal(ulong.MaxValue, summary.GetProperty("seed").GetUInt64());
        Assert.Equal(-5, _shell.Column("true_core_temperature_c[2]")[0], 1e-3);
        Assert.Equal(-5, _shell.Column("ambient_temperature_celsius")[0], 1e-3);
        Assert.Equal(3.5e6, _shell.Column("applied_pressure_pa[0]")[0], 1e2);
        Assert.Equal(0.3, Enumerable.Range(0, 3).Average(cell => _shell.Column($"true_soc[{cell}]")[0]), 0.03);
    }

    [Fact]
    public void Options_override_the_scenario_file()
    {
        string file = _shell.Write("mine.yaml", "cells: 5\nsoc: 20\ntemperature: 50\nambient: 10\npressure: 4\nseed: 3\nsteps:\n  - Rest for 10 s\n");

        JsonElement kept = _shell.Run("run", file, "--out", "@out", "--json").Json();
        Assert.Equal((5, 3), (kept.GetProperty("cells").GetInt32(), kept.GetProperty("seed").GetInt32()));
        Assert.Equal(4e6, _shell.Column("applied_pressure_pa[0]")[0], 1e2);
        Assert.Equal(50, _shell.Column("true_core_temperature_c[0]")[0], 0.1);

        JsonElement changed = _shell.Run("run", file, "--out", "@out", "--json", "--cells", "2", "--temperature", "30", "--pressure", "6", "--soc", "70", "--seed", "4").Json();
        Assert.Equal((2, 4), (changed.GetProperty("cells").GetInt32(), changed.GetProperty("seed").GetInt32()));
        Assert.Equal(6e6, _shell.Column("applied_pressure_pa[0]")[0], 1e2);
        Assert.Equal(30, _shell.Column("true_core_temperature_c[0]")[0], 1e-3);
        Assert.Equal(30, _shell.Column("ambient_temperature_celsius")[0], 1e-3);
        Assert.Equal(0.7, _shell.Column("true_soc[0]")[0], 0.05);
    }

    [Theory]
    [InlineData("20", 0.20)]
    [InlineData("-15", -0.15)]
    public void The_first_belief_is_off_as_told(string percent, double error)
    {
        _shell.RunShort("--soc-error", percent, "--cells", "1");

        Assert.Equal(error, _shell.Column("estimated_soc[0]")[0] - _shell.Column("true_soc[0]")[0], 0.03);
    }

    [Theory]
    [InlineData("pellet-llzo-nmc")]
    [InlineData("thin-film-lipon-lco")]
    public void A_profile_is_taken_by_name_or_from_a_file(string name)
    {
        string[] command = ["run", "--current", $"@{Shell.ShortCurrent}", "--peak-c-rate", "0.2", "--out", "@out", "--json", "--profile"];
        JsonElement byName = _shell.Run([.. command, name]).Json();
        JsonElement byFile = _shell.Run([.. command, Shell.CellFile(name)]).Json();

        Assert.Equal(name, byName.GetProperty("profile").GetString());
        Assert.Equal(byName.GetProperty("digest").GetString(), byFile.GetProperty("digest").GetString());
    }

    [Fact]
    public void A_result_replaces_an_earlier_one_and_keeps_what_else_lies_there()
    {
        _shell.RunShort("--seed", "1");
        _shell.Write("out/notes.txt", "mine");
        _shell.RunShort("--seed", "2");

        Assert.Contains("\"seed\": 2", File.ReadAllText(_shell.At("out/summary.json")), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_shell.At("out/notes.txt")));
    }

    [Fact]
    public void A_run_that_ends_is_fine_whatever_the_judge_says()
    {
        Outcome outcome = _shell.Run("run", "--current", $"@{Shell.ShortCurrent}", "--peak-c-rate", "20", "--pressure", "1", "--no-limits", "--out", "@out");

        Assert.Equal(ExitCode.Fine, outcome.Code);
        Assert.Contains("violations", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("The load ignored the limits", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
