using System.Linq;
using Bms.Simulation.Campaigns.Reporting;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a campaign: verdict, the few figures, a line a scenario, where the report is.</summary>
internal static class JudgeTable
{
    private const int NameColumns = 28;
    private const int KeyColumns = 16;
    private const int FigureColumns = 6;

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
        console.WriteLine();
        console.Write(new Text(Line(JudgeListing.Heads) + "\n", new Style(decoration: Decoration.Bold)));
        foreach (ScenarioFigures row in summary.PerScenario)
        {
            console.Write(new Text(Line(JudgeListing.Row(row)) + "\n", new Style(row.Violations + row.FalseTrips > 0 ? Color.Red : null)));
        }

        console.WriteLine();
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, [("report", summary.Report)]);
    }

    private static string Line(string[] words) => words[0].PadRight(KeyColumns) + string.Concat(words.Skip(1).Select(word => word.PadLeft(FigureColumns)));
}
