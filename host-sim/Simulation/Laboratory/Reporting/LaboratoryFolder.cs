using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using Bms.Profiles;
using Bms.Simulation.Results;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>The folder an experiment leaves behind: its CSV files, <c>summary.json</c> and <c>report.html</c>, all or none.</summary>
public static class LaboratoryFolder
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Says at once whether the result may be written to a place.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="experiment">Name of the experiment: an earlier result of it may be replaced.</param>
    /// <exception cref="BadInputException">It is a file, or a folder that holds something else.</exception>
    public static void Check(string path, string experiment) => ResultFolder.Check(path, summary => IsOf(summary, experiment));

    /// <summary>Writes the folder.</summary>
    /// <returns>The findings, their summary with the path of the report.</returns>
    /// <exception cref="BadInputException">The place is taken by something else, or can't be written.</exception>
    public static Findings Write(string path, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Findings written = findings with { Summary = findings.Summary with { Report = Path.Combine(path, ResultFolder.ReportFile) } };
        var files = new Dictionary<string, Action<Stream>>
        {
            [ResultFolder.ReportFile] = stream => stream.Write(s_utf8.GetBytes(LaboratoryPage.Render(written))),
            [ResultFolder.SummaryFile] = stream => stream.Write(s_utf8.GetBytes(written.Summary.ToJson() + "\n")),
        };
        foreach (DataTable table in written.Tables)
        {
            files[table.File] = table.Write;
        }

        ResultFolder.Write(path, files, summary => IsOf(summary, written.Summary.Experiment));
        return written;
    }

    private static bool IsOf(JsonElement summary, string experiment) =>
        summary.TryGetProperty("experiment", out JsonElement name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(experiment)
        && summary.TryGetProperty("report", out _);
}
