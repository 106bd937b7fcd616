using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>The card of a material as a person reads it.</summary>
internal static class MaterialText
{
    private const int NameColumns = 18;

    // with two between them, the 100 of a terminal
    private static readonly int[] s_valueColumns = [36, 24, 36];
    private static readonly int[] s_verdictColumns = [36, 7, 53];

    private static readonly Dictionary<string, string> s_verdicts = new()
    {
        ["holds"] = "yes",
        ["depends"] = "depends",
        ["fails"] = "no",
    };

    private static readonly Dictionary<string, string> s_bounds = new()
    {
        ["at_least"] = "at least",
        ["at_most"] = "at most",
        ["below"] = "below",
    };

    /// <summary>Writes what there is to say about a material.</summary>
    public static void Write(IAnsiConsole console, MaterialCard card)
    {
        Title(console, card.Name);
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, Facts(card));
        Section(console, "Values", s_valueColumns, card.Values.Select(value => new[]
        {
            value.Condition.Length == 0 ? value.Title : $"{value.Title} ({value.Condition})",
            Range(value.Value, value.Lowest, value.Highest, value.Unit),
            $"{value.Status}: {value.Source}",
        }));
        Section(console, "Derived", s_valueColumns, card.Derived.Select(result => new[] { result.Title, Range(result.Value, result.Lowest, result.Highest, result.Unit), result.Equation }));
        Section(console, "Verdicts", s_verdictColumns, card.Verdicts.Select(answer => new[] { answer.Title, s_verdicts[answer.Verdict], Reason(answer) }));
    }

    private static IEnumerable<(string Name, string Fact)> Facts(MaterialCard card)
    {
        yield return ("material", card.Title);
        if (card.OtherNames.Count > 0)
        {
            yield return ("also", string.Join(", ", card.OtherNames));
        }

        if (card.MoistureProducts.Length > 0)
        {
            yield return ("in moist air", $"makes {card.MoistureProducts}");
        }

        if (card.Missing.Count > 0)
        {
            yield return ("no source for", string.Join(", ", card.Missing.Select(key => key.Replace('_', ' '))));
        }
    }

    private static void Section(IAnsiConsole console, string title, int[] columns, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length > 0)
        {
            console.WriteLine();
            Title(console, title);
            Columns.Write(console.Profile.Out.Writer, columns, all);
        }
    }

    private static string Reason(MaterialCard.Answer answer)
    {
        string unit = answer.Unit.Length == 0 ? string.Empty : $" {answer.Unit}";
        return $"{answer.Measured} {Span(answer.Lowest, answer.Highest)}{unit}; asked: {s_bounds[answer.Bound]} {Short(answer.Threshold)}{unit}. {Sentence(answer.Remark)}";
    }

    private static string Range(double value, double lowest, double highest, string unit) =>
        (IsSame(lowest, highest) ? $"{Short(value)} {unit}" : $"{Span(lowest, highest)} {unit}").TrimEnd();

    private static string Span(double lowest, double highest) => IsSame(lowest, highest) ? Short(lowest) : $"{Short(lowest)} to {Short(highest)}";

    private static bool IsSame(double lowest, double highest) => Short(lowest) == Short(highest);

    // No source prints more than four digits.
    private static string Short(double value) => Figure.Digits(value == 0 ? 0 : Math.Round(value / Scale(value), 3) * Scale(value));

    private static double Scale(double value) => Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))));

    private static string Sentence(string remark) => $"{char.ToUpperInvariant(remark[0])}{remark[1..]}.";

    private static void Title(IAnsiConsole console, string title) => console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
}
