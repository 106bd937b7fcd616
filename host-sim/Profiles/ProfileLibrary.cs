using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Bms.Plant.Parameters;
using Bms.Profiles.Reading;

namespace Bms.Profiles;

/// <summary>The cells this project knows, and the way to bring one's own: parameter files in BPX form.</summary>
/// <remarks>BPX: the Faraday Institution's Battery Parameter eXchange, version 1.1. The standard terms stand where BPX puts
/// them, in its names and units; what solid-state cells need beyond stands under <c>User-defined</c>.</remarks>
public static class ProfileLibrary
{
    /// <summary>The cell taken when none is named.</summary>
    public const string Default = "pouch-lpscl-nmc";

    private const string Extension = ".json";
    private const string SchemaFile = "cell.schema.json";

    private static readonly Assembly _assembly = typeof(ProfileLibrary).Assembly;

    /// <summary>The names of the built-in cells, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. _assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(Extension, StringComparison.Ordinal) && resource != SchemaFile)
            .Select(resource => resource[..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The JSON schema (draft-07) of a parameter file.</summary>
    public static string Schema { get; } = Resource(SchemaFile);

    /// <summary>The parameter file of a built-in cell, as text: where a file of one's own begins.</summary>
    /// <exception cref="BadInputException">No built-in cell has this name.</exception>
    public static string Text(string name) => Names.Contains(name) ? Resource(name + Extension) : throw Unknown(name, "profile");

    /// <summary>Reads and checks the parameters of a cell.</summary>
    /// <param name="nameOrFile">A built-in name, or the path of a parameter file; the name wins.</param>
    /// <returns>Parameters that are complete, plausible and agree with each other.</returns>
    /// <exception cref="BadInputException">There is no such name or file, it can't be read, or what it says can't be used; the
    /// message is one line with file, line, key, what was found and what would be right.</exception>
    public static CellParameters Load(string nameOrFile) => Open(nameOrFile).Cell;

    /// <summary>Reads and checks a parameter file, and keeps what it says of each value.</summary>
    /// <inheritdoc cref="Load"/>
    public static CellFile Open(string nameOrFile) => Altered(nameOrFile, null);

    /// <summary>Reads and checks a parameter file some of whose numbers are replaced by others: a cell like it that differs.</summary>
    /// <param name="nameOrFile">A built-in name, or the path of a parameter file; the name wins.</param>
    /// <param name="value">The number to take instead of what the file says, for every term that is a number; null: as it stands.</param>
    /// <exception cref="BadInputException">As of <see cref="Load"/>; a number outside its range is refused too.</exception>
    public static CellFile Altered(string nameOrFile, Func<Parameter, double>? value)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        bool isBuiltIn = Names.Contains(nameOrFile);
        string path = isBuiltIn ? nameOrFile + Extension : nameOrFile;
        ParameterFile file = ParameterFile.Parse(path, isBuiltIn ? Text(nameOrFile) : FileText(nameOrFile), value);
        return new CellFile(Path.GetFileName(path), CellReader.Read(file, Path.GetFileNameWithoutExtension(path)), file.Description, file.References, [.. file.Parameters]);
    }

    private static string FileText(string path)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException(path, "a folder", "a parameter file in JSON, or one of the profiles " + string.Join(", ", Names));
        }

        if (!File.Exists(path))
        {
            throw Unknown(path, "profile or file");
        }

        if (ImageFile.IsNamed(path))
        {
            throw new BadInputException(path, "a built image", "the parameter file it was built from");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: can't be read ({Line(failure.Message)}); a file that this user may read", failure);
        }
    }

    private static BadInputException Unknown(string name, string what) =>
        new($"'{Line(name)}'", $"no such {what}", Spelling.Known(name, Names));

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private static string Resource(string name)
    {
        using Stream stream = _assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
