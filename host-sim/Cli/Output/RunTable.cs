using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a run: what ran, the verdict, a few figures, where the report is.</summary>
internal static class RunTable
{
    private const int NameColumns = 18;
    private const string NarrowSpace = "\u202F";

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, RunResult result)
    {
        var verdict = Verdict.Of(result.Summary, result.Trace, result.Context);
        console.WriteLine();
        console.Write(new Text($"{result.Context.Title}\n", new Style(decoration: Decoration.Bold)));
        foreach (string line in FactList.Wrapped(verdict.Sentence.Replace(NarrowSpace, " ", StringComparison.Ordinal), console.Profile.Width))
        {
            console.Write(new Text($"{line}\n", new Style(verdict.IsGood ? Color.Green : Color.Red)));
        }

        console.WriteLine();
        FactList.Write(console.Profile.Out.Writer, NameColumns, console.Profile.Width, Facts(result));
    }

    private static IEnumerable<(string Name, string Fact)> Facts(RunResult result)
    {
        RunSummary summary = result.Summary;
        string cells = summary.Cells == 1 ? "1 cell" : $"{summary.Cells} cells in series";
        yield return ("scenario", $"{summary.Scenario}, {Figure.Duration(summary.SimulatedTime_s)} in {Figure.Duration(summary.WallTime_s)} ({Figure.Number(summary.Speedup, 0)} x real time)");
        yield return ("pack", $"{cells}, {summary.Profile}, start at {Figure.Number(result.Context.Temperature_C, 0)} °C and {Figure.Number(result.Context.Pressure_MPa, 1)} MPa, seed {summary.Seed}");
        yield return ("served", Served(summary));
        yield return ("state of charge", $"error {Figure.Number(summary.SocRmse_percent, 2)} % RMS, {Figure.Number(summary.SocMaxError_percent, 2)} % at worst");
        yield return ("cell voltage", $"{Figure.Range(summary.MinCell_mV / 1000, summary.MaxCell_mV / 1000, 3)} V");
        yield return ("stack pressure", $"{Figure.Range(summary.MinStackPressure_MPa, summary.MaxStackPressure_MPa, 2)} MPa, hottest core {Figure.Number(summary.MaxCoreTemperature_C, 1)} °C");
        yield return ("energy", $"{Figure.Energy(summary.EnergyOut_Wh)} out, {Figure.Energy(summary.EnergyIn_Wh)} in{(summary.HeaterEnergy_Wh > 0 ? $", {Figure.Energy(summary.HeaterEnergy_Wh)} for heat" : string.Empty)}");
        if (summary.ViolationTotal > 0)
        {
            yield return ("violations", string.Join(", ", summary.Violations.Where(pair => pair.Value > 0).Select(pair => $"{pair.Value} {pair.Key}")));
        }

        if (summary.Diagnoses.Count > 0)
        {
            yield return ("diagnoses", string.Join(", ", summary.Diagnoses));
        }

        yield return ("digest", summary.Digest);
        yield return ("report", summary.Report);
    }

    private static string Served(RunSummary summary)
    {
        if (!double.IsFinite(summary.Served_percent))
        {
            return "nothing was asked for";
        }

        string limited = double.IsFinite(summary.ServedWhenLimited_percent) ? $" ({Figure.Number(summary.ServedWhenLimited_percent, 1)} % while limited)" : string.Empty;
        return $"{Figure.Number(summary.Served_percent, 1)} % of the charge asked for{limited}";
    }
}
