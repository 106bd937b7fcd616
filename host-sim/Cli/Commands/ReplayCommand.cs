using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Profiles;
using Bms.Simulation.Demo;
using Bms.Simulation.Frames;

namespace Bms.Cli.Commands;

/// <summary><c>replay</c>: feeds recorded frames to the firmware alone.</summary>
internal sealed class ReplayCommand : Command, IExampled
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _file = new("FILE") { Description = $"a frame file as written by run --frames, or {DemoTrace.Name}: the trace that the firmware carries" };
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object (digest, frames, simulated_s), and nothing else");

    /// <summary>Makes the command.</summary>
    public ReplayCommand(Terminal terminal)
        : base("replay", "Feed recorded frames to the firmware alone; the same decisions, bit by bit, give the same digest.")
    {
        _terminal = terminal;
        Add(_file);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("run pressure-loss --frames loss.frames", "record"),
        new("replay loss.frames", "the same digest as the run"),
        new($"replay {DemoTrace.Name}", "the digest that a board in demo mode prints"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } = [$"A frame file that is called {DemoTrace.Name} is reached as ./{DemoTrace.Name}."];

    private int Execute(ParseResult parsed)
    {
        string file = parsed.GetValue(_file)!;
        if (string.IsNullOrWhiteSpace(file))
        {
            throw new BadInputException(_file.Name, $"found '{file}'", $"expected {_file.Description}");
        }

        long began = Stopwatch.GetTimestamp();
        ReplayResult result = file == DemoTrace.Name ? DemoTrace.ReplayEmbedded() : Replay.Run(file);
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(new Row(result.Digest, result.Frames, result.Duration_s)));
        }
        else
        {
            string took = Figure.Duration(Stopwatch.GetElapsedTime(began).TotalSeconds);
            _terminal.Output.WriteLine($"{result.Frames} frames, {Figure.Duration(result.Duration_s)} of operation, replayed in {took}");
            _terminal.Output.WriteLine($"digest {result.Digest}");
        }

        return ExitCode.Fine;
    }

    private sealed record Row(string Digest, long Frames, double SimulatedS);
}
