using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Hardware.Tests;

/// <summary>The tables of a document in Markdown, as a reader sees them.</summary>
public static class Table
{
    /// <summary>Rows of the table whose head begins with the given columns, each by the names of its columns; without back-ticks.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string document, params string[] head)
    {
        string[] lines = document.Split('\n');
        int at = Array.FindIndex(lines, line => Cells(line).Take(head.Length).SequenceEqual(head));
        if (at < 0)
        {
            throw new ArgumentException($"no table begins with | {string.Join(" | ", head)} |", nameof(head));
        }

        string[] names = Cells(lines[at]);
        return [.. lines.Skip(at + 2).TakeWhile(line => line.StartsWith('|')).Select(line => names.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static string[] Cells(string line) =>
        line.StartsWith('|') ? [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))] : [];
}
