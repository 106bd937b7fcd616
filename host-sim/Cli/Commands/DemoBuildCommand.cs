using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Core;
using Bms.Simulation.Demo;
using Bms.Simulation.Frames;
using Bms.Simulation.Results;

namespace Bms.Cli.Commands;

/// <summary><c>demo build</c>: the demo scenario in closed loop, recorded for the chip.</summary>
internal sealed class DemoBuildCommand : Command, IExampled
{
    private const int NameColumns = 12;

    private readonly Terminal _terminal;
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"New or empty folder for {DemoSource.FileName} [default: {Place.Above}/{DemoTrace.Name}-build]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object, and nothing else");

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What it writes to.</param>
    public DemoBuildCommand(Terminal terminal)
        : base("build", $"Run the scenario {DemoTrace.Name} in closed loop and record it for the firmware.")
    {
        _terminal = terminal;
        Add(_out);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("demo build --out build", "then copy the file over the one in firmware/Device/Demo"),
        new("replay demo", "what the firmware carries now"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        $"{DemoSource.FileName} takes the place of the file of that name in firmware/Device/Demo. It has to be\nbuilt anew when the scenario, the default cell or a decision of the firmware has changed.",
    ];

    private int Execute(ParseResult parsed)
    {
        string folder = parsed.GetValue(_out) ?? Place.Of($"{DemoTrace.Name}-build", DemoTrace.Name);
        ResultFolder.Check(folder);
        DemoTrace trace = DemoTrace.Make();
        byte[] source = Encoding.UTF8.GetBytes(DemoSource.Of(trace));
        ResultFolder.Write(folder, new Dictionary<string, Action<Stream>> { [DemoSource.FileName] = stream => stream.Write(source) });
        var built = new Built(trace.Scenario.Name, trace.Bytes.Length, trace.Frames, Replay.Print(trace.Digest), Path.Combine(folder, DemoSource.FileName));
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(built));
        }
        else
        {
            string holds = $"{built.Bytes} bytes, {built.Frames} frames of {BatteryManager.Tick_ms} ms";
            FactList.Write(_terminal.Output, NameColumns, Terminal.MostColumns, [("scenario", built.Scenario), ("trace", holds), ("digest", built.Digest), ("source", built.SourceFile)]);
        }

        return ExitCode.Fine;
    }

    private sealed record Built(string Scenario, int Bytes, long Frames, string Digest, string SourceFile);
}
