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
        Table table = new Table { Border = TableBorder.Simple }.Expand();
        table.AddColumn("case");
        foreach (string heading in (string[])["°C", "dis/ch C", "h", "fixed-double\nmV rms", "\nmV max", "reduced-full\nmV rms", "\nmV max", "\nK", "\nMPa"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        table.AddColumn("contact");
        table.AddColumn(string.Empty);
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
            $"{Figure.Number(result.DischargeRate, 3)}/{Figure.Number(result.ChargeRate, 3)}",
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
