using System.Linq;
using Bms.Simulation.Campaigns.Reporting;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a campaign: verdict, the few figures, a line a scenario, where the report is.</summary>
internal static class JudgeTable
{
    private const int NameColumns = 28;
    private const int KeyColumns = 16;

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
        string[][] lines = [JudgeListing.Heads, .. summary.PerScenario.Select(JudgeListing.Row)];
        int[] columns = [.. Enumerable.Range(0, JudgeListing.Heads.Length).Select(column => 1 + lines.Max(line => line[column].Length))];
        console.Write(new Text(Line(JudgeListing.Heads, columns) + "\n", new Style(decoration: Decoration.Bold)));
        foreach (ScenarioFigures row in summary.PerScenario)
        {
            console.Write(new Text(Line(JudgeListing.Row(row), columns) + "\n", new Style(row.Violations + row.FalseTrips > 0 ? Color.Red : null)));
        }

        console.WriteLine();
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, [("report", summary.Report)]);
    }

    private static string Line(string[] words, int[] columns) =>
        words[0].PadRight(KeyColumns) + string.Concat(words.Zip(columns, (word, width) => word.PadLeft(width)).Skip(1));
}
