using System;
using System.CommandLine;
using System.Globalization;

namespace Bms.Cli.Options;

/// <summary>The kinds of options there are, so that each option is one row.</summary>
internal static class Kind
{
    /// <summary>What is expected of a command that needs a cell.</summary>
    public const string CellProfile = "a built-in profile or the path of a parameter file";

    /// <summary>A whole number of a range.</summary>
    public static ValueOption<int?> Whole(string name, string value, int lowest, int highest, string description) => new(
        name,
        value,
        $"a whole number from {lowest} to {highest}",
        description,
        (string text, out int? number) =>
        {
            bool good = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int parsed) && parsed >= lowest && parsed <= highest;
            number = parsed;
            return good;
        });

    /// <summary>A number of a range.</summary>
    public static ValueOption<double?> Number(string name, string value, double lowest, double highest, string unit, string description) => new(
        name,
        value,
        $"a number from {lowest} to {highest} {unit}",
        description,
        (string text, out double? number) => TryNumber(text, out number) && number >= lowest && number <= highest);

    /// <summary>A number above 0.</summary>
    public static ValueOption<double?> Positive(string name, string value, double highest, string description) => new(
        name,
        value,
        $"a number above 0, at most {highest}",
        description,
        (string text, out double? number) => TryNumber(text, out number) && number > 0 && number <= highest);

    /// <summary>A seed.</summary>
    public static ValueOption<ulong?> Seed(string name, string value, string description) => new(
        name,
        value,
        $"a whole number from 0 to {ulong.MaxValue}",
        description,
        (string text, out ulong? number) =>
        {
            bool good = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong parsed);
            number = parsed;
            return good;
        });

    /// <summary>A name or a path. One that begins with a dash is a forgotten value: the next option stands there.</summary>
    public static ValueOption<string> Text(string name, string value, string expected, string description) => new(
        name,
        value,
        expected,
        description,
        (string text, out string? read) =>
        {
            read = text;
            return !string.IsNullOrWhiteSpace(text) && text[0] != '-';
        });

    /// <summary>One of a few words.</summary>
    public static ValueOption<string> Choice(string name, string value, string[] words, string description) => new(
        name,
        value,
        $"one of {string.Join(", ", words)}",
        description,
        (string text, out string? read) =>
        {
            read = text;
            return Array.IndexOf(words, text) >= 0;
        });

    /// <summary>The profile a command is about.</summary>
    /// <param name="expected">What would be right.</param>
    public static Argument<string> Profile(string expected) => new("PROFILE") { Description = expected };

    /// <summary>Something that is so or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static bool TryNumber(string text, out double? number)
    {
        bool good = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed);
        number = parsed;
        return good;   // NaN lies in no range
    }
}
