using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Simulation.Review;
using Bms.Simulation.Review.Triggers;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a comparison with the review: every row, the matrix, the verdict.</summary>
internal static class ReviewText
{
    private const int NameColumns = 18;
    private const int TitleColumns = 56;
    private const int MechanismColumns = 34;
    private const int MarkColumns = 11;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ReviewReport report)
    {
        foreach (IGrouping<string, ReviewFigure> subject in report.Rows.GroupBy(row => row.Subject))
        {
            Title(console, subject.Key);
            foreach (ReviewFigure row in subject)
            {
                Write(console, row);
            }

            console.WriteLine();
        }

        Title(console, $"Table 2, measured: rate over that at {report.Neutral}");
        WriteMatrix(console, report);
        console.WriteLine();
        FactList.Write(
            console.Profile.Out.Writer,
            NameColumns,
            console.Profile.Width,
            [
                .. report.Rules.Select(rule => (rule.Mechanism, $"{rule.Quantity}. {rule.Rule}")),
                .. report.Table2.Where(trigger => trigger.Reason.Length > 0).Select(trigger => ("+", $"{trigger.Mechanism}, {trigger.Condition}: {trigger.Reason}")),
            ]);
        console.WriteLine();
        console.Write(new Text($"{report.Verdict}\n", new Style(report.Pass ? Color.Green : Color.Red)));
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, [("report", report.Report)]);
    }

    private static void Write(IAnsiConsole console, ReviewFigure row)
    {
        string[] title = [.. FactList.Wrapped(row.Title, TitleColumns)];
        string figures = $"{Short(row.Reference)} ± {Short(row.Tolerance)} {row.Unit}".TrimEnd();
        for (int line = 0; line < title.Length; line++)
        {
            string rest = line > 0 ? string.Empty : $"  {figures,-26}{Short(row.Ours),8}  {(row.Pass ? "ok" : "FAIL")}";
            console.Write(new Text($"{title[line].PadRight(TitleColumns)}{rest}".TrimEnd() + "\n", new Style(row.Pass ? null : Color.Red)));
        }
    }

    private static void WriteMatrix(IAnsiConsole console, ReviewReport report)
    {
        IEnumerable<string> heads = report.Table2.Select(trigger => trigger.Title).Distinct();
        console.WriteLine(string.Concat(heads.Select(head => head.PadRight(MarkColumns)).Prepend(new string(' ', MechanismColumns))).TrimEnd());
        foreach (TriggerRule rule in report.Rules)
        {
            Trigger[] triggers = [.. report.Table2.Where(trigger => trigger.Mechanism == rule.Mechanism)];
            string line = string.Concat(triggers.Select(Marked).Prepend(rule.Title.PadRight(MechanismColumns)));
            console.Write(new Text($"{line.TrimEnd()}\n", new Style(triggers.All(trigger => trigger.Triggered || !trigger.Reference) ? null : Color.Red)));
        }
    }

    private static string Marked(Trigger trigger) => $"{trigger.Mark} {Short(trigger.Ratio, 2)}".PadRight(MarkColumns);

    private static string Short(double value, int digits = 4) => value.ToString($"G{digits}", CultureInfo.InvariantCulture);

    private static void Title(IAnsiConsole console, string title) => console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
}
