using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Bms.Profiles;
using CsvHelper;

namespace Bms.Simulation.Loads;

/// <summary>
/// Reads a current over time from CSV. Two forms are told apart by the first line: one column of numbers (one value a
/// second, positive = discharge), or a header with Battery Data Format names (positive = charge), whose other columns are ignored.
/// </summary>
/// <remarks>Times of the second form count from the first row. Every value holds until the next time; the last holds as long as
/// the one before it, a single one for a second.</remarks>
public static class CurrentFile
{
    private const double SmallestSpacing = 0.001;
    private const double SpacingTolerance = 1e-9;
    private const string TwoForms = "one column of current in A without a header (one value a second, positive = discharge), or a header with test_time_second and current_ampere";

    private static readonly CsvReaderOptions s_options = CsvReaderOptions.Default with
    {
        HasHeader = false,   // whether the first line is one is for the two forms to say
        Separator = ',',
        SkipEmptyLines = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    // The machine-readable name and the printed label of the Battery Data Format.
    private static readonly string[] s_timeNames = ["test_time_second", "Test Time / s"];
    private static readonly string[] s_currentNames = ["current_ampere", "Current / A"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The CSV file; its name without extension becomes the name of the profile.</param>
    /// <exception cref="BadInputException">The file is missing, unreadable or empty, lacks a column, holds something that is
    /// not a finite number, or its time does not rise by at least 1 ms from row to row.</exception>
    public static LoadProfile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{path}: no such file; expected {TwoForms}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BadInputException($"{path}: cannot be read ({failure.Message}); expected a readable CSV file", failure);
        }
    }

    /// <summary>Reads text that came from somewhere else than a file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="path">What messages call it; its last part without extension becomes the name of the profile.</param>
    /// <exception cref="BadInputException">As in <see cref="Read(string)"/>.</exception>
    public static LoadProfile Read(TextReader reader, string path)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using CsvReader csv = CsvReader.Create(reader, s_options, leaveOpen: true);
        try
        {
            string name = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } bare ? bare : path;
            var rows = new Rows(csv, path);
            if (!rows.Next())
            {
                throw new BadInputException(path, "the file is empty", $"expected {TwoForms}");
            }

            return csv.FieldCount == 1 && double.TryParse(csv.GetString(0), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? ReadColumn(rows, name)
                : ReadTable(rows, name);
        }
        catch (CsvFormatException failure)
        {
            throw new BadInputException($"{path}:{failure.LineNumber}: not CSV (a quotation mark out of place); expected {TwoForms}", failure);
        }
    }

    private static LoadProfile ReadColumn(Rows rows, string name)
    {
        var times = new List<double>();
        var currents = new List<double>();
        do
        {
            if (rows.Csv.FieldCount != 1)
            {
                throw new BadInputException(rows.Where, $"{rows.Csv.FieldCount} columns where the lines before have one", "expected one number a line");
            }

            times.Add(times.Count);
            currents.Add(0 - rows.Number(0, "current"));   // 0 minus: a rest stays +0
        }
        while (rows.Next());

        return new LoadProfile(name, times, currents, times.Count);
    }

    private static LoadProfile ReadTable(Rows rows, string name)
    {
        string[] header = [.. Enumerable.Range(0, rows.Csv.FieldCount).Select(rows.Csv.GetString)];
        int timeColumn = FindColumn(rows, header, s_timeNames);
        int currentColumn = FindColumn(rows, header, s_currentNames);
        var times = new List<double>();
        var currents = new List<double>();
        double first = 0;
        while (rows.Next())
        {
            double time = rows.Number(timeColumn, header[timeColumn]);
            first = times.Count == 0 ? time : first;
            if (times.Count > 0 && time - first - times[^1] < SmallestSpacing - SpacingTolerance)
            {
                throw new BadInputException(rows.Where, $"{header[timeColumn]} {time} after {first + times[^1]}", "expected a time that rises by at least 0.001 s from row to row");
            }

            times.Add(time - first);
            currents.Add(rows.Number(currentColumn, header[currentColumn]));
        }

        if (times.Count == 0)
        {
            throw new BadInputException(rows.Where, "a header and no row", "expected at least one row of numbers under it");
        }

        double lastHold = times.Count > 1 ? times[^1] - times[^2] : 1;
        return new LoadProfile(name, times, currents, times[^1] + lastHold);
    }

    private static int FindColumn(Rows rows, string[] header, string[] names)
    {
        int column = Array.FindIndex(header, cell => names.Contains(cell, StringComparer.OrdinalIgnoreCase));
        return column >= 0
            ? column
            : throw new BadInputException(rows.Where, $"no column {names[0]} among {string.Join(", ", header.Select(cell => $"'{cell}'"))}", $"expected {TwoForms}");
    }

    /// <summary>The lines of the file; blank ones are fine at the end only, since elsewhere they would shift the time.</summary>
    private sealed class Rows(CsvReader csv, string path)
    {
        public CsvReader Csv => csv;

        public string Where => $"{path}:{csv.LineNumber}";

        public bool Next()
        {
            if (!csv.Read())
            {
                return false;
            }

            if (!IsBlank())
            {
                return true;
            }

            string blank = Where;
            while (csv.Read())
            {
                if (!IsBlank())
                {
                    throw new BadInputException(blank, "a blank line", "expected a row of numbers (blank lines only at the end)");
                }
            }

            return false;
        }

        public double Number(int column, string name)
        {
            if (column >= csv.FieldCount)
            {
                throw new BadInputException(Where, $"{csv.FieldCount} columns, so {name} (column {column + 1}) is missing", "expected as many columns as in the header");
            }

            string text = csv.GetString(column);
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? number
                : throw new BadInputException(Where, $"column {name}: found '{text}'", "expected a finite number, e.g. -1.25");
        }

        private bool IsBlank() => csv.FieldCount == 0 || (csv.FieldCount == 1 && string.IsNullOrWhiteSpace(csv.GetString(0)));
    }
}
