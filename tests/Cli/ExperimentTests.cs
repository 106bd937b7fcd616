using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary><c>experiment</c>: what each prints, leaves and refuses.</summary>
public sealed class ExperimentTests : IDisposable
{
    private static readonly string[] s_header = ["experiment", "profile", "seed", "without", "verdict", "as_expected"];

    private static readonly Dictionary<string, string> s_short = new()
    {
        ["eis"] = "--soc 50 --temperature 25,45",
        ["gitt"] = "--pulses 5 --rest 0.2",
        ["rate"] = "--rates 1,2 --temperature 45",
        ["ccd"] = "--temperature 25,60 --pressure 5 --contact 0.5 --factor 2",
        ["pressure"] = "--dwell 10",
        ["calendar"] = "--days 0.5 --soc 50 --temperature 45,60",
        ["cycle"] = "--cycles 1 --temperature 45",
        ["correction"] = "--packs 1 --temperature 45 --duration 20",
    };

    private readonly Shell _shell = new();

    public static TheoryData<string> Experiments => [.. s_short.Keys];

    /// <summary>Words after <c>experiment</c>, and what the line must say: where, what was found, what would be right.</summary>
    public static TheoryData<string, string[]> Refused => new()
    {
        { "", ["experiment", "a command is missing", "eis", "gitt", "rate", "ccd", "pressure", "calendar", "cycle", "correction"] },
        { "rates", ["'rates'", "no such command", "did you mean rate?"] },
        { "rate --profile nosuch", ["'nosuch'", "no such profile or file", "known: pellet-llzo-nmc"] },
        { "rate --rates", ["--rates", "no value", "numbers from 0.02 to 20 C, apart by commas"] },
        { "rate --rates 1,two", ["--rates", "'1,two'", "numbers from 0.02 to 20 C"] },
        { "rate --rates 1,,2", ["--rates", "'1,,2'", "apart by commas"] },
        { "rate --rates 1,1", ["--rates", "'1,1'", "different numbers"] },
        { "rate --rates 0.5,NaN", ["--rates", "'0.5,NaN'", "numbers from 0.02"] },
        { "rate --temperature 25,120", ["--temperature", "'25,120'", "from -40 to 100 degC"] },
        { "rate --plant-without void", ["--plant-without", "no mechanism 'void'", "did you mean voids?"] },
        { "rate --seed -1", ["--seed", "'-1'", "a whole number"] },
        { "rate --soc 50", ["--soc", "no such option", "experiment rate --help"] },
        { "eis --lowest 10 --highest 50", ["--highest", "50", "at least 10 times"] },
        { "eis --soc 0", ["--soc", "'0'", "from 1 to 99 %"] },
        { "gitt --pulses 3", ["--pulses", "'3'", "from 4 to 200"] },
        { "gitt --rest 0", ["--rest", "'0'", "from 0.1 to 48 h"] },
        { "ccd --factor 1", ["--factor", "'1'", "from 1.01 to 2"] },
        { "ccd --contact 0", ["--contact", "'0'", "from 0.05 to 0.99"] },
        { "pressure --lowest 5 --highest 5", ["--highest", "5", "above that of --lowest"] },
        { "calendar --days 0", ["--days", "'0'", "from 0.01 to 3653 d"] },
        { "cycle --cycles 0", ["--cycles", "'0'", "from 1 to 5000"] },
        { "correction --packs 0", ["--packs", "'0'", "from 1 to 100"] },
        { "correction --duration 5", ["--duration", "'5'", "from 20 to 600 min"] },
        { "cycle --out @current.csv", ["current.csv", "this is a file", "a new folder"] },
        { "cycle please", ["'please'", "one word too many", "experiment cycle --help"] },
    };

    [Theory, MemberData(nameof(Experiments))]
    public void Json_is_one_object_whose_keys_help_documents(string experiment)
    {
        JsonElement summary = Run(experiment).Json();
        string help = _shell.Run("experiment", experiment, "--help").Output;

        Assert.Equal(s_header, summary.EnumerateObject().Select(property => property.Name).Take(s_header.Length));
        Assert.Equal((experiment, "pouch-lpscl-nmc"), (summary.GetProperty("experiment").GetString(), summary.GetProperty("profile").GetString()));
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("seed").ValueKind);
        Assert.Equal("report", summary.EnumerateObject().Last().Name);
        Assert.All(Keys(summary).Except(s_header).Except(["report"]), key => Assert.Contains(key, help, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Experiments))]
    public void The_result_folder_holds_report_summary_and_tables(string experiment)
    {
        JsonElement summary = Run(experiment).Json();
        string[] files = [.. Directory.GetFiles(_shell.At("out")).Select(Path.GetFileName).OfType<string>()];

        Assert.Equal(_shell.At("out/report.html"), Path.GetFullPath(summary.GetProperty("report").GetString()!));
        Assert.Equal(summary.GetRawText(), JsonDocument.Parse(File.ReadAllText(_shell.At("out/summary.json"))).RootElement.GetRawText());
        Assert.Contains("points.csv", files);
        Assert.All(files, file => Assert.True(file is "report.html" or "summary.json" || file.EndsWith(".csv", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Experiments))]
    public void A_person_reads_verdict_figures_and_where_the_report_is(string experiment)
    {
        Outcome outcome = Run(experiment, json: false);

        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        Assert.Contains("pouch-lpscl-nmc", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(_shell.At("out"), outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.All(outcome.Output.Split('\n').Where(line => !line.StartsWith("report", StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd().Length, 0, Terminal.MostColumns));
    }

    [Theory, MemberData(nameof(Refused))]
    public void Bad_input_is_refused_in_one_line_and_leaves_nothing(string line, string[] parts)
    {
        string[] before = _shell.Listing();
        Outcome outcome = _shell.Run(["experiment", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Equal(1, outcome.Error.Count(letter => letter == '\n'));
        Assert.All(parts, part => Assert.Contains(part, outcome.Error, StringComparison.Ordinal));
        Assert.Equal(before, _shell.Listing());
    }

    [Theory, MemberData(nameof(Experiments))]
    public void Help_shows_examples_within_100_columns(string experiment)
    {
        Outcome outcome = _shell.Run("experiment", experiment, "--help");

        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        Assert.Contains($"bms-sim experiment {experiment}", outcome.Output[outcome.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void Mechanisms_and_seed_are_told()
    {
        JsonElement summary = Run("rate", more: ["--plant-without", "voids,entropy", "--seed", "9"]).Json();

        Assert.Equal(["entropy", "voids"], summary.GetProperty("without").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal(9, summary.GetProperty("seed").GetInt32());
    }

    [Fact]
    public void The_result_of_another_kind_is_not_overwritten()
    {
        Run("pressure").Json();
        string[] before = _shell.Listing();

        Assert.Equal(ExitCode.BadInput, Run("calendar").Code);
        Assert.Equal(ExitCode.BadInput, _shell.Run("run", "--current", $"@{Shell.ShortCurrent}", "--out", "@out").Code);
        Assert.Equal(before, _shell.Listing());
        Run("pressure").Json();
    }

    [Fact]
    public void An_interrupted_experiment_leaves_nothing()
    {
        using var shell = new Shell { Interrupted = new CancellationToken(canceled: true) };
        string[] before = shell.Listing();
        Outcome outcome = shell.Run("experiment", "cycle", "--out", "@deep/out");

        Assert.Equal((ExitCode.Interrupted, string.Empty), (outcome.Code, outcome.Output));
        Assert.Equal($"interrupted; nothing was written{Environment.NewLine}", outcome.Error);
        Assert.Equal(before, shell.Listing());
    }

    [Fact]
    public void A_terminal_sees_progress_and_a_pipe_none()
    {
        using var watched = new Shell { IsWatched = true };

        Assert.NotEmpty(watched.Run("experiment", "pressure", "--out", "@out").Error);
        Assert.Empty(Run("pressure", json: false).Error);
    }

    public void Dispose() => _shell.Dispose();

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Keys(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    private Outcome Run(string experiment, bool json = true, string[]? more = null) =>
        _shell.Run(["experiment", experiment, .. s_short[experiment].Split(' '), "--out", "@out", .. json ? (string[])["--json"] : [], .. more ?? []]);
}
