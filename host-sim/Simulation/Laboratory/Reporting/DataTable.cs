using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>Rows of numbers and words that become a CSV file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Columns">The columns.</param>
public sealed record DataTable(string File, IReadOnlyList<DataColumn> Columns)
{
    private readonly List<object[]> _rows = [];

    /// <summary>The rows, each with a number or a text for every column.</summary>
    public IReadOnlyList<IReadOnlyList<object>> Rows => _rows;

    /// <summary>Adds a row: numbers as <see cref="double"/>, anything else as text.</summary>
    /// <exception cref="ArgumentException">Not one value for every column.</exception>
    public void Add(params object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _rows.Add(values.Length == Columns.Count ? values : throw new ArgumentException($"{values.Length} values for {Columns.Count} columns"));
    }

    /// <summary>The numbers of a column.</summary>
    /// <exception cref="ArgumentException">No column has this name, or it holds text.</exception>
    public double[] Values(string column)
    {
        int place = Columns.ToList().FindIndex(each => each.Name == column);
        return place >= 0
            ? [.. _rows.Select(row => row[place] is double number ? number : throw new ArgumentException($"{column} holds text"))]
            : throw new ArgumentException($"no column {column}");
    }

    /// <summary>Writes the table in UTF-8: header, then a line a row, quoted and ended as RFC 4180 says. Nine significant digits;
    /// what is not finite is an empty field.</summary>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var text = new StringBuilder();
        text.AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (object[] row in _rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        }

        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Field(object value)
    {
        if (value is double number)
        {
            return double.IsFinite(number) ? (number + 0.0).ToString("G9", CultureInfo.InvariantCulture) : string.Empty;   // no minus before a zero
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
