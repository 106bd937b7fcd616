using System;
using System.Linq;
using Bms.Simulation.Laboratory.Reporting;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after an experiment: verdict, the few figures, a table, where the report is.</summary>
internal static class FindingsTable
{
    private const int NameColumns = 28;

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, Findings findings)
    {
        ExperimentSummary summary = findings.Summary;
        console.WriteLine();
        console.Write(new Text($"{findings.Title}\n", new Style(decoration: Decoration.Bold)));
        foreach (string line in FactList.Wrapped(Plain(summary.Verdict), console.Profile.Width))
        {
            console.Write(new Text($"{line}\n", new Style(summary.AsExpected ? Color.Green : Color.Red)));
        }

        console.WriteLine();
        FactList.Write(
            console.Profile.Out.Writer,
            NameColumns,
            console.Profile.Width,
            findings.Cards.Select(card => (card.Name.ToLowerInvariant(), Plain(card.Detail.Length > 0 ? $"{card.Value} ({card.Detail})" : card.Value))));
        foreach (Listing listing in findings.Listings.Where(each => each.OnTerminal))
        {
            Write(console, listing);
        }

        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, [("report", summary.Report)]);
    }

    private static void Write(IAnsiConsole console, Listing listing)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string head in listing.Heads)
        {
            table.AddColumn(new TableColumn(new Text(head)) { Padding = new Padding(0, 0, 1, 0) });
        }

        foreach (var row in listing.Rows)
        {
            table.AddRow(row.Select(cell => new Text(Plain(cell))).ToArray());
        }

        console.Write(table);
    }

    // A terminal's letters are all of one width: a narrow space looks like none.
    private static string Plain(string text) => text.Replace('\u202F', ' ');
}
