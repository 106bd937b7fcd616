using System.CommandLine;

namespace Bms.Cli.Commands;

/// <summary><c>profile</c>: what can be done with one cell profile.</summary>
internal sealed class ProfileCommand : Command
{
    /// <summary>Makes the commands below it.</summary>
    public ProfileCommand(Terminal terminal)
        : base("profile", "Check a cell profile.")
    {
        Add(new ProfileCheckCommand(terminal));
    }
}
