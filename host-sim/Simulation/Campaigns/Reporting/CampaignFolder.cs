using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using Bms.Profiles;
using Bms.Simulation.Results;

namespace Bms.Simulation.Campaigns.Reporting;

/// <summary>The folder a campaign leaves behind: its store, <c>runs.parquet</c>, <c>report.html</c>, and last <c>summary.json</c>. Until that is
/// there the campaign is not over.</summary>
public static class CampaignFolder
{
    /// <summary>Name of the table of runs.</summary>
    public const string ParquetFileName = "runs.parquet";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Says at once whether a campaign may be kept in a place: a new or empty folder, or one with an earlier campaign.</summary>
    /// <exception cref="BadInputException">It is a file, or a folder that holds something else.</exception>
    public static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(Path.Combine(path, RunStore.FileName)))
        {
            ResultFolder.Check(path, IsEarlier);
        }
    }

    /// <summary>Writes what the runs amount to.</summary>
    /// <returns>The summary with the path of its report.</returns>
    /// <exception cref="BadInputException">It can't be written.</exception>
    public static JudgeSummary Write(string path, JudgeSummary summary, IReadOnlyList<CampaignRun> runs)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(runs);
        JudgeSummary written = summary with { Report = Path.Combine(path, ResultFolder.ReportFile) };
        try
        {
            Replace(path, ParquetFileName, file => ParquetFile.Write(file, runs));
            Replace(path, ResultFolder.ReportFile, file => File.WriteAllText(file, JudgePage.Render(written, runs), s_utf8));
            Replace(path, ResultFolder.SummaryFile, file => File.WriteAllText(file, written.ToJson() + "\n", s_utf8));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: the result can't be written there ({failure.Message.TrimEnd('.')}); give a folder that can be written", failure);
        }

        return written;
    }

    // A file is there whole or as it was.
    private static void Replace(string folder, string name, Action<string> write)
    {
        string fresh = Path.Combine(folder, $".{name}.{Guid.NewGuid().ToString("N")[..8]}");
        try
        {
            write(fresh);
            File.Move(fresh, Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private static bool IsEarlier(JsonElement summary) => summary.TryGetProperty("utilisation_percent_of_oracle", out _) && summary.TryGetProperty("report", out _);
}
