using System.Linq;
using Bms.Simulation.Campaigns.Reporting;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a campaign: verdict, the few figures, a line a scenario, where the report is.</summary>
internal static class JudgeTable
{
    private const int NameColumns = 28;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, JudgeSummary summary)
    {
        console.WriteLine();
        foreach (string line in FactList.Wrapped(summary.Verdict, console.Profile.Width))
        {
            console.Write(new Text($"{line}\n", new Style(summary.IsGood ? Color.Green : Color.Red)));
        }

        console.WriteLine();
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, JudgeListing.Facts(summary));
        var table = new Table { Border = TableBorder.Simple };
        foreach (string head in JudgeListing.Heads)
        {
            table.AddColumn(new TableColumn(new Text(head)) { Padding = new Padding(0, 0, 1, 0) });
        }

        foreach (ScenarioFigures row in summary.PerScenario)
        {
            table.AddRow(JudgeListing.Row(row).Select(cell => new Text(cell)).ToArray());
        }

        console.Write(table);
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, [("report", summary.Report)]);
    }
}
