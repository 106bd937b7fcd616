using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;

namespace Bms.Cli.Commands;

/// <summary>A command that lists what comes with the program: a name and its facts for a person, an array of objects for a program.</summary>
/// <typeparam name="TRow">What there is to say about one; its properties are the keys.</typeparam>
internal abstract class ListCommand<TRow> : Command, IExampled
{
    private const int NameColumns = 22;

    private readonly Terminal _terminal;
    private readonly Option<bool> _json = Kind.Flag("--json", "Print an array of objects, and nothing else");

    /// <summary>Makes the command.</summary>
    protected ListCommand(string word, string description, Terminal terminal)
        : base(word, description)
    {
        _terminal = terminal;
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>What there is.</summary>
    protected abstract IEnumerable<TRow> Rows();

    /// <summary>A row as a person reads it.</summary>
    protected abstract (string Name, string Fact) Read(TRow row);

    private int Execute(ParseResult parsed)
    {
        TRow[] rows = [.. Rows()];
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(rows));
        }
        else
        {
            FactList.Write(_terminal.Output, NameColumns, Terminal.MostColumns, rows.Select(Read));
        }

        return ExitCode.Fine;
    }
}
