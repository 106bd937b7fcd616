using System.Collections.Generic;
using System.CommandLine;

namespace Bms.Cli.Commands;

/// <summary><c>demo</c>: the trace that the firmware replays on a bare board.</summary>
internal sealed class DemoCommand : Command, IExampled
{
    /// <summary>Makes the commands below it.</summary>
    /// <param name="terminal">What they write to.</param>
    public DemoCommand(Terminal terminal)
        : base("demo", "Build the trace that the firmware replays when no sensor answers.")
        => Add(new DemoBuildCommand(terminal));

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("run demo", "what the trace shows, with a report"),
        new("demo build", "the trace anew, for the firmware"),
        new("replay demo", "the digest that a board in demo mode prints"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } = [];
}
