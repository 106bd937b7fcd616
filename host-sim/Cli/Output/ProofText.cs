using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Simulation.Campaigns;
using Bms.Simulation.Results;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads of what each limiter is needed for.</summary>
internal static class ProofText
{
    private const int NameColumns = 20;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ProofReport report)
    {
        foreach (string line in FactList.Wrapped(report.Verdict, console.Profile.Width))
        {
            console.Write(new Text($"{line}\n", new Style(report.Cases.All(row => row.Needed) ? Color.Green : Color.Red)));
        }

        console.WriteLine();
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, report.Cases.Select(Read));
    }

    private static (string Name, string Fact) Read(ProofReport.Row row)
    {
        string misled = row.Misled.Length == 0 ? string.Empty : $"\nmisled: {row.Misled}";
        string wear = row.Wear is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"\n{row.Wear}: {row.WearWith:G4} with, {row.WearWithout:G4} without");
        string verdict = row.Needed ? string.Empty : "\nNOT NEEDED HERE";
        return (row.Limiter, $"{row.Title}{misled}\nwith: {Broken(row.Violations)}; without: {Broken(row.ViolationsWithout)}{wear}{verdict}");
    }

    private static string Broken(IReadOnlyList<ViolationCount> violations) =>
        violations.Count == 0 ? "nothing is broken" : string.Join(", ", violations.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} {each.Episodes}x, to {each.Worst:G4} {TrueConstraint.Of(each.Key)!.Unit}")));
}
