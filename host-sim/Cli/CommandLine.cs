using System;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Commands;
using Bms.Profiles;

namespace Bms.Cli;

/// <summary>The command line as a whole: finds the command, runs it, and turns every failure into a sentence with an exit code.</summary>
public static class CommandLine
{
    private const int LongestLine = 800;

    private static readonly ParserConfiguration s_configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs one command.</summary>
    /// <param name="args">What was typed after the program's name; without a command, <c>run</c> is meant.</param>
    /// <param name="terminal">What it writes to.</param>
    /// <returns>An <see cref="ExitCode"/>. Bad input has left exactly one line on the error stream, and nothing else anywhere.</returns>
    public static int Invoke(string[] args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(terminal);
        try
        {
            var simulator = new SimulatorCommand(terminal);
            ParseResult parsed = simulator.Parse(simulator.TakesFirst(args) ? args : [RunCommand.Word, .. args], s_configuration);
            Refusal.ThrowIfAny(parsed);
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (BadInputException refused)
        {
            terminal.Error.WriteLine(OneLine(refused.Message));
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("interrupted; nothing was written");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last place where a failure can still become a sentence.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"bms-sim failed, and not through your input ({OneLine(failure.Message)}). That is a bug; please report it with what follows.");
            terminal.Error.WriteLine(failure);
            return ExitCode.Failed;
        }
    }

    /// <summary>A message that stays on its line whatever it quotes from a user's file, and can't steer a terminal.</summary>
    private static string OneLine(string message)
    {
        string line = string.Concat(message.ReplaceLineEndings(" ").Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= LongestLine ? line : $"{line[..(LongestLine / 2)]} ... {line[^(LongestLine / 2)..]}";
    }
}
