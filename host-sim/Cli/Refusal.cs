using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using Bms.Cli.Commands;
using Bms.Cli.Options;
using Bms.Profiles;
using Bms.Simulation.Scenarios;

namespace Bms.Cli;

/// <summary>Says in one line why a command line can't be used.</summary>
internal static class Refusal
{
    /// <summary>Refuses what can't be used; a line that asks for help or the version is never refused.</summary>
    /// <exception cref="BadInputException">The first reason.</exception>
    public static void ThrowIfAny(ParseResult parsed)
    {
        if (parsed.Action is { ClearsParseErrors: true })
        {
            return;
        }

        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            throw UnknownCommand(command, parsed.UnmatchedTokens is [string word, ..] ? word : null);
        }

        if (UnknownOption(parsed) is string unknown)
        {
            string[] known = [.. command.Options.Select(option => option.Name)];
            throw new BadInputException($"{unknown}: no such option; bms-sim {Words(command)} --help lists those there are{Spelling.Suggest(unknown.Split('=', ':')[0], known)}");
        }

        if (parsed.UnmatchedTokens.Count > 0)
        {
            throw new BadInputException($"'{parsed.UnmatchedTokens[0]}'", "one word too many", $"bms-sim {Words(command)} --help shows what it takes");
        }

        if (parsed.Errors.Count > 0)
        {
            throw new BadInputException(Message(parsed.Errors[0], command));
        }
    }

    private static BadInputException UnknownCommand(Command above, string? word)
    {
        string[] known = [.. above.Subcommands.Select(command => command.Name)];
        if (word is null)
        {
            return new BadInputException(Words(above), "a command is missing", $"one of {string.Join(", ", known)}");
        }

        string meant = above switch
        {
            SimulatorCommand when ScenarioLibrary.Names.Contains(word, StringComparer.OrdinalIgnoreCase) => $" (did you mean run {word}?)",
            ProfileCommand when ProfileLibrary.Names.Contains(word) => $" (did you mean profile show {word}?)",
            _ => Spelling.Suggest(word, known),
        };
        return new BadInputException($"'{word}'", "no such command", $"known: {string.Join(", ", known)}{meant}");
    }

    /// <summary>What is typed for a command after the program's name.</summary>
    private static string Words(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } above and not SimulatorCommand ? $"{Words(above)} {command.Name}" : command.Name;

    /// <summary>A word that looks like an option but stands where none of that name is known.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        IEnumerable<string> words = parsed.CommandResult.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens);
        bool mayBeFiles = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        return mayBeFiles ? null : words.FirstOrDefault(word => word.Length > 1 && word[0] == '-');
    }

    private static string Message(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: IExpecting option } => $"{option.Name}: no value; expected {option.Expected}",
        OptionResult { Tokens.Count: > 1, Option: IExpecting option } given => $"{option.Name}: given {given.Tokens.Count} times; expected once",
        ArgumentResult { Argument: Argument missing } => $"{Words(command)}: no {missing.Name}; expected {missing.Description}",
        _ => error.Message,
    };
}
