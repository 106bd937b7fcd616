using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Instruments;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Quantity = Bms.Simulation.Results.Charts.Quantity;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Correction test: packs drawn from the profile's spread are driven by the firmware in closed loop, each once without and once with
/// the learnt correction of the model's voltage; compared are residual, spread over cells, state of charge, limits and violations.
/// </summary>
public sealed record CorrectionTest : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "correction";

    private const string PointsFile = "points.csv";
    private const int Cells = 8;
    private const double Rest = 300;
    private const double Settling = 600;       // of the drive, before anything is compared
    private const double SocError = 5;         // percent, of the first belief
    private const double ChargeShare = 0.2;
    private const double Close = 0.05;         // percent of charge, and 1/20 of the limits

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Packs drawn for every temperature.</summary>
    public int Packs { get; init; } = 3;

    /// <summary>Temperatures, degC.</summary>
    public IReadOnlyList<double> Temperatures { get; init; } = [5, 25, 45];

    /// <summary>State of charge at the start, 0..1.</summary>
    public double StateOfCharge { get; init; } = 0.75;

    /// <summary>Length of the drive, s.</summary>
    public double Duration { get; init; } = 5400;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        (double Celsius, ulong Seed, bool Corrects)[] runs =
            [.. from celsius in Temperatures from pack in Enumerable.Range(0, Packs) from corrects in (bool[])[false, true] select (celsius, (bench.Seed ?? 1) + (ulong)pack, corrects)];
        return Report(bench, bench.Each(runs, run => Drive(bench, run.Celsius, run.Seed, run.Corrects)));
    }

    private CorrectionPoint Drive(Workbench bench, double celsius, ulong seed, bool corrects)
    {
        bench.Cancellation.ThrowIfCancellationRequested();
        int charge = (int)Math.Round(ChargeShare * Duration);
        int drive = ((int)Duration - charge) / 2;
        string[] steps = [$"Rest for {Rest} s", $"Drive urban for {drive} s", $"Charge at C/4 for {charge} s", $"Drive highway for {drive} s"];
        var loop = new ClosedLoop(new RunOptions
        {
            Scenario = new Scenario
            {
                Name = Word,
                Title = "Correction test",
                Cells = Cells,
                Seed = seed,
                Soc = 100 * StateOfCharge,
                SocError = -SocError,
                Temperature = celsius,
                Steps = [.. steps.Select(step => StepSentence.Parse(step))],
            },
            Cell = bench.Cell,
            CorrectsVoltage = corrects,
        });
        var watch = new ResidualWatch(loop, Rest + Settling);
        RunResult result = loop.Run(_ => bench.Cancellation.ThrowIfCancellationRequested());
        double oneC = bench.Cell.Cell.OneC;
        return new CorrectionPoint(
            celsius, seed, corrects, watch.Rms, watch.Spread, watch.SecondRms, watch.LargestCorrection, watch.SocRmse,
            watch.ChargeLimit / oneC, watch.DischargeLimit / oneC, result.Summary.Violations.Values.Sum());
    }

    private Findings Report(Workbench bench, CorrectionPoint[] points)
    {
        CellParameters cell = bench.Cell;
        CorrectionPoint[] without = [.. points.Where(point => !point.Corrected)];
        CorrectionPoint[] with = [.. points.Where(point => point.Corrected)];
        double withoutRms = Root(without, point => point.RmsMv);
        double withRms = Root(with, point => point.RmsMv);
        double withoutSpread = Root(without, point => point.SpreadMv);
        double withSpread = Root(with, point => point.SpreadMv);
        double narrowed = 100 * (1 - (withSpread / withoutSpread));
        bool costsNothing = without.Zip(with).All(pair => pair.Second.Violations <= pair.First.Violations && pair.Second.SocRmsePercent <= pair.First.SocRmsePercent + Close);
        string cost = costsNothing ? "state of charge and violations are as without it" : "it costs state of charge or breaks a limit somewhere";
        string verdict = $"The correction takes the residual from {Text.Of(withoutRms, "mV")} to {Text.Of(withRms, "mV")} and its spread over cells from {Text.Of(withoutSpread, "mV")} to {Text.Of(withSpread, "mV")}; {cost}.";
        return new Findings
        {
            Title = $"Correction test of {cell.Name}",
            Conditions = [.. bench.Described().Take(1), Quantity.Count(Cells, "cell"), Quantity.Count(Packs, "pack"), $"from {Text.Plain(100 * StateOfCharge)}{Quantity.Gap}%", Quantity.Duration(Duration)],
            Summary = new CorrectionSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = costsNothing && withSpread < withoutSpread,
                Cells = Cells,
                SocPercent = 100 * StateOfCharge,
                DurationS = Duration,
                WithoutRmsMv = withoutRms,
                WithRmsMv = withRms,
                WithoutSpreadMv = withoutSpread,
                WithSpreadMv = withSpread,
                NarrowedPercent = narrowed,
                Points = points,
            },
            Cards =
            [
                new("Residual", Text.Of(withRms, "mV"), $"{Text.Of(withoutRms, "mV")} without the correction"),
                new("Spread over cells", Text.Of(withSpread, "mV"), $"{Text.Of(withoutSpread, "mV")} without the correction"),
                new("Largest correction", Text.Of(with.Max(point => point.LargestCorrectionMv), "mV"), "of 20 mV at most"),
                new("Charge error", $"{Quantity.Number(Root(with, point => point.SocRmsePercent), 2)}{Quantity.Gap}%", $"{Quantity.Number(Root(without, point => point.SocRmsePercent), 2)}{Quantity.Gap}% without the correction"),
            ],
            Charts =
            [
                Chart("Residual", "residual, mV", without, with, point => point.RmsMv),
                Chart("Spread over cells", "standard deviation, mV", without, with, point => point.SpreadMv),
            ],
            Listings =
            [
                new("Without and with, side by side", ["°C", "pack", "residual, mV", "spread, mV", "charge error, %", "charge, C", "discharge, C", "violations"], [.. without.Zip(with, (off, on) => (string[])
                [
                    Text.Plain(off.TemperatureC), Text.Plain(off.Pack), Pair(off.RmsMv, on.RmsMv, 2), Pair(off.SpreadMv, on.SpreadMv, 2), Pair(off.SocRmsePercent, on.SocRmsePercent, 2),
                    Pair(off.ChargeLimitC, on.ChargeLimitC, 3), Pair(off.DischargeLimitC, on.DischargeLimitC, 3), Pair(off.Violations, on.Violations, 0),
                ])]),
            ],
            Tables = [Points(points)],
            Reading =
            [
                "A residual is what the sensor of a cell reads on average less what the firmware predicts, as a mean over a minute. What the sensor is off by for good is part of what the firmware predicts: no voltage can tell it from the cell.",
                "The joint filter learns charge, resistance and contact of every cell first; the correction learns what is left, within some ten minutes, and feeds nothing back. So charge differs only by what other limits make of the drive.",
                "The correction may tighten the voltage limiter's forecast and never loosens it.",
            ],
        };
    }

    private static double Root(CorrectionPoint[] points, Func<CorrectionPoint, double> pick) => Math.Sqrt(points.Average(point => pick(point) * pick(point)));

    private static string Pair(double off, double on, int decimals) => $"{Quantity.Number(off, decimals)} → {Quantity.Number(on, decimals)}";

    private static XyChart Chart(string title, string name, CorrectionPoint[] without, CorrectionPoint[] with, Func<CorrectionPoint, double> pick) => new()
    {
        Title = title,
        YName = name,
        XName = "temperature, °C",
        File = PointsFile,
        Includes = 0,
        Curves =
        [
            new("without the correction", [.. without.Select(point => point.TemperatureC)], [.. without.Select(pick)]) { Marked = true, Joined = false },
            new("with the correction", [.. with.Select(point => point.TemperatureC)], [.. with.Select(pick)]) { Marked = true, Joined = false },
        ],
    };

    private static DataTable Points(CorrectionPoint[] points)
    {
        var table = new DataTable(PointsFile,
        [
            new("surface_temperature_celsius", "temperature at the start"),
            new("pack", "seed of the pack and its sensors"),
            new("corrected", "1 with the correction, 0 without"),
            new("residual_rms_mv", "root mean square residual, means of a minute"),
            new("residual_spread_mv", "its standard deviation over the cells of the pack"),
            new("residual_second_rms_mv", "root mean square residual of single seconds"),
            new("largest_correction_mv", "largest magnitude of a correction"),
            new("soc_rmse_percent", "error of the state of charge"),
            new("charge_limit_c", "mean charge limit, multiples of 1C"),
            new("discharge_limit_c", "mean discharge limit, multiples of 1C"),
            new("violations", "episodes in which a true limit was broken"),
        ]);
        foreach (CorrectionPoint point in points)
        {
            table.Add(
                point.TemperatureC, (double)point.Pack, point.Corrected ? 1.0 : 0.0, point.RmsMv, point.SpreadMv, point.SecondRmsMv, point.LargestCorrectionMv, point.SocRmsePercent,
                point.ChargeLimitC, point.DischargeLimitC, (double)point.Violations);
        }

        return table;
    }
}
