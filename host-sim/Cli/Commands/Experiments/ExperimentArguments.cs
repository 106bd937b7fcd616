using System;
using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Plant.Mechanisms;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Laboratory;
using Bms.Simulation.Scenarios;

namespace Bms.Cli.Commands.Experiments;

/// <summary>What can be said about every experiment: one row an option.</summary>
internal sealed class ExperimentArguments
{
    private const int MostThreads = 256;

    private readonly ValueOption<string> _profile = Kind.Text("--profile", "NAME", "the name of a cell profile, or a JSON file of your own", $"Cell: a built-in profile, or a JSON file of your own [default: {ProfileLibrary.Default}]");
    private readonly ValueOption<string> _without = Kind.Text("--plant-without", "KEYS", "mechanisms of the true cell, apart by commas", "Switch mechanisms of the true cell off, e.g. voids,filaments; mechanisms lists them");
    private readonly ValueOption<ulong?> _seed = Kind.Seed("--seed", "N", "Draw the cell from the spread of its profile with this seed [default: the cell as designed]");
    private readonly ValueOption<int?> _threads = Kind.Whole("--threads", "N", 1, MostThreads, $"Points measured at once, 1 to {MostThreads}; the result does not depend on it [default: one for each processor]");
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"Folder for CSV files, summary.json and report.html [default: {Place.Above}/EXPERIMENT-NAME]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print the summary as one JSON object, and nothing else");

    /// <summary>The options, in the order of help.</summary>
    public IReadOnlyList<Option> All => [_profile, _without, _seed, _threads, _out, _json];

    /// <summary>Whether the summary is printed for a program.</summary>
    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The bench that was asked for.</summary>
    /// <exception cref="BadInputException">Something that was named can't be used.</exception>
    public Workbench Bench(ParseResult parsed)
    {
        CellParameters cell = ProfileLibrary.Load(parsed.GetValue(_profile) ?? ProfileLibrary.Default);
        MechanismSet mechanisms = parsed.GetValue(_without) is string keys
            ? MechanismNames.Without(keys.Split(',', StringSplitOptions.TrimEntries), _without.Name)
            : MechanismSet.All;
        return new Workbench(cell, mechanisms)
        {
            Seed = parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads) ?? Math.Min(Environment.ProcessorCount, MostThreads),
        };
    }

    /// <summary>Where the result goes.</summary>
    public string Folder(ParseResult parsed, IExperiment experiment, Workbench bench) =>
        parsed.GetValue(_out) ?? Place.Of($"{experiment.Name}-{bench.Cell.Name}", experiment.Name);
}
