using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Plant.Materials;
using Bms.Profiles;

namespace Bms.Cli.Commands;

/// <summary><c>material</c>: what the catalogue says of a material, what follows from it, and what to think of it.</summary>
internal sealed class MaterialCommand : Command, IExampled
{
    private const int NameColumns = 22;

    private readonly Terminal _terminal;
    private readonly Argument<string?> _name = new("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "A material of the catalogue; without one, the list of them" };
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object, or for the list an array of objects, and nothing else");

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What it writes to.</param>
    public MaterialCommand(Terminal terminal)
        : base("material", "Show a material: its values with range and source, what follows from them, and how it meets the criteria.")
    {
        _terminal = terminal;
        Add(_name);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("material", "which materials there are"),
        new("material LLZO", "one of them"),
        new("material argyrodite --json", "for a script"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "A range is what the sources print; derived values and verdicts are taken over all of it, so that a verdict\ncan depend on the specimen. What no source says is missing, and named as missing.",
    ];

    private int Execute(ParseResult parsed)
    {
        bool json = parsed.GetValue(_json);
        if (parsed.GetValue(_name) is not string name)
        {
            List(json);
        }
        else if (json)
        {
            _terminal.Output.WriteLine(JsonText.Of(MaterialCard.Of(Named(name))));
        }
        else
        {
            MaterialText.Write(_terminal.Tables(), MaterialCard.Of(Named(name)));
        }

        return ExitCode.Fine;
    }

    private static Material Named(string name) => Catalogue.Find(name)
        ?? throw new BadInputException(
            $"'{name}'",
            "no such material",
            $"known: {string.Join(", ", Catalogue.Materials.Select(material => material.Name))}{Spelling.Suggest(name, Catalogue.Materials.SelectMany(Catalogue.Names))}");

    private void List(bool json)
    {
        if (json)
        {
            _terminal.Output.WriteLine(JsonText.Of(Catalogue.Materials.Select(MaterialCard.Of).ToArray()));
        }
        else
        {
            FactList.Write(_terminal.Output, NameColumns, Terminal.MostColumns, Catalogue.Materials.Select(material => (material.Name, material.Title)));
        }
    }
}
