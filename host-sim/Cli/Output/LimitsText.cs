using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Simulation.Review.Coverage;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads of the limiters.</summary>
internal static class LimitsText
{
    private const int NameColumns = 22;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, LimitsReport report)
    {
        Title(console, $"Limiters; bounds of a {report.Profile} half full at rest, reference temperature and set pressure");
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, report.Limiters.Select(Read));
        console.WriteLine();
        Title(console, "Review Table 2: trigger of a mechanism, and the limiters that answer it");
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, report.Table2.GroupBy(cell => cell.Title).SelectMany(Read));
    }

    private static (string Name, string Fact) Read(LimitsReport.Row row) =>
        ($"{row.Number,2} {row.Key}", $"{row.Text}\nfrom {row.Inputs}; charge {Bound(row.ChargeBoundC)}, discharge {Bound(row.DischargeBoundC)}");

    private static IEnumerable<(string Name, string Fact)> Read(IGrouping<string, CoveredTrigger> mechanism) =>
        mechanism.Where(cell => cell.Reference).Select(cell => (cell.Condition, string.Join(", ", cell.Limiters))).Prepend((mechanism.Key, string.Empty));

    private static string Bound(double? rate) => rate is double bound ? string.Create(CultureInfo.InvariantCulture, $"{bound:0.00}C") : "not bound";

    private static void Title(IAnsiConsole console, string title) => console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
}
