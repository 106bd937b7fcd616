using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bms.Cli.Options;

/// <summary>Numbers apart by commas, each within a range, brought into rising order.</summary>
internal static class NumberList
{
    private const int Most = 24;

    /// <summary>An option that takes such a list.</summary>
    public static ValueOption<IReadOnlyList<double>> Option(string name, string value, double lowest, double highest, string unit, string description) => new(
        name,
        value,
        $"1 to {Most} different numbers from {lowest} to {highest} {unit}, apart by commas",
        description,
        (string text, out IReadOnlyList<double>? numbers) =>
        {
            string[] words = text.Split(',');
            double[] read = [.. words.Select(Number).Where(number => number >= lowest && number <= highest).Distinct().Order()];   // NaN lies in no range
            numbers = read;
            return words.Length <= Most && read.Length == words.Length;
        });

    private static double Number(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
