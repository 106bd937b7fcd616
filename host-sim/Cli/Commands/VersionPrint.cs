using System.CommandLine;
using System.CommandLine.Invocation;

namespace Bms.Cli.Commands;

/// <summary>Prints the program's name and version.</summary>
internal sealed class VersionPrint : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"bms-sim {typeof(VersionPrint).Assembly.GetName().Version!.ToString(3)}");
        return ExitCode.Fine;
    }
}
