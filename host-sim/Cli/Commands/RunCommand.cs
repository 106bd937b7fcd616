using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Simulation.Results;
using Bms.Simulation.Running;

namespace Bms.Cli.Commands;

/// <summary><c>run</c>: closes the loop of load, limits, plant, sensors and firmware, and leaves a result folder.</summary>
internal sealed class RunCommand : Command, IExampled
{
    /// <summary>The word for it.</summary>
    public const string Word = "run";

    private readonly Terminal _terminal;
    private readonly RunArguments _arguments = new();
    private readonly ValueOption<string> _frames = Kind.Text("--frames", "FILE", "the path of a file to write", "Record everything the firmware takes in, for replay");
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"Folder for trace.csv, summary.json and report.html [default: {Place.Above}/NAME]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print the summary as one JSON object, and nothing else");

    /// <summary>Makes the command.</summary>
    public RunCommand(Terminal terminal)
        : base(Word, "Run a scenario, or a measured current, in closed loop. Positive current = charge in all results.")
    {
        _terminal = terminal;
        Add(_arguments.Argument);
        foreach (Option option in (IEnumerable<Option>)[.. _arguments.All, _frames, _out, _json])
        {
            Add(option);
        }

        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("run cold-start-commute", "a built-in scenario"),
        new("run my-day.yaml --cells 96 --seed 7", "your own, on a larger pack"),
        new("run --current US06.csv --peak-c-rate 1 --temperature 45", "a measured current"),
        new("run full-day --pressure 1 --no-limits --out runs/harm", "without the limits"),
        new("run fast-charge-45 --frames charge.frames --json", "figures for a script"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "For --current, unless told: the cell's reference temperature and set pressure, 60 %, no error,\n8 cells, played once, in ampere as it stands.",
    ];

    private int Execute(ParseResult parsed)
    {
        RunOptions options = _arguments.Read(parsed);
        bool json = parsed.GetValue(_json);
        using var destination = new Destination(parsed.GetValue(_out) ?? Place.Of(options.Scenario.Name, Word), parsed.GetValue(_frames));
        var loop = new ClosedLoop(options with { FrameFile = destination.Recording });
        using var interrupt = new Interrupt(_terminal.Interrupted);   // to the end: a result that is being written becomes whole
        RunResult result = ProgressDisplay.Watch(loop.Run, _terminal, isShown: !json, interrupt);
        interrupt.ThrowIfAny();
        RunSummary summary = destination.Keep(result);
        if (json)
        {
            _terminal.Output.WriteLine(summary.ToJson());
        }
        else
        {
            RunTable.Write(_terminal.Tables(), result with { Summary = summary });
        }

        return ExitCode.Fine;
    }
}
