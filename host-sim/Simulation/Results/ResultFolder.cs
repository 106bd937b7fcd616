using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Bms.Profiles;

namespace Bms.Simulation.Results;

/// <summary>
/// The folder a run leaves behind. It is written beside its place under a hidden name and renamed when whole, so that a folder
/// which can be seen is complete.
/// </summary>
public static class ResultFolder
{
    /// <summary>Name of the time series.</summary>
    public const string TraceFile = "trace.csv";

    /// <summary>Name of the summary.</summary>
    public const string SummaryFile = "summary.json";

    /// <summary>Name of the report.</summary>
    public const string ReportFile = "report.html";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string[] Signature = ["scenario", "digest", "violation_total", "report"];

    /// <summary>Writes trace, summary and report. The result of an earlier run in the same place is replaced; what else lies
    /// there stays.</summary>
    /// <returns>The summary as written: its <see cref="RunSummary.Report"/> is the path of the report.</returns>
    /// <exception cref="BadInputException">The place is taken by something that is no result, or can't be written.</exception>
    public static RunSummary Write(string path, RunSummary summary, Trace trace, ReportContext context, IReadOnlyList<RunEvent> events)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(trace);
        RunSummary written = summary with { Report = Path.Combine(path, ReportFile) };
        Write(path, new Dictionary<string, Action<Stream>>
        {
            [TraceFile] = stream => TraceCsv.Write(trace, stream),
            [ReportFile] = stream => stream.Write(Utf8.GetBytes(ReportPage.Render(written, trace, context, events))),
            [SummaryFile] = stream => stream.Write(Utf8.GetBytes(written.ToJson() + "\n")),
        });
        return written;
    }

    /// <summary>Writes files of any kind under the same promise: all of them, or nothing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">What writes each file, by name.</param>
    /// <exception cref="BadInputException">The place is taken by something that is no result, or can't be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Action<Stream>> files) => Write(path, files, IsRun);

    /// <summary>Writes files of another kind of result under the same promise.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">What writes each file, by name.</param>
    /// <param name="isEarlier">Whether a summary is of an earlier result of that kind, which may be replaced.</param>
    /// <exception cref="BadInputException">The place is taken by something else, or can't be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Action<Stream>> files, Func<JsonElement, bool> isEarlier)
    {
        ArgumentNullException.ThrowIfNull(files);
        Check(path, isEarlier);
        string place = Place(path);
        string mark = Guid.NewGuid().ToString("N")[..8];
        string parent = Path.GetDirectoryName(place)!;
        string fresh = Path.Combine(parent, $".{Path.GetFileName(place)}.{mark}.new");
        string former = Path.Combine(parent, $".{Path.GetFileName(place)}.{mark}.old");
        try
        {
            try
            {
                Directory.CreateDirectory(fresh);
                foreach ((string name, Action<Stream> write) in files)
                {
                    using FileStream stream = File.Create(Path.Combine(fresh, name));
                    write(stream);
                }

                Swap(place, fresh, former);
            }
            finally
            {
                Remove(fresh);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: the result can't be written there ({failure.Message.TrimEnd('.')}); give a folder that can be written", failure);
        }
    }

    /// <summary>Says at once whether a result may be written to a place, before hours are spent on computing it.</summary>
    /// <exception cref="BadInputException">It is a file, or a folder that is neither empty nor a result.</exception>
    public static void Check(string path) => Check(path, IsRun);

    /// <summary>Says the same of another kind of result.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="isEarlier">Whether a summary is of an earlier result of that kind, which may be replaced.</param>
    /// <exception cref="BadInputException">It is a file, or a folder that is neither empty nor such a result.</exception>
    public static void Check(string path, Func<JsonElement, bool> isEarlier)
    {
        ArgumentNullException.ThrowIfNull(isEarlier);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new BadInputException("output folder", "its name is empty", "give the path of a new folder");
        }

        try
        {
            CheckPlace(path, Place(path), isEarlier);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"{path}: {failure.Message.TrimEnd('.')}; give the path of a new folder", failure);
        }
    }

    private static void CheckPlace(string path, string place, Func<JsonElement, bool> isEarlier)
    {
        if (Path.GetDirectoryName(place) is null)
        {
            throw new BadInputException(path, "this is the root of a file system", "give the path of a new folder");
        }

        for (string? above = place; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new BadInputException(path, above == place ? "this is a file" : $"{above} is a file", "give the path of a new folder");
            }
        }

        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any() && !IsResult(place, isEarlier))
        {
            throw new BadInputException(
                path,
                $"the folder is not empty and not a result (it holds no {SummaryFile} of ours)",
                "give a new folder or that of an earlier run");
        }
    }

    private static string Place(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    private static bool IsRun(JsonElement summary) => Signature.All(key => summary.TryGetProperty(key, out _));

    private static bool IsResult(string folder, Func<JsonElement, bool> isEarlier)
    {
        try
        {
            using FileStream stream = File.OpenRead(Path.Combine(folder, SummaryFile));
            using JsonDocument summary = JsonDocument.Parse(stream);
            return summary.RootElement.ValueKind == JsonValueKind.Object && isEarlier(summary.RootElement);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    private static void Swap(string place, string fresh, string former)
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(fresh, place);
            return;
        }

        Directory.Move(place, former);
        try
        {
            Directory.Move(fresh, place);
        }
        catch
        {
            Directory.Move(former, place);
            throw;
        }

        foreach (string entry in Directory.EnumerateFileSystemEntries(former).ToArray())
        {
            string kept = Path.Combine(place, Path.GetFileName(entry));
            if (!Path.Exists(kept))
            {
                Directory.Move(entry, kept);   // a user's own: notes, a frame file
            }
        }

        Remove(former);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
