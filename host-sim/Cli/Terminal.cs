using System;
using System.IO;
using System.Threading;
using Spectre.Console;

namespace Bms.Cli;

/// <summary>What a command writes to, who watches, and who may interrupt it.</summary>
public sealed record Terminal
{
    /// <summary>Widest line, however wide the window is.</summary>
    public const int MostColumns = 100;

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where progress and failures go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether both are a terminal that can move its cursor: only then is there progress and colour.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Ends a run at its next minute of simulated time, with nothing left behind.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The terminal, or the pipes, of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        IsWatched = !Console.IsOutputRedirected && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Ansi,
    };

    /// <summary>What lays out tables on the output.</summary>
    internal IAnsiConsole Tables() => Drawing(Output);

    /// <summary>What draws progress on the error stream.</summary>
    internal IAnsiConsole Progress() => Drawing(Error);

    private IAnsiConsole Drawing(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = IsWatched ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = IsWatched ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsWatched ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },   // they turn colour on in some build servers
        });
        console.Profile.Width = IsWatched ? Math.Min(console.Profile.Width, MostColumns) : MostColumns;
        return console;
    }
}
