using System.Collections.Generic;
using System.CommandLine;

namespace Bms.Cli.Commands;

/// <summary><c>profile</c>: what can be done with one cell profile.</summary>
internal sealed class ProfileCommand : Command, IExampled
{
    /// <summary>Makes the commands below it.</summary>
    /// <param name="terminal">What they write to.</param>
    public ProfileCommand(Terminal terminal)
        : base("profile", "Show a cell profile, check the firmware's model of it, or build it.")
    {
        Add(new ProfileShowCommand(terminal));
        Add(new ProfileCheckCommand(terminal));
        Add(new ProfileBuildCommand(terminal));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("profiles", "which cells come with the program"),
        new("profile show pouch-lpscl-nmc", "one of them in full"),
        new("profile check my-cell.json", "how far to trust the firmware on a cell of yours"),
        new("profile build my-cell.json", "a cell of your own, for the firmware"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } = [];
}
