using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Instruments;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Stepped critical-current test: a symmetric lithium cell is cycled by half-cycles of equal length, every cycle at a higher
/// current, until its voltage breaks in because a filament has crossed. Once over temperature, once over pressure, once over contact.
/// </summary>
/// <remarks>Voids that a half-cycle leaves on the side it strips raise the local current when that side is plated: so the current
/// found lies between the stripping and the plating limit, as Kasemchainan 2019 saw it.</remarks>
public sealed record CriticalCurrentTest : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "ccd";

    /// <summary>Largest current density, mA/cm².</summary>
    public const double Most = 60;

    private const string PointsFile = "points.csv";
    private const string CurvesFile = "curves.csv";
    private const double BreaksIn = 0.7;             // of the resistance in the first cycle: no healing brings it so low
    private const double Sudden = 0.8;               // of the resistance some seconds ago: no healing is so fast
    private const int SuddenSteps = 10;
    private const double Relaxations = 7;            // of the ion pairs of a glass, after which what they held against a current is gone
    private const double HelpfulPressure = 7;        // MPa; beyond, shorts by pressure begin
    private const double SampleEvery = 60;

    private static readonly double[] s_usualTemperatures = [-10, 10, 25, 45, 60];
    private static readonly double[] s_usualPressures = [1, 3, 5, 7, 10];

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Temperatures, degC, rising, at the set pressure; null: -10, 10, 45, 60 degC and the reference temperature.</summary>
    public IReadOnlyList<double>? Temperatures { get; init; }

    /// <summary>Stack pressures, MPa, rising, at the reference temperature.</summary>
    public IReadOnlyList<double> Pressures { get; init; } = s_usualPressures;

    /// <summary>Contact factors, rising, at the reference temperature and the set pressure; what is missing does not heal.</summary>
    public IReadOnlyList<double> Contacts { get; init; } = [0.3, 0.5, 0.7, 0.9];

    /// <summary>First current density, mA/cm².</summary>
    public double First { get; init; } = 0.05;

    /// <summary>Factor from one current to the next, above 1.</summary>
    public double StepFactor { get; init; } = 1.15;

    /// <summary>Length of a half-cycle, s.</summary>
    public double HalfCycle { get; init; } = 1800;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        double reference = bench.Reference;
        double pressure = bench.Cell.Mechanics.SetPressure;
        (string Series, double Celsius, double Pressure, double Contact)[] points =
        [
            .. (Temperatures ?? bench.Usual(s_usualTemperatures)).Select(celsius => ("temperature", celsius, pressure, 1.0)),
            .. Pressures.Select(megapascal => ("pressure", reference, megapascal, 1.0)),
            .. Contacts.Select(contact => ("contact", reference, pressure, contact)),
        ];
        Ramp[] ramps = bench.Each(points, point => Measure(bench, point.Series, point.Celsius, point.Pressure, point.Contact));
        return Report(bench, ramps, reference, pressure);
    }

    private Ramp Measure(Workbench bench, string series, double celsius, double pressure, double contact)
    {
        var cell = new SymmetricCell(bench, celsius, pressure, contact);
        double stripping = cell.StrippingLimit;
        double plating = cell.PlatingLimit;
        double taken = double.NaN;
        double time = 0;
        double settling = Settling(bench.Cell);
        double fresh = 0;   // resistance in the first cycle, as voltage over current density
        var recent = new Queue<double>();
        var curve = new List<(double Time, double Density, double Voltage, double Contact, double Filament)>();
        for (double density = First; density <= Most; density *= StepFactor)
        {
            foreach (double sign in (ReadOnlySpan<double>)[1, -1])
            {
                bench.Cancellation.ThrowIfCancellationRequested();
                recent.Clear();
                double turned = time;
                while (time < turned + HalfCycle - 0.5)
                {
                    cell.Advance(1, sign * density);
                    time++;
                    double resistance = sign * cell.Voltage / density;
                    fresh = double.IsNaN(taken) ? Math.Max(fresh, resistance) : fresh;
                    if (time % SampleEvery == 0)
                    {
                        curve.Add((time, sign * density, cell.Voltage, cell.Contact, cell.FilamentIndex));
                    }

                    if (time <= turned + settling)
                    {
                        continue;
                    }

                    recent.Enqueue(resistance);
                    double earlier = recent.Count > SuddenSteps ? recent.Dequeue() : 0;
                    if (resistance < BreaksIn * fresh || resistance < Sudden * earlier)
                    {
                        curve.Add((time, sign * density, cell.Voltage, cell.Contact, cell.FilamentIndex));
                        return new Ramp(new(series, celsius, pressure, contact, taken, density, stripping, plating, cell.Contact, time / 3600), curve);
                    }
                }
            }

            taken = density;
        }

        return new Ramp(new(series, celsius, pressure, contact, double.NaN, double.NaN, stripping, plating, cell.Contact, double.NaN), curve);
    }

    private static double Settling(CellParameters cell) => cell.Electrolyte.Pairs is { } pairs ? Math.Ceiling(Relaxations / pairs.RelaxationRate) : 0;

    private Findings Report(Workbench bench, Ramp[] ramps, double reference, double pressure)
    {
        CellParameters cell = bench.Cell;
        CriticalCurrentPoint[] points = [.. ramps.Select(ramp => ramp.Point)];
        CriticalCurrentPoint[] byTemperature = Series(points, "temperature");
        CriticalCurrentPoint[] byPressure = Series(points, "pressure");
        CriticalCurrentPoint[] byContact = Series(points, "contact");
        bool? warm = Rises(byTemperature, strictly: true);
        bool? pressed = Rises([.. byPressure.Where(point => point.PressureMpa <= HelpfulPressure)], strictly: false);
        bool? touching = Rises(byContact, strictly: true);
        string[] found =
        [
            .. Told(byTemperature, "temperature", warm, point => Text.Celsius(point.TemperatureC)),
            .. Told(byPressure, "pressure", pressed, point => Text.Pressure(point.PressureMpa)),
            .. Told([.. byContact.Reverse()], "contact", touching, point => $"θ = {Text.Plain(point.Contact)}"),
        ];
        string verdict = $"The critical current {string.Join("; it ", found)}.";
        CriticalCurrentPoint middle = points.MinBy(point => (1 - point.Contact, Math.Abs(point.TemperatureC - reference), Math.Abs(point.PressureMpa - pressure)))!;
        return new Findings
        {
            Title = $"Critical current of {cell.Name}",
            Conditions = [.. bench.Described(), $"half-cycles of {Quantity.Duration(HalfCycle)}", $"current {Text.Plain(100 * (StepFactor - 1))}{Quantity.Gap}% higher every cycle, from {Text.Plain(First)}{Quantity.Gap}mA/cm²"],
            Summary = new CriticalCurrentSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = warm != false && pressed != false && touching != false,
                HalfCycleS = HalfCycle,
                StepFactor = StepFactor,
                RisesWithTemperature = warm,
                RisesWithPressure = pressed,
                FallsWithLostContact = touching,
                Points = points,
            },
            Cards =
            [
                new("Critical current", Density(middle.BrokeAtMaCm2), $"{Text.Celsius(middle.TemperatureC)}, {Text.Pressure(middle.PressureMpa)}, contact {Text.Plain(middle.Contact)}: here it broke"),
                new("Taken before", Density(middle.CriticalCurrentMaCm2), "the last whole cycle"),
                new("Voids begin", Density(middle.StrippingLimitMaCm2), "stripping limit of the true cell"),
                new("Filaments begin", Density(middle.PlatingLimitMaCm2), "plating limit of the true cell"),
            ],
            Charts = [.. Charts(ramps, byTemperature, byPressure, byContact, middle)],
            Listings =
            [
                new("Every cell", ["varied", "temperature", "pressure", "contact", "taken", "broke at", "voids begin", "filaments begin", "contact then", "after"], [.. points.Select(point => (string[])
                [
                    point.Series, Text.Celsius(point.TemperatureC), Text.Pressure(point.PressureMpa), Text.Plain(point.Contact), Density(point.CriticalCurrentMaCm2), Density(point.BrokeAtMaCm2),
                    Density(point.StrippingLimitMaCm2), Density(point.PlatingLimitMaCm2), Quantity.Number(point.ContactAtBreak, 2), Quantity.Of(point.HoursToBreak, 1, "h"),
                ])]) { OnTerminal = false },
                new("Critical current", ["varied", "°C", "MPa", "contact", "mA/cm²", "broke at", "voids from", "filaments from"], [.. points.Select(point => (string[])
                [
                    point.Series, Text.Plain(point.TemperatureC), Text.Plain(point.PressureMpa), Text.Plain(point.Contact), Quantity.Number(point.CriticalCurrentMaCm2), Quantity.Number(point.BrokeAtMaCm2),
                    Quantity.Number(point.StrippingLimitMaCm2), Quantity.Number(point.PlatingLimitMaCm2),
                ])]) { OnPage = false },
            ],
            Tables = [Points(points), Curves(ramps)],
            Reading =
            [
                $"Every point is a fresh symmetric cell on a disc of 1 cm² under a held pressure. Its voltage has broken in when its resistance is less than {Text.Plain(100 * BreaksIn)} % of that in the first cycle, or falls to less than {Text.Plain(100 * Sudden)} % within {SuddenSteps} s{(Settling(cell) > 0 ? $", later than {Quantity.Duration(Settling(cell))} after the current turned" : string.Empty)}: filaments have crossed and take part of the current.",
                "Voids begin below that current: the side that is stripped faster than lithium comes back loses contact, and the next half-cycle plates on what is left, at a higher local current. So the current found lies above the smaller of both limits and, where voids come first, below that of filaments.",
                "It depends on the protocol: shorter half-cycles and larger steps find a higher one, because filaments and voids need charge to grow. In the series over contact what is missing at the start does not heal; elsewhere creep heals it.",
            ],
        };
    }

    private static IEnumerable<XyChart> Charts(Ramp[] ramps, CriticalCurrentPoint[] byTemperature, CriticalCurrentPoint[] byPressure, CriticalCurrentPoint[] byContact, CriticalCurrentPoint middle)
    {
        foreach ((CriticalCurrentPoint[] series, string over, string name, Func<CriticalCurrentPoint, double> pick) in ((CriticalCurrentPoint[], string, string, Func<CriticalCurrentPoint, double>)[])
        [
            (byTemperature, "temperature", "temperature, °C", point => point.TemperatureC),
            (byPressure, "pressure", "stack pressure, MPa", point => point.PressureMpa),
            (byContact, "contact", "contact factor at the start", point => point.Contact),
        ])
        {
            if (series.Length > 1)
            {
                double[] x = [.. series.Select(pick)];
                yield return new XyChart
                {
                    Title = $"Critical current over {over}",
                    YName = "current density, mA/cm²",
                    XName = name,
                    File = PointsFile,
                    YLogarithmic = true,
                    Curves =
                    [
                        new("voltage broke in", x, [.. series.Select(point => point.BrokeAtMaCm2)]) { Marked = true },
                        new("voids begin", x, [.. series.Select(point => point.StrippingLimitMaCm2 * (over == "contact" ? point.Contact : 1))]) { Dashed = true },
                        new("filaments begin", x, [.. series.Select(point => point.PlatingLimitMaCm2 * (over == "contact" ? point.Contact : 1))]) { Dashed = true },
                    ],
                };
            }
        }

        Ramp shown = ramps.First(ramp => ReferenceEquals(ramp.Point, middle));
        double[] hours = [.. shown.Curve.Select(sample => sample.Time / 3600)];
        yield return new XyChart
        {
            Title = $"Voltage at {Text.Celsius(middle.TemperatureC)} and {Text.Pressure(middle.PressureMpa)}",
            YName = "voltage between the electrodes, mV",
            XName = "time, h",
            File = CurvesFile,
            Curves = [new("voltage", hours, [.. shown.Curve.Select(sample => 1000 * sample.Voltage)])],
        };
        yield return new XyChart
        {
            Title = "What happens inside, there",
            YName = "factor",
            XName = "time, h",
            File = CurvesFile,
            Includes = 0,
            Curves =
            [
                new("smaller contact factor", hours, [.. shown.Curve.Select(sample => sample.Contact)]),
                new("larger filament index", hours, [.. shown.Curve.Select(sample => sample.Filament)]) { Dashed = true },
            ],
        };
    }

    private static DataTable Points(CriticalCurrentPoint[] points)
    {
        var table = new DataTable(PointsFile,
        [
            new("series", "what is varied"),
            new("ambient_temperature_celsius", "temperature of the cell"),
            new("applied_pressure_pa", "stack pressure, held"),
            new("contact_at_start", "contact factor at the start"),
            new("critical_current_ma_cm2", "largest current density whose whole cycle the cell took"),
            new("break_current_ma_cm2", "current density at which the voltage broke in"),
            new("true_stripping_limit_ma_cm2", "local current density that starts voids"),
            new("true_plating_ccd_ma_cm2", "local current density that starts filaments"),
            new("contact_at_break", "smallest contact factor when the voltage broke in"),
            new("time_to_break_hour", "time until then"),
        ]);
        foreach (CriticalCurrentPoint point in points)
        {
            table.Add(
                point.Series, point.TemperatureC, 1e6 * point.PressureMpa, point.Contact, point.CriticalCurrentMaCm2, point.BrokeAtMaCm2, point.StrippingLimitMaCm2, point.PlatingLimitMaCm2, point.ContactAtBreak, point.HoursToBreak);
        }

        return table;
    }

    private static DataTable Curves(Ramp[] ramps)
    {
        var table = new DataTable(CurvesFile,
        [
            new("series", "what is varied"),
            new("ambient_temperature_celsius", "temperature of the cell"),
            new("applied_pressure_pa", "stack pressure, held"),
            new("contact_at_start", "contact factor at the start"),
            new("test_time_second", "time since the start of this cell"),
            new("current_density_ma_cm2", "current density, positive while the left electrode plates"),
            new("voltage_volt", "voltage between the electrodes"),
            new("true_contact", "smaller contact factor of both electrodes"),
            new("true_filament_index", "larger filament index of both electrodes"),
        ]);
        foreach (Ramp ramp in ramps)
        {
            foreach ((double time, double density, double voltage, double contact, double filament) in ramp.Curve)
            {
                table.Add(ramp.Point.Series, ramp.Point.TemperatureC, 1e6 * ramp.Point.PressureMpa, ramp.Point.Contact, time, density, voltage, contact, filament);
            }
        }

        return table;
    }

    private static CriticalCurrentPoint[] Series(CriticalCurrentPoint[] points, string series) => [.. points.Where(point => point.Series == series)];

    // Null where there are not two to compare. A cell that never broke is above every other.
    private static bool? Rises(CriticalCurrentPoint[] series, bool strictly)
    {
        double[] broke = [.. series.Select(point => double.IsNaN(point.BrokeAtMaCm2) ? double.PositiveInfinity : point.BrokeAtMaCm2)];
        return series.Length < 2
            ? null
            : broke.Zip(broke.Skip(1)).All(pair => pair.Second >= pair.First) && (!strictly || broke[^1] > broke[0]);
    }

    private static IEnumerable<string> Told(CriticalCurrentPoint[] series, string over, bool? holds, Func<CriticalCurrentPoint, string> at)
    {
        if (series.Length == 1)
        {
            yield return $"is {Found(series[0])} at {at(series[0])}";
        }
        else if (series.Length > 1)
        {
            bool same = series.All(point => point.BrokeAtMaCm2.Equals(series[0].BrokeAtMaCm2));
            string how = (over, holds, same) switch
            {
                (_, _, true) => $"does not depend on {over}:",
                ("contact", true, _) => "falls as contact is lost, from",
                ("contact", _, _) => "does not keep falling as contact is lost, from",
                (_, true, _) => $"rises with {over}, from",
                _ => $"does not keep rising with {over}, from",
            };
            yield return same ? $"{how} {Found(series[0])} at all" : $"{how} {Found(series[0])} at {at(series[0])} to {Found(series[^1])} at {at(series[^1])}";
        }
    }

    private static string Found(CriticalCurrentPoint point) =>
        double.IsNaN(point.BrokeAtMaCm2) ? $"more than {Density(Most)}" : Density(point.BrokeAtMaCm2);

    private static string Density(double density) => double.IsNaN(density) ? "–" : Text.Of(density, "mA/cm²");

    private sealed record Ramp(CriticalCurrentPoint Point, IReadOnlyList<(double Time, double Density, double Voltage, double Contact, double Filament)> Curve);
}
