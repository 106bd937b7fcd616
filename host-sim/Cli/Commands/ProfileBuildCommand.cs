using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Core.Cells;
using Bms.Profiles;

namespace Bms.Cli.Commands;

/// <summary><c>profile build</c>: a cell in fixed point, for the chip.</summary>
internal sealed class ProfileBuildCommand : Command, IExampled
{
    private const int NameColumns = 12;

    private readonly Terminal _terminal;
    private readonly Argument<string> _profile = Kind.Profile(Kind.CellProfile);
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"Folder for NAME{ImageFile.Extension} and {EmbeddedSource.FileName} [default: {Place.Above}/NAME]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object, and nothing else");

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What it writes to.</param>
    public ProfileBuildCommand(Terminal terminal)
        : base("build", "Turn a cell's parameters into the fixed-point image that the firmware loads.")
    {
        _terminal = terminal;
        Add(_profile);
        Add(_out);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("profile build pouch-lpscl-nmc", "a built-in cell"),
        new("profile build my-cell.json --out build", "a cell of your own"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        $"NAME{ImageFile.Extension} goes into the chip's flash; profile show tells what it holds.\n{EmbeddedSource.FileName} takes the place of the file of that name in firmware/Core/Cells: the cell of a\nchip without an image.",
    ];

    private int Execute(ParseResult parsed)
    {
        CellFile file = ProfileLibrary.Open(parsed.GetValue(_profile)!);
        var folder = new BuildFolder(parsed.GetValue(_out) ?? Place.Of(file.Cell.Name, "profile"));
        byte[] image = FirmwareImage.Build(file.Cell);
        (string imagePath, string sourcePath) = folder.Write(file.Cell.Name, image, EmbeddedSource.Of(file, image));
        var built = new Built(file.Cell.Name, ImageFigures.Of(ProfileImage.Read(image), image.Length), imagePath, sourcePath);
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(built));
        }
        else
        {
            FactList.Write(_terminal.Output, NameColumns, Terminal.MostColumns, [("profile", built.Profile), ("holds", $"{built.Image}"), ("image", built.ImageFile), ("source", built.SourceFile)]);
        }

        return ExitCode.Fine;
    }

    private sealed record Built(string Profile, ImageFigures Image, string ImageFile, string SourceFile);
}
