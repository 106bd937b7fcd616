using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using Bms.Profiles;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Review.Triggers;

namespace Bms.Simulation.Review;

/// <summary>The folder a comparison leaves behind: <c>rows.csv</c>, <c>table2.csv</c>, <c>summary.json</c> and <c>report.html</c>, all or none.</summary>
public static class ReviewFolder
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Says at once whether the result may be written to a place.</summary>
    /// <exception cref="BadInputException">It is a file, or a folder that holds something else.</exception>
    public static void Check(string path) => ResultFolder.Check(path, IsEarlier);

    /// <summary>Writes the folder.</summary>
    /// <returns>The report with the path of its page.</returns>
    /// <exception cref="BadInputException">The place is taken by something else, or can't be written.</exception>
    public static ReviewReport Write(string path, ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ReviewReport written = report with { Report = Path.Combine(path, ResultFolder.ReportFile) };
        DataTable rows = Rows(report);
        DataTable table2 = Table2(report);
        ResultFolder.Write(
            path,
            new Dictionary<string, Action<Stream>>
            {
                [rows.File] = rows.Write,
                [table2.File] = table2.Write,
                [ResultFolder.ReportFile] = stream => stream.Write(s_utf8.GetBytes(ReviewPage.Render(written))),
                [ResultFolder.SummaryFile] = stream => stream.Write(s_utf8.GetBytes(written.ToJson() + "\n")),
            },
            IsEarlier);
        return written;
    }

    private static bool IsEarlier(JsonElement summary) => summary.TryGetProperty("table2", out _) && summary.TryGetProperty("report", out _);

    private static DataTable Rows(ReviewReport report)
    {
        var table = new DataTable(
            "rows.csv",
            [
                new("id", "stable name"),
                new("title", "what is compared"),
                new("section", "where it stands"),
                new("quantity", "what is measured"),
                new("unit", "its unit"),
                new("reference", "what the source says"),
                new("tolerance", "largest difference"),
                new("basis", "what the tolerance is"),
                new("ours", "what the plant says"),
                new("pass", "whether the difference is within the tolerance"),
            ]);
        foreach (ReviewFigure row in report.Rows)
        {
            table.Add(row.Id, row.Title, row.Section, row.Quantity, row.Unit, row.Reference, row.Tolerance, row.Basis, row.Ours, row.Pass);
        }

        return table;
    }

    private static DataTable Table2(ReviewReport report)
    {
        var table = new DataTable(
            "table2.csv",
            [
                new("mechanism", "row of Table 2"),
                new("condition", "column of Table 2"),
                new("title", "where that condition goes"),
                new("reference", "whether the review has a T there"),
                new("rate", "rate of the mechanism"),
                new("neutral", "its rate at the neutral point"),
                new("unit", "unit of both"),
                new("ratio", "one over the other"),
                new("triggered", "whether it counts"),
                new("reason", "why, where the review has no T"),
            ]);
        foreach (Trigger trigger in report.Table2)
        {
            table.Add(trigger.Mechanism, trigger.Condition, trigger.Title, trigger.Reference, trigger.Rate, trigger.Neutral, trigger.Unit, trigger.Ratio, trigger.Triggered, trigger.Reason);
        }

        return table;
    }
}
