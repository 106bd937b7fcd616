using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;
using Bms.Simulation.Review.Triggers;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Review;

/// <summary>The comparison as a page: verdict, the matrix of triggers, every row.</summary>
public static class ReviewPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportDocument.Render(
            "The true cell beside the review",
            ReportStyle.Sheet,
            Element(
                "header",
                null,
                Element("p", "run", "The true cell beside the review"),
                Element("h1", report.Pass ? "good" : "bad", report.Verdict),
                Element("p", "conditions", "Pang et al., Interactions are important, Materials Today 2021, and the papers it builds on")),
            Element(
                "dl",
                "cards",
                ReportTables.Card("Rows within tolerance", $"{report.Passed} of {report.Rows.Count}", "numbers, equations, observations"),
                ReportTables.Card("Triggers of Table 2", $"{report.TriggersMet} of {report.TriggersListed}", "measured, one condition moved at a time"),
                ReportTables.Card("Further triggers", $"{report.TriggersFurther}", "given by the equations"),
                Nearest([.. report.Rows.Where(row => row.Tolerance > 0)])),
            ReportPage.Section("Which condition triggers which mechanism (Table 2)", Matrix(report)),
            report.Rows.GroupBy(row => row.Subject).Select(subject => ReportPage.Section(Capital(subject.Key), ReportTables.Table(
                ["", "what", "where", "reference", "tolerance", "ours"],
                subject.Select(Row)))));
    }

    private static XElement Nearest(IReadOnlyList<ReviewFigure> rows)
    {
        static double Share(ReviewFigure row) => Math.Abs(row.Ours - row.Reference) / row.Tolerance;
        ReviewFigure nearest = rows.MaxBy(Share)!;
        return ReportTables.Card("Nearest its tolerance", $"{Quantity.Number(100 * Share(nearest), 0)} %", nearest.Title);
    }

    private static IEnumerable<object> Matrix(ReviewReport report)
    {
        yield return Element("p", null, $"Neutral point: {report.Neutral}. Each column moves one condition alone; the number is the rate over the neutral rate.");
        yield return ReportTables.Table(
            ["mechanism", .. Condition.All.Select(condition => condition.Title)],
            report.Rules.Select(rule => (object[])[rule.Title, .. report.Table2.Where(trigger => trigger.Mechanism == rule.Mechanism).Select(trigger => $"{trigger.Mark} {Digits(trigger.Ratio)}")]));
        yield return Element("p", "fine", "T: listed by the review and there. +: there, not listed. MISSING: listed, not there.");
        foreach (TriggerRule rule in report.Rules)
        {
            yield return Element("p", null, Element("b", null, rule.Title), $": {rule.Quantity}. {rule.Rule}");
        }

        foreach (Trigger further in report.Table2.Where(trigger => trigger.Reason.Length > 0))
        {
            yield return Element("p", "fine", $"+ {further.Mechanism}, {further.Condition}: {further.Reason}.");
        }
    }

    private static object[] Row(ReviewFigure row) =>
    [
        row.Pass ? "ok" : Element("b", null, "FAIL"),
        row.Title,
        row.Section,
        $"{Digits(row.Reference)} {row.Unit}",
        $"± {Digits(row.Tolerance)}: {row.Basis}",
        Digits(row.Ours),
    ];

    private static string Digits(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Capital(string subject) => char.ToUpperInvariant(subject[0]) + subject[1..];
}
