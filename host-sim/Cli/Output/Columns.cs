using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Bms.Cli.Output;

/// <summary>Rows of cells side by side, each wrapped in its column.</summary>
internal static class Columns
{
    private const string Gap = "  ";

    /// <summary>Writes rows; words wrap at their column's width, and none is broken.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="widths">Width of each column; between two of them lie two more.</param>
    /// <param name="rows">The cells, as many a row as there are columns.</param>
    public static void Write(TextWriter writer, int[] widths, IEnumerable<string[]> rows)
    {
        foreach (string[] row in rows)
        {
            string[][] cells = [.. row.Zip(widths, (cell, width) => FactList.Wrapped(cell, width).ToArray())];
            for (int line = 0; line < cells.Max(cell => cell.Length); line++)
            {
                writer.WriteLine(string.Join(Gap, cells.Zip(widths, (cell, width) => (cell.ElementAtOrDefault(line) ?? string.Empty).PadRight(width))).TrimEnd());
            }
        }
    }
}
