using System;
using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Profiles;
using Spectre.Console;

namespace Bms.Cli.Commands;

/// <summary><c>profile show</c>: everything there is to say about one cell, or about one image.</summary>
internal sealed class ProfileShowCommand : Command, IExampled
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _profile = Kind.Profile($"{Kind.CellProfile}, or of an image ({ImageFile.Extension})");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object, and nothing else");

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What it writes to.</param>
    public ProfileShowCommand(Terminal terminal)
        : base("show", "Show a cell: its window, rates and limits, every parameter with status and source, and its firmware image.")
    {
        _terminal = terminal;
        Add(_profile);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("profile show pouch-lpscl-nmc", "a built-in cell"),
        new("profile show my-cell.json --json", "a cell of your own, for a script"),
        new("profile show my-cell.bmsp", "what an image holds, or why the firmware refuses it"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Status of a value: measured or printed by its source; fitted by its source; derived, the way is\ngiven; tunable, a parameter without a public value.",
    ];

    private int Execute(ParseResult parsed)
    {
        string profile = parsed.GetValue(_profile)!;
        if (ImageFile.IsNamed(profile))
        {
            Print(parsed, ImageCard.Read(profile), CardText.Write);
        }
        else
        {
            Print(parsed, CellCard.Of(ProfileLibrary.Open(profile)), CardText.Write);
        }

        return ExitCode.Fine;
    }

    private void Print<TCard>(ParseResult parsed, TCard card, Action<IAnsiConsole, TCard> write)
    {
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(card));
        }
        else
        {
            write(_terminal.Tables(), card);
        }
    }
}
