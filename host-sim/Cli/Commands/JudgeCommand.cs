using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Profiles;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Campaigns.Reporting;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Cli.Commands;

/// <summary><c>judge</c>: many runs of the firmware, scored against the truth, a data sheet and a clairvoyant controller.</summary>
internal sealed class JudgeCommand : Command, IExampled
{
    private const string Word = "judge";
    private const int MostSeeds = 1000;
    private const int MostThreads = 256;

    private readonly Terminal _terminal;
    private readonly ValueOption<string> _scenarios = Kind.Text("--scenarios", "KEYS", "keys of campaign scenarios, apart by commas, or all", "Scenarios to run, e.g. charge-cold,storage [default: all]");
    private readonly ValueOption<int?> _seeds = Kind.Whole("--seeds", "N", 1, MostSeeds, $"Runs of each scenario, 1 to {MostSeeds}, each with a pack of its own [default: 1]");
    private readonly ValueOption<string> _profile = Kind.Text("--profile", "NAME", "the name of a cell profile, or a JSON file of your own", $"Cell: a built-in profile, or a JSON file of your own [default: {Scenario.DefaultProfile}]");
    private readonly ValueOption<string> _without = Kind.Text("--without", "NAMES", "limiters of the firmware, apart by commas", "Switch limiters of the firmware off, e.g. plating,filament, to see what they are needed for; limits lists them");
    private readonly ValueOption<int?> _threads = Kind.Whole("--threads", "N", 1, MostThreads, $"Runs at once, 1 to {MostThreads}; the result does not depend on it [default: one for each processor]");
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"Folder for {RunStore.FileName}, {CampaignFolder.ParquetFileName}, summary.json and report.html; an interrupted campaign goes on in it [default: {Place.Above}/{Word}]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print the summary as one JSON object, and nothing else");

    /// <summary>Makes the command.</summary>
    public JudgeCommand(Terminal terminal)
        : base(Word, "Judge the firmware by many runs on packs it does not know, beside a data sheet's limits and a clairvoyant controller.")
    {
        _terminal = terminal;
        foreach (Option option in (IEnumerable<Option>)[_scenarios, _seeds, _profile, _without, _threads, _out, _json])
        {
            Add(option);
        }

        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("judge --seeds 5", "every scenario, on five packs each"),
        new("judge --scenarios charge-cold,storage --seeds 20 --out runs/cold", "two of them, thoroughly"),
        new("judge --seeds 50 --json", "for a script"),
        new("judge --without plating --out runs/no-plating", "what one limiter is worth"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Runs that are finished are kept: the same command goes on where it was interrupted. Runs of another profile,\nof other code or with other limiters switched off are put aside, and a line on the error stream says so.",
        "Scenarios: " + string.Join(", ", CampaignTable.All.Select(row => row.Key)) + ".",
    ];

    private int Execute(ParseResult parsed)
    {
        string folder = parsed.GetValue(_out) ?? Place.Of(Word, Word);
        using var interrupt = new Interrupt(_terminal.Interrupted);
        var options = new CampaignOptions
        {
            Scenarios = CampaignTable.Named(parsed.GetValue(_scenarios) ?? "all", _scenarios.Name),
            Seeds = parsed.GetValue(_seeds) ?? 1,
            Profile = parsed.GetValue(_profile) ?? Scenario.DefaultProfile,
            LimitersOff = parsed.GetValue(_without) is string names ? LimiterNames.Switches(names.Split(',', StringSplitOptions.TrimEntries), _without.Name) : 0,
            Threads = parsed.GetValue(_threads) ?? Math.Min(Environment.ProcessorCount, MostThreads),
            Cancellation = interrupt.Token,
        };
        ProfileLibrary.Load(options.Profile);
        CampaignFolder.Check(folder);
        Destination.TryToWrite(folder);
        bool json = parsed.GetValue(_json);
        long began = Stopwatch.GetTimestamp();
        using RunStore store = RunStore.Open(folder, options.Profile, options.Without);
        Tell(store, folder);
        IReadOnlyList<CampaignRun> runs;
        try
        {
            runs = ShareDisplay.Watch(Word, progress => Campaign.Run(options with { Progress = progress }, store), _terminal, isShown: !json);
        }
        catch (OperationCanceledException)
        {
            _terminal.Error.WriteLine($"interrupted; {store.Of(options).Count} finished runs are kept in {folder}, and the same command goes on after them");
            return ExitCode.Interrupted;
        }

        JudgeSummary summary = CampaignFolder.Write(folder, new JudgeSummary(options, runs) { WallS = Stopwatch.GetElapsedTime(began).TotalSeconds }, runs);
        if (json)
        {
            _terminal.Output.WriteLine(summary.ToJson());
        }
        else
        {
            JudgeTable.Write(_terminal.Tables(), summary);
        }

        return ExitCode.Fine;
    }

    private void Tell(RunStore store, string folder)
    {
        if (store.PutAside)
        {
            _terminal.Error.WriteLine($"{folder}: its runs are of another profile, of other code or with other limiters off; put aside as {RunStore.AsideName}");
        }
        else if (store.Resumed > 0)
        {
            _terminal.Error.WriteLine($"{folder}: goes on after {store.Resumed} finished runs");
        }
    }
}
