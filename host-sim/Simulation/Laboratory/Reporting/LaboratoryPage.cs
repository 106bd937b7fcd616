using System;
using System.Linq;
using System.Xml.Linq;
using Bms.Simulation.Results;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>The report of an experiment: verdict, the few figures, charts, tables; no script, no network.</summary>
public static class LaboratoryPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ExperimentSummary summary = findings.Summary;
        return ReportDocument.Render(
            Foreign(findings.Title),
            LaboratoryStyle.Sheet,
            Element(
                "header",
                null,
                Element("p", "run", Foreign(findings.Title)),
                Element("h1", summary.AsExpected ? "good" : "bad", Foreign(summary.Verdict)),
                Element("p", "conditions", Foreign(string.Join(" · ", findings.Conditions)))),
            Element("dl", "cards", findings.Cards.Select(card => ReportTables.Card(card.Name, Foreign(card.Value), Foreign(card.Detail)))),
            findings.Charts.Count > 0 ? ReportPage.Section("What was measured", Element("div", "charts", findings.Charts.Select(chart => chart.Render()))) : null,
            findings.Listings.Where(listing => listing.OnPage).Select(listing => ReportPage.Section(listing.Title, ReportTables.Table(
                [.. listing.Heads],
                listing.Rows.Select(row => row.Select(cell => (object)Foreign(cell)).ToArray())))),
            Reading(findings));
    }

    private static XElement Reading(Findings findings) => ReportPage.Section(
        "How to read this",
        findings.Reading.Select(paragraph => Element("p", null, Foreign(paragraph))),
        Element(
            "p",
            null,
            "The cell parameters are plausible and consistent with the literature they name, but no measured cell of this kind is ",
            "public: the numbers say what the equations make of them, not what a particular cell will show."),
        Element("h3", null, "Where the numbers are"),
        findings.Tables.Select(table => (object[])
        [
            Element("p", null, Element("code", null, table.File), findings.Charts.Any(chart => chart.File == table.File) ? $": {string.Join("; ", findings.Charts.Where(chart => chart.File == table.File).Select(chart => chart.Title))}" : string.Empty),
            ReportTables.Table(["column", "meaning"], table.Columns.Select(column => (object[])[Element("code", null, column.Name), Foreign(column.Meaning)])),
        ]));
}
