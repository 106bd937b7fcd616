using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Bms.Profiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bms.Simulation.Scenarios;

/// <summary>The value of one key of a scenario file, read as what the key asks for; failures name file, line and key.</summary>
/// <param name="File">What messages call the file.</param>
/// <param name="Key">The key.</param>
/// <param name="Node">What stands after it.</param>
internal sealed record ScenarioValue(string File, string Key, YamlNode Node)
{
    /// <summary>A name made from a file name: what is no letter, digit, point, line or underline becomes a line.</summary>
    public static string NameFrom(string file)
    {
        string bare = string.Concat(Path.GetFileNameWithoutExtension(file).Select(letter => IsNameLetter(letter) ? letter : '-')).TrimStart('.', '-');
        return bare.Length > 0 ? bare : "scenario";
    }

    /// <summary>The exception for a value that is not what it should be.</summary>
    public BadInputException Wrong(string expected)
    {
        string found = Node switch
        {
            YamlScalarNode { Value: null or "" } => "nothing",
            YamlScalarNode scalar => $"'{scalar.Value}'",
            YamlSequenceNode => "a list",
            _ => "keys with values",
        };
        return new BadInputException($"{File}:{Node.Start.Line}", $"{Key}: found {found}", $"expected {expected}");
    }

    /// <summary>Some text.</summary>
    public string Text() => Scalar() is { Length: > 0 } text ? text : throw Wrong("some text");

    /// <summary>A name fit for a folder.</summary>
    public string Name()
    {
        return Scalar() is { Length: > 0 } text && text.All(IsNameLetter) && char.IsAsciiLetterOrDigit(text[0])
            ? text
            : throw Wrong("a name of letters, digits, '.', '-' and '_', e.g. cold-start");
    }

    /// <summary>A number of a range.</summary>
    public double Number(double lowest, double highest, string unit)
    {
        return double.TryParse(Scalar(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= lowest && number <= highest
            ? number
            : throw Wrong($"a number from {lowest} to {highest} {unit}");
    }

    /// <summary>A whole number of a range.</summary>
    public int WholeNumber(int lowest, int highest)
    {
        return int.TryParse(Scalar(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest
            ? number
            : throw Wrong($"a whole number from {lowest} to {highest}");
    }

    /// <summary>A seed.</summary>
    public ulong Seed()
    {
        return ulong.TryParse(Scalar(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw Wrong("a whole number, 0 or above");
    }

    /// <summary>true or false.</summary>
    public bool TrueOrFalse() => bool.TryParse(Scalar(), out bool value) ? value : throw Wrong("true or false");

    /// <summary>A list of texts, none empty.</summary>
    public IReadOnlyList<string> Texts(string expected)
    {
        return Node is YamlSequenceNode list && list.Children.All(item => item is YamlScalarNode { Value.Length: > 0 })
            ? [.. list.Children.Select(item => ((YamlScalarNode)item).Value!)]
            : throw Wrong(expected);
    }

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';

    // A number in quotes is text to YAML, but its meaning is plain.
    private string? Scalar() => Node is YamlScalarNode { Style: not (ScalarStyle.Literal or ScalarStyle.Folded) } scalar ? scalar.Value : null;
}
