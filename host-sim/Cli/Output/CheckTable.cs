using System.Linq;
using Bms.Simulation.Verification;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a check: every case, the worst figures, the verdict.</summary>
internal static class CheckTable
{
    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, CheckReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string heading in (string[])["case", "°C", "1/h out", "in", "h", "fixed -\ndouble\nmV rms", "\n\nmax", "fixed -\nfull\nmV rms", "\n\nmax", "\n\nK", "\n\nMPa", "contact", string.Empty])
        {
            table.AddColumn(new TableColumn(heading) { Alignment = heading is "case" or "contact" or "" ? Justify.Left : Justify.Right, NoWrap = true, Padding = new Padding(0, 0, 1, 0) });
        }

        foreach (CaseResult result in report.Cases)
        {
            table.AddRow(Row(result));
        }

        console.Write(table);
        WorstFigures worst = report.Worst;
        console.WriteLine($"fixed against double   {Figure.Number(worst.FixedVsDoubleMvRms, 3)} mV RMS, {Figure.Number(worst.FixedVsDoubleMvMax, 3)} mV at worst (at most {ModelCheck.FixedVsDoubleRms} and {ModelCheck.FixedVsDoubleMax})");
        console.WriteLine($"reduced against full   {Figure.Number(worst.RomVsPlantMvRms, 2)} mV RMS, {Figure.Number(worst.RomVsPlantMvMax, 2)} mV at worst, while contact holds (at most {ModelCheck.RomVsPlantRms} RMS)");
        console.WriteLine($"drift of charge        {Figure.Number(worst.SocDriftPpm, 3)} ppm in 10 000 cycles (0)");
        console.WriteLine($"temperature, pressure  {Figure.Number(worst.TemperatureKMax, 3)} K, {Figure.Number(worst.PressureMpaMax, 4)} MPa at worst");
        int failed = report.Cases.Count(result => !result.Pass);
        console.Write(report.Pass
            ? new Text($"{report.Profile} passes\n", new Style(Color.Green))
            : new Text($"{report.Profile} does not pass: {(failed > 0 ? $"{failed} of {report.Cases.Count} cases are out of bounds" : "its charge drifts")}\n", new Style(Color.Red)));
    }

    private static Text[] Row(CaseResult result)
    {
        string[] cells =
        [
            result.Case,
            Figure.Number(result.TemperatureC, 0),
            Figure.Number(result.DischargeRate, 3),
            Figure.Number(result.ChargeRate, 3),
            Figure.Number(result.Hours, 1),
            Figure.Number(result.FixedVsDoubleMvRms, 3),
            Figure.Number(result.FixedVsDoubleMvMax, 3),
            Figure.Number(result.RomVsPlantMvRms, 2),
            Figure.Number(result.RomVsPlantMvMax, 2),
            Figure.Number(result.TemperatureKMax, 3),
            Figure.Number(result.PressureMpaMax, 4),
            result.ContactLost ? "lost" : "kept",
            result.Pass ? "ok" : "FAIL",
        ];
        return [.. cells.Select(cell => new Text(cell, new Style(result.Pass ? null : Color.Red)))];
    }
}
