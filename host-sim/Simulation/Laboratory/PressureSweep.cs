using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Instruments;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Pressure sweep: a cell that was never pressed is loaded step by step, unloaded and loaded again, and its resistance measured at
/// every step; and a cell in its clamp is charged slowly while its pressure is watched.
/// </summary>
public sealed record PressureSweep : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "pressure";

    private const string PointsFile = "points.csv";
    private const string SwingFile = "swing.csv";
    private const int Steps = 16;
    private const double SlowRate = 0.05;       // of 1C
    private const double SmallCurrent = 1e-3;   // of 1C
    private const int SwingSamples = 200;
    private const double Constant = 1.01;       // an interphase that grows meanwhile may add so much

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Temperature, degC; null: the reference temperature.</summary>
    public double? Temperature { get; init; }

    /// <summary>State of charge at which resistance is measured, 0..1.</summary>
    public double StateOfCharge { get; init; } = 0.5;

    /// <summary>Lowest pressure, MPa, above 0.</summary>
    public double Lowest { get; init; } = 0.5;

    /// <summary>Highest pressure, MPa; null: the profile's formation pressure, but at least 10 times the lowest.</summary>
    public double? Highest { get; init; }

    /// <summary>Rest at every pressure before resistance is measured, s.</summary>
    public double Dwell { get; init; } = 60;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        double celsius = Temperature ?? bench.Reference;
        double highest = Highest ?? Math.Max(bench.Cell.Interface.FormationPressure, 10 * Lowest);
        double set = bench.Cell.Mechanics.SetPressure;
        double[] up = [.. Enumerable.Range(0, Steps + 1).Select(k => Lowest * Math.Pow(highest / Lowest, (double)k / Steps)).Append(set).Where(each => each >= Lowest && each <= highest * 1.0000001).Distinct().Order()];
        var points = new List<PressurePoint>();
        var swing = new List<SwingPoint>();
        bench.Each<Action, int>([() => Press(bench, celsius, up, points), () => Charge(bench, celsius, swing)], measure =>
        {
            measure();
            return 0;
        });
        return Report(bench, points, swing, celsius, set);
    }

    private void Press(Workbench bench, double celsius, double[] up, List<PressurePoint> points)
    {
        CellParameters unformed = bench.Cell with { Interface = bench.Cell.Interface with { FormationPressure = 0 } };
        Pack pack = bench.Specimen(celsius, StateOfCharge, up[0], unformed);
        foreach ((string branch, IEnumerable<double> pressures) in ((string, IEnumerable<double>)[])[("loading", up), ("unloading", up.Reverse()), ("reloading", up)])
        {
            foreach (double pressure in pressures)
            {
                bench.Cancellation.ThrowIfCancellationRequested();
                pack.HoldPressure(pressure);
                pack.Advance(Dwell, 0);
                double current = SmallCurrent * unformed.Cell.OneC;
                Overpotentials terms = pack.Overpotentials(0, current);
                double area = 1e4 * unformed.Cell.TotalArea / current;
                points.Add(new(branch, pressure, area * (terms.Settled - terms.OpenCircuit - terms.Diffusion), area * terms.Contact, pack.Contact(0)));
            }
        }
    }

    private static void Charge(Workbench bench, double celsius, List<SwingPoint> swing)
    {
        Pack pack = bench.Specimen(celsius, 0);
        var cycler = new Cycler(pack, bench.Cancellation);
        swing.Add(new(pack.StateOfCharge(0), pack.ClampPressure(0, 0)));
        cycler.Observer = _ =>
        {
            if (pack.StateOfCharge(0) >= (double)swing.Count / SwingSamples)
            {
                swing.Add(new(pack.StateOfCharge(0), pack.ClampPressure(0, 0)));
            }
        };
        cycler.Drive(SlowRate * bench.Cell.Cell.OneC, 2 * 3600 * bench.Cell.Cell.WindowCapacity / (SlowRate * bench.Cell.Cell.OneC), _ => pack.StateOfCharge(0) >= 1);
    }

    private Findings Report(Workbench bench, List<PressurePoint> points, List<SwingPoint> swing, double celsius, double set)
    {
        CellParameters cell = bench.Cell;
        double at = points.MinBy(point => Math.Abs(point.PressureMpa - set))!.PressureMpa;
        PressurePoint first = points.First(point => point.Branch == "loading" && point.PressureMpa == at);
        PressurePoint formed = points.First(point => point.Branch == "unloading" && point.PressureMpa == at);
        double change = swing[^1].PressureMpa - swing[0].PressureMpa;
        PressurePoint[] loading = [.. points.Where(point => point.Branch == "loading")];
        bool falls = loading.Zip(loading.Skip(1)).All(pair => pair.Second.TotalOhmCm2 <= pair.First.TotalOhmCm2 * Constant) && formed.TotalOhmCm2 <= first.TotalOhmCm2 * Constant;
        string memory = first.TotalOhmCm2 > 1.01 * formed.TotalOhmCm2
            ? $"At {Text.Pressure(at)} the cell has {Text.Of(first.TotalOhmCm2, "Ω cm²")} when pressed for the first time and {Text.Of(formed.TotalOhmCm2, "Ω cm²")} after {Text.Pressure(points.Max(point => point.PressureMpa))}"
            : $"Pressure does not change the {Text.Of(formed.TotalOhmCm2, "Ω cm²")} of the cell";
        string clamp = Math.Abs(change) < 0.001 ? "a charge leaves the pressure in its clamp as it is" : $"a charge in its clamp {(change >= 0 ? "adds" : "takes")} {Text.Of(Math.Abs(change), "MPa")}";
        string verdict = $"{memory}; {clamp}.";
        return new Findings
        {
            Title = $"Pressure sweep of {cell.Name}",
            Conditions = [.. bench.Described(), Text.Celsius(celsius), $"resistance at {Text.Plain(100 * StateOfCharge)}{Quantity.Gap}% and {Text.Rate(SmallCurrent)}", $"{Quantity.Duration(Dwell)} at every pressure"],
            Summary = new PressureSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = falls,
                TemperatureC = celsius,
                SocPercent = 100 * StateOfCharge,
                FirstOhmCm2 = first.TotalOhmCm2,
                FormedOhmCm2 = formed.TotalOhmCm2,
                EmptyMpa = swing[0].PressureMpa,
                FullMpa = swing[^1].PressureMpa,
                SwingMpa = change,
                Points = points,
            },
            Cards =
            [
                new("First loading", Text.Of(first.TotalOhmCm2, "Ω cm²"), $"at {Text.Pressure(at)}, {Text.Of(first.ContactOhmCm2, "Ω cm²")} of it contact"),
                new("After the highest pressure", Text.Of(formed.TotalOhmCm2, "Ω cm²"), $"at {Text.Pressure(at)}, {Text.Of(formed.ContactOhmCm2, "Ω cm²")} of it contact"),
                new("Pressure in the clamp", Quantity.Range(swing[0].PressureMpa, swing[^1].PressureMpa, 2, "MPa"), "from empty to full"),
                new("Swing", Quantity.Of(change, 3, "MPa"), $"over a charge at {Text.Rate(SlowRate)}"),
            ],
            Charts =
            [
                new XyChart
                {
                    Title = "Resistance over pressure",
                    YName = "area resistance, Ω cm²",
                    XName = "stack pressure, MPa",
                    File = PointsFile,
                    XLogarithmic = true,
                    YLogarithmic = true,
                    Curves = [.. Branches(points, point => point.TotalOhmCm2)],
                },
                new XyChart
                {
                    Title = "Contact resistance over pressure",
                    YName = "area resistance, Ω cm²",
                    XName = "stack pressure, MPa",
                    File = PointsFile,
                    XLogarithmic = true,
                    YLogarithmic = true,
                    Curves = [.. Branches(points, point => point.ContactOhmCm2)],
                },
                new XyChart
                {
                    Title = "Pressure over a charge",
                    YName = "stack pressure, MPa",
                    XName = "state of charge, %",
                    File = SwingFile,
                    Curves = [new("in the profile's clamp", [.. swing.Select(point => 100 * point.Soc)], [.. swing.Select(point => point.PressureMpa)])],
                },
            ],
            Listings =
            [
                new("Every pressure", ["branch", "pressure", "resistance", "of it contact", "contact factor"], [.. points.Select(point => (string[])
                [
                    point.Branch, Quantity.Of(point.PressureMpa, 2, "MPa"), Text.Of(point.TotalOhmCm2, "Ω cm²"), Text.Of(point.ContactOhmCm2, "Ω cm²"), Quantity.Number(point.Contact, 3),
                ])]) { OnTerminal = false },
            ],
            Tables = [Points(points), Swing(swing)],
            Reading =
            [
                "The cell on the press was never formed: lithium has not yet flowed into the roughness of the electrolyte. What the highest pressure ever seen has closed stays closed, so unloading follows another branch, and loading again follows that branch back.",
                "In its clamp a cell presses itself: lithium plated on charge makes the stack thicker, the cathode gives a little back, and the frame is stiff.",
            ],
        };
    }

    private static IEnumerable<Curve> Branches(List<PressurePoint> points, Func<PressurePoint, double> pick) =>
        points.GroupBy(point => point.Branch).Select((branch, place) => new Curve(branch.Key, [.. branch.Select(point => point.PressureMpa)], [.. branch.Select(pick)]) { Marked = place < 2, Dashed = place == 2 });

    private static DataTable Points(List<PressurePoint> points)
    {
        var table = new DataTable(PointsFile,
        [
            new("branch", "first loading, unloading or loading again"),
            new("applied_pressure_pa", "stack pressure, held"),
            new("area_resistance_ohm_cm2", "to a small current: everything between the terminals and the surface of the positive electrode"),
            new("contact_resistance_ohm_cm2", "constriction at the lithium interface"),
            new("true_contact", "contact factor"),
        ]);
        foreach (PressurePoint point in points)
        {
            table.Add(point.Branch, 1e6 * point.PressureMpa, point.TotalOhmCm2, point.ContactOhmCm2, point.Contact);
        }

        return table;
    }

    private static DataTable Swing(List<SwingPoint> swing)
    {
        var table = new DataTable(SwingFile, [new("true_soc", "state of charge, 0..1"), new("applied_pressure_pa", "stack pressure in the profile's clamp")]);
        foreach (SwingPoint point in swing)
        {
            table.Add(point.Soc, 1e6 * point.PressureMpa);
        }

        return table;
    }
}
