using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Profiles;
using Bms.Simulation.Boards;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Faults;

namespace Bms.Cli.Commands;

/// <summary><c>board</c>: the firmware's own application on the virtual board, in closed loop with the pack.</summary>
internal sealed class BoardCommand : Command, IExampled
{
    private static readonly Dictionary<string, BoardMode> s_modes = new() { ["demo"] = BoardMode.Demo, ["board"] = BoardMode.Board, ["hil"] = BoardMode.Hil };
    private static readonly Dictionary<string, BoardWiring> s_boards = new() { ["esp32"] = BoardWiring.Esp32DevKitC, ["esp32s3"] = BoardWiring.Esp32S3DevKitC1 };

    private readonly Terminal _terminal;
    private readonly RunArguments _arguments = new();
    private readonly ValueOption<string> _mode = Kind.Choice("--mode", "MODE", [.. s_modes.Keys], "What the firmware is connected to: demo is nothing, board is chips and pins, hil is a host that injects readings over the serial link [default: board]");
    private readonly ValueOption<string> _board = Kind.Choice("--board", "BOARD", [.. s_boards.Keys], "Which board [default: esp32]");
    private readonly Option<string[]> _faults = new("--fault") { HelpName = "SPEC@TIME", AllowMultipleArgumentsPerToken = false, Description = "Something fails: KIND[:TARGET]@START[+DURATION], e.g. i2c-nack@120s; may be given several times" };
    private readonly Option<bool> _console = Kind.Flag("--console", "Print what the firmware writes on its serial line");
    private readonly ValueOption<string> _frames = Kind.Text("--frames", "FILE", "the path of a file to write", "Record everything the core takes in after the last start, for replay");
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"Folder for trace.csv, summary.json and report.html [default: {Place.Above}/board-NAME]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print the summary as one JSON object, with the keys of run, and nothing else");

    /// <summary>Makes the command.</summary>
    public BoardCommand(Terminal terminal)
        : base("board", "Run the firmware's application, drivers included, on a virtual board in closed loop with the pack.")
    {
        _terminal = terminal;
        Add(_arguments.Argument);
        foreach (Option option in (IEnumerable<Option>)[_mode, _board, _faults, _console, .. _arguments.All, _frames, _out, _json])
        {
            Add(option);
        }

        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("board", "the default scenario on an ESP32 with all its chips"),
        new("board --mode demo", "what a bare development board does"),
        new("board cold-start-commute --fault i2c-hang@600s+5s", "a bus that hangs for five seconds"),
        new("board --mode hil --frames loop.frames", "readings injected over the serial link"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Faults:\n" + string.Join('\n', FaultKind.Table.Select(kind => $"  {kind.Name,-22}{kind.Summary}{(kind.Target == FaultTarget.None ? string.Empty : $" ({kind.Target.Summary})")}")),
    ];

    private int Execute(ParseResult parsed)
    {
        BoardWiring wiring = s_boards[parsed.GetValue(_board) ?? "esp32"];
        IReadOnlyList<FaultEvent> faults = Faults(parsed);
        bool json = parsed.GetValue(_json);
        Action<string>? line = parsed.GetValue(_console) ? (json ? _terminal.Error : _terminal.Output).WriteLine : null;
        return s_modes[parsed.GetValue(_mode) ?? "board"] switch
        {
            BoardMode.Demo => Demonstrate(parsed, wiring, json, line),
            BoardMode mode => Drive(parsed, mode, wiring, faults, json, line),
        };
    }

    private int Demonstrate(ParseResult parsed, BoardWiring wiring, bool json, Action<string>? line)
    {
        Option? unfit = ((IEnumerable<Option>)[_faults, _frames, _out, .. _arguments.All]).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        if (unfit is not null || parsed.GetResult(_arguments.Argument) is { Tokens.Count: > 0 })
        {
            throw new BadInputException("--mode demo", $"given beside {unfit?.Name ?? "a scenario"}", "a demonstration replays its own trace: expected only --board, --console and --json beside it");
        }

        DemoOutcome outcome = DemoBoard.Run(wiring, json ? line : _terminal.Output.WriteLine);
        if (json)
        {
            _terminal.Output.WriteLine(JsonText.Of(outcome));
        }

        return ExitCode.Fine;
    }

    private int Drive(ParseResult parsed, BoardMode mode, BoardWiring wiring, IReadOnlyList<FaultEvent> faults, bool json, Action<string>? line)
    {
        RunOptions options = _arguments.Read(parsed);
        if (options.LimitersOff != 0)
        {
            throw new BadInputException("--without", "a board has no way to switch a limiter off", "expected it after run");
        }

        using var destination = new Destination(parsed.GetValue(_out) ?? Place.Of($"board-{options.Scenario.Name}", "board"), parsed.GetValue(_frames));
        using var loop = new BoardLoop(new BoardOptions { Run = options with { FrameFile = destination.Recording }, Mode = mode, Wiring = wiring, Faults = faults });
        loop.LineWritten = line;
        using var interrupt = new Interrupt(_terminal.Interrupted);
        RunResult result = ProgressDisplay.Watch(loop.Run, _terminal, isShown: !json && line is null, interrupt);
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

    private IReadOnlyList<FaultEvent> Faults(ParseResult parsed)
    {
        try
        {
            return FaultSchedule.Parse(parsed.GetValue(_faults) ?? []);
        }
        catch (FaultSpecException refused)
        {
            throw new BadInputException($"{_faults.Name}: {refused.Message}", refused);
        }
    }
}
