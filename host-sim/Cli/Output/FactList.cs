using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Bms.Cli.Output;

/// <summary>Names on the left, what there is to say about each on the right.</summary>
internal static class FactList
{
    /// <summary>Writes a list; words wrap at the terminal's width, and none is broken, so that a path can be copied.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="nameColumns">Width of the left column.</param>
    /// <param name="columns">Width of the whole.</param>
    /// <param name="facts">The rows; a line end in a fact begins a new line.</param>
    public static void Write(TextWriter writer, int nameColumns, int columns, IEnumerable<(string Name, string Fact)> facts)
    {
        foreach ((string name, string fact) in facts)
        {
            string label = name.PadRight(nameColumns);
            foreach (string paragraph in fact.Split('\n'))
            {
                foreach (string line in Wrapped(paragraph, columns - nameColumns))
                {
                    writer.WriteLine((label + line).TrimEnd());
                    label = new string(' ', nameColumns);
                }
            }
        }
    }

    /// <summary>A paragraph in lines.</summary>
    public static IEnumerable<string> Wrapped(string paragraph, int columns)
    {
        var line = new StringBuilder();
        foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
