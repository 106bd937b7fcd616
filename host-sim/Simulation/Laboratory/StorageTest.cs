using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Calendar test: cells stand open-circuit at states of charge and temperatures; at check-ups their capacity and their resistance at
/// reference conditions are read.
/// </summary>
public sealed record StorageTest : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "calendar";

    private const string PointsFile = "points.csv";
    private const double Step = 60;             // s: nothing moves fast in storage
    private const double SmallCurrent = 1e-3;   // of 1C
    private const double Day = 86400;
    private const int CheckUps = 8;

    private static readonly double[] s_usualTemperatures = [25, 45, 60];

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Temperatures, degC, rising; null: 45, 60 degC and the reference temperature.</summary>
    public IReadOnlyList<double>? Temperatures { get; init; }

    /// <summary>States of charge, 0..1, rising.</summary>
    public IReadOnlyList<double> StatesOfCharge { get; init; } = [0.2, 0.5, 0.8, 1];

    /// <summary>Time in storage, d.</summary>
    public double Days { get; init; } = 1000.0 / 24;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        (double Celsius, double Soc)[] cells = [.. from celsius in Temperatures ?? bench.Usual(s_usualTemperatures) from soc in StatesOfCharge select (celsius, soc)];
        double fresh = CheckUp(bench, default);
        StoragePoint[][] stored = bench.Each(cells, cell => Store(bench, cell.Celsius, cell.Soc, fresh));
        return Report(bench, stored, fresh);
    }

    private StoragePoint[] Store(Workbench bench, double celsius, double soc, double fresh)
    {
        Pack pack = bench.Specimen(celsius, soc, longestStep: Step);
        double capacity = pack.Capacity(0);
        var points = new List<StoragePoint> { new(celsius, 100 * soc, 0, 100, fresh, 100, 100 * pack.StateOfCharge(0)) };
        for (int visit = 1; visit <= CheckUps; visit++)
        {
            double until = Days * Day * visit * visit / (CheckUps * CheckUps);   // closer together at first: most laws go with the root of time
            while (pack.Time < until - (Step / 2))
            {
                bench.Cancellation.ThrowIfCancellationRequested();
                pack.Advance(Math.Min(until - pack.Time, 3600), 0);
            }

            double resistance = CheckUp(bench, pack.Age(0));
            points.Add(new(celsius, 100 * soc, pack.Time / Day, 100 * pack.Capacity(0) / capacity, resistance, 100 * resistance / fresh, 100 * pack.StateOfCharge(0)));
        }

        return [.. points];
    }

    // Area resistance of a cell of this age, Ohm cm², at the conditions under which all are compared.
    private static double CheckUp(Workbench bench, CellAge age)
    {
        double current = SmallCurrent * bench.Cell.Cell.OneC;
        Pack pack = bench.Specimen(bench.Cell.ReferenceTemperature - Workbench.ZeroCelsius, 0.5, bench.Cell.Mechanics.SetPressure, age: age);
        Overpotentials terms = pack.Overpotentials(0, current);
        return 1e4 * bench.Cell.Cell.TotalArea * (terms.Settled - terms.OpenCircuit - terms.Diffusion) / current;
    }

    private Findings Report(Workbench bench, StoragePoint[][] stored, double fresh)
    {
        CellParameters cell = bench.Cell;
        StoragePoint[] ends = [.. stored.Select(points => points[^1])];
        StoragePoint best = ends.MaxBy(end => end.CapacityPercent)!;
        StoragePoint worst = ends.MinBy(end => end.CapacityPercent)!;
        bool falls = stored.All(points => points.Zip(points.Skip(1)).All(pair => pair.Second.CapacityPercent <= pair.First.CapacityPercent + 1e-9));
        string verdict = ends.Length > 1
            ? $"In {Quantity.Duration(Days * Day)} the cell loses {Lost(best)} of its capacity at {Where(best)} and {Lost(worst)} at {Where(worst)}, where its resistance reaches {Percent(worst.ResistancePercent)} of the new one."
            : $"In {Quantity.Duration(Days * Day)} at {Where(worst)} the cell loses {Lost(worst)} of its capacity, and its resistance reaches {Percent(worst.ResistancePercent)} of the new one.";
        return new Findings
        {
            Title = $"Storage of {cell.Name}",
            Conditions = [.. bench.Described(), $"{Quantity.Duration(Days * Day)} at open circuit", "pressed by the profile's clamp"],
            Summary = new StorageSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = falls,
                Days = Days,
                NewOhmCm2 = fresh,
                Points = [.. stored.SelectMany(points => points)],
            },
            Cards =
            [
                new("Least capacity lost", Lost(best), Where(best)),
                new("Most capacity lost", Lost(worst), Where(worst)),
                new("Resistance there", Text.Of(worst.ResistanceOhmCm2, "Ω cm²"), $"new {Text.Of(fresh, "Ω cm²")}, at {Text.Celsius(bench.Reference)} and 50{Quantity.Gap}%"),
                new("Self-discharge there", Quantity.Of(worst.SocPercent - worst.SocLeftPercent, 2, "%"), "of the state of charge"),
            ],
            Charts = [.. Charts(stored)],
            Listings =
            [
                new("At the end", ["temperature", "state of charge", "capacity", "resistance", "of the new one", "left of the charge"], [.. ends.Select(end => (string[])
                [
                    Text.Celsius(end.TemperatureC), Quantity.Of(end.SocPercent, 0, "%"), Quantity.Of(end.CapacityPercent, 2, "%"), Text.Of(end.ResistanceOhmCm2, "Ω cm²"), Percent(end.ResistancePercent), Quantity.Of(end.SocLeftPercent, 2, "%"),
                ])]),
            ],
            Tables = [Points(stored)],
            Reading =
            [
                $"Capacity is what the true cell has left. Resistance is that to a small current at {Text.Celsius(bench.Reference)}, 50 % and the set pressure, whatever the storage was: so cells compare.",
                "Time and temperature act through laws whose constants are mostly tunable: they were set to a few published points, and say nothing beyond years.",
            ],
        };
    }

    private static IEnumerable<XyChart> Charts(StoragePoint[][] stored)
    {
        IGrouping<double, StoragePoint[]>[] warm = [.. stored.GroupBy(points => points[0].TemperatureC)];
        yield return new XyChart
        {
            Title = "Capacity over time",
            YName = "capacity, % of new",
            XName = "time, d",
            File = PointsFile,
            Curves = [.. warm.SelectMany((group, colour) => group.Select((points, place) => Of(points, colour, place, group.Count(), point => point.CapacityPercent)))],
        };
        yield return new XyChart
        {
            Title = "Resistance over time",
            YName = "area resistance, % of new",
            XName = "time, d",
            File = PointsFile,
            Curves = [.. warm.SelectMany((group, colour) => group.Select((points, place) => Of(points, colour, place, group.Count(), point => point.ResistancePercent)))],
        };
        if (stored.Select(points => points[0].SocPercent).Distinct().Count() > 1)
        {
            foreach ((string title, string name, Func<StoragePoint, double> pick) in ((string, string, Func<StoragePoint, double>)[])
                [("Capacity lost over state of charge", "capacity lost, %", point => 100 - point.CapacityPercent), ("Resistance gained over state of charge", "gain, % of new", point => point.ResistancePercent - 100)])
            {
                yield return new XyChart
                {
                    Title = title,
                    YName = name,
                    XName = "state of charge, %",
                    File = PointsFile,
                    Includes = 0,
                    Curves = [.. warm.Select(group => new Curve(Text.Celsius(group.Key), [.. group.Select(points => points[0].SocPercent)], [.. group.Select(points => pick(points[^1]))]) { Marked = true })],
                };
            }
        }
    }

    // Of one colour are the states of charge at one temperature; the fullest is drawn, the others are broken.
    private static Curve Of(StoragePoint[] points, int colour, int place, int count, Func<StoragePoint, double> pick) =>
        new($"{Text.Celsius(points[0].TemperatureC)}, {points[0].SocPercent:0} %", [.. points.Select(point => point.Days)], [.. points.Select(pick)])
        {
            Colour = colour,
            Marked = place == count - 1,
            Dashed = place < count - 1,
            Legend = place == count - 1 ? $"{Text.Celsius(points[0].TemperatureC)}, {points[0].SocPercent:0}{Quantity.Gap}%" : colour == 0 && place == 0 ? "less charged" : string.Empty,
        };

    private static DataTable Points(StoragePoint[][] stored)
    {
        var table = new DataTable(PointsFile,
        [
            new("ambient_temperature_celsius", "storage temperature"),
            new("soc_at_start_percent", "state of charge at the start"),
            new("test_time_second", "time in storage"),
            new("capacity_percent", "capacity over that of the new cell"),
            new("area_resistance_ohm_cm2", "area resistance at the reference temperature, 50 % and the set pressure"),
            new("resistance_percent", "the same over that of the new cell"),
            new("soc_left_percent", "state of charge that self-discharge has left"),
        ]);
        foreach (StoragePoint point in stored.SelectMany(points => points))
        {
            table.Add(point.TemperatureC, point.SocPercent, Day * point.Days, point.CapacityPercent, point.ResistanceOhmCm2, point.ResistancePercent, point.SocLeftPercent);
        }

        return table;
    }

    private static string Lost(StoragePoint end) => Quantity.Of(100 - end.CapacityPercent, 2, "%");

    private static string Percent(double percent) => Quantity.Of(percent, 0, "%");

    private static string Where(StoragePoint end) => $"{Text.Celsius(end.TemperatureC)} and {Quantity.Of(end.SocPercent, 0, "%")}";
}
