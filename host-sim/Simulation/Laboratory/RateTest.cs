using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Instruments;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Rate test: a full cell at rest is discharged at a constant current to its lowest voltage, at every rate and temperature anew.
/// Each discharge is done twice, the second time with a cell whose lithium never leaves voids: the difference is what they take.
/// </summary>
public sealed record RateTest : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "rate";

    private const string PointsFile = "points.csv";
    private const string CurvesFile = "curves.csv";
    private const int SamplesPerCurve = 200;
    private const double Monotone = 1.005;

    private static readonly double[] s_usualRates = [0.1, 0.2, 0.5, 1, 2, 4, 6];
    private static readonly double[] s_usualTemperatures = [10, 25, 45, 60];

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Discharge rates, multiples of 1C, rising; null: the usual ones up to the cell's rating.</summary>
    public IReadOnlyList<double>? Rates { get; init; }

    /// <summary>Temperatures, degC, rising; null: 10, 45, 60 degC and the reference temperature.</summary>
    public IReadOnlyList<double>? Temperatures { get; init; }

    /// <summary>Stack pressure at the start, full, MPa; null: as the profile's clamp makes it.</summary>
    public double? Pressure { get; init; }

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        CellParameters cell = bench.Cell;
        double[] rates = [.. Rates ?? [.. s_usualRates.Where(rate => rate <= cell.Limits.DischargeRateMaximum)]];
        double[] temperatures = [.. Temperatures ?? bench.Usual(s_usualTemperatures)];
        (double Celsius, double Rate, bool Voids)[] points =
            [.. from voids in (bool[])[true, false] from celsius in temperatures from rate in rates select (celsius, rate, voids)];
        Discharge[] measured = bench.Each(points, point => Measure(bench, point.Celsius, point.Rate, point.Voids));
        RatePoint[] results = [.. measured.Take(measured.Length / 2).Zip(measured.Skip(measured.Length / 2), RatePoint.Of)];
        return Report(bench, results, [.. measured.Take(results.Length)], temperatures, rates);
    }

    private Discharge Measure(Workbench bench, double celsius, double rate, bool voids)
    {
        CellParameters cell = voids ? bench.Cell : MechanismTable.Find("voids")!.Without(bench.Cell);
        double current = -rate * cell.Cell.OneC;
        Pack pack = bench.Specimen(celsius, 1, Pressure, cell);
        var cycler = new Cycler(pack, bench.Cancellation);
        double warmest = pack.CoreTemperature(0);
        double start = warmest;
        double sampleEvery = cell.Cell.WindowCapacity / SamplesPerCurve;
        var curve = new List<(double Charge, double Voltage, double Celsius, double Contact)>();
        cycler.Observer = each =>
        {
            warmest = Math.Max(warmest, pack.CoreTemperature(0));
            if (-each.Charge >= curve.Count * sampleEvery)
            {
                curve.Add((-each.Charge, each.Voltage, pack.CoreTemperature(0) - Workbench.ZeroCelsius, pack.Contact(0)));
            }
        };
        cycler.DriveTo(current, cell.Limits.VoltageMinimum, 1.2 * 3600 * cell.Cell.WindowCapacity / -current);
        curve.Add((-cycler.Charge, cycler.Voltage, pack.CoreTemperature(0) - Workbench.ZeroCelsius, pack.Contact(0)));
        return new Discharge(celsius, rate, -cycler.Charge, -cycler.Energy, warmest - start, pack.Contact(0), curve);
    }

    private Findings Report(Workbench bench, RatePoint[] results, Discharge[] discharges, double[] temperatures, double[] rates)
    {
        CellParameters cell = bench.Cell;
        double shown = temperatures.MinBy(celsius => Math.Abs(celsius - bench.Reference));
        RatePoint slow = results.First(point => point.TemperatureC == shown);
        RatePoint fast = results.Last(point => point.TemperatureC == shown);
        bool falls = temperatures.All(celsius => results.Where(point => point.TemperatureC == celsius).Select(point => point.CapacityWithoutVoidsAh).ToArray() is var row
            && row.Zip(row.Skip(1)).All(pair => pair.Second <= Monotone * pair.First));
        double taken = fast.CapacityWithoutVoidsAh - fast.CapacityAh;
        string voids = taken > 0.01 * fast.CapacityWithoutVoidsAh ? $"; {Text.Charge(taken)} of what is missing then is taken by voids, which open because the lithium is stripped too fast" : "; voids take nothing of it";
        string verdict = rates.Length > 1
            ? $"At {Text.Celsius(shown)} the cell gives {Text.Charge(slow.CapacityAh)} at {Text.Rate(slow.Rate)} and {Text.Charge(fast.CapacityAh)} at {Text.Rate(fast.Rate)}{voids}."
            : $"At {Text.Celsius(shown)} and {Text.Rate(slow.Rate)} the cell gives {Text.Charge(slow.CapacityAh)}{voids}.";
        if (!falls)
        {
            verdict = $"Capacity rises with rate somewhere, which no loss explains. {verdict}";
        }

        return new Findings
        {
            Title = $"Rate test of {cell.Name}",
            Conditions = [.. bench.Described(), Pressure is double pressure ? $"{Text.Pressure(pressure)} when full" : "pressed by the profile's clamp", $"down to {Text.Of(cell.Limits.VoltageMinimum, "V")}"],
            Summary = new RateSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = falls,
                OneCAmpere = cell.Cell.OneC,
                PressureMpa = Pressure,
                Points = results,
            },
            Cards =
            [
                new("Capacity, slowest", Text.Charge(slow.CapacityAh), $"{Text.Rate(slow.Rate)}, {Text.Celsius(shown)}"),
                new("Capacity, fastest", Text.Charge(fast.CapacityAh), $"{Text.Rate(fast.Rate)}, {Text.Celsius(shown)}"),
                new("Fastest, if contact stayed", Text.Charge(fast.CapacityWithoutVoidsAh), $"contact factor {Quantity.Number(fast.ContactEnd, 2)} at the end"),
                new("Largest warming", Text.Of(results.Max(point => point.TemperatureRiseK), "K"), "of the core over its chamber"),
            ],
            Charts = [.. Charts(cell, results, discharges, temperatures)],
            Listings = [Listing(results)],
            Tables = [Points(results), Curves(discharges)],
            Reading =
            [
                "Every point is a cell of its own, full and at rest at the temperature of its chamber. A discharge ends when the terminal voltage reaches the lowest one.",
                "Drawn marks are the true cell; broken lines are the same cell without voids. Where both part, current has crossed the lithium interface faster than creep and diffusion bring lithium back, contact was lost, and the voltage fell for that reason alone.",
            ],
        };
    }

    private static IEnumerable<XyChart> Charts(CellParameters cell, RatePoint[] results, Discharge[] discharges, double[] temperatures)
    {
        var unit = ChargeUnit.Of(cell.Cell.WindowCapacity);
        var capacities = new List<Curve>();
        foreach ((int colour, double celsius) in temperatures.Index())
        {
            RatePoint[] row = [.. results.Where(point => point.TemperatureC == celsius)];
            double[] rates = [.. row.Select(point => point.Rate)];
            capacities.Add(new Curve(Text.Celsius(celsius), rates, [.. row.Select(point => unit.PerAmpereHour * point.CapacityAh)]) { Colour = colour, Marked = true });
            capacities.Add(new Curve($"{Text.Celsius(celsius)} without voids", rates, [.. row.Select(point => unit.PerAmpereHour * point.CapacityWithoutVoidsAh)]) { Colour = colour, Dashed = true, Legend = colour == 0 ? "without voids" : string.Empty });
        }

        yield return new XyChart { Title = "Capacity over rate", YName = $"capacity, {unit.Symbol}", XName = "discharge rate, C", File = PointsFile, Curves = capacities, XLogarithmic = true, Includes = 0 };
        yield return new XyChart
        {
            Title = "Energy over rate",
            YName = "share of the energy at the slowest rate, %",
            XName = "discharge rate, C",
            File = PointsFile,
            XLogarithmic = true,
            Includes = 0,
            Curves = [.. temperatures.Select(celsius => results.Where(point => point.TemperatureC == celsius).ToArray()).Select(row => new Curve(
                Text.Celsius(row[0].TemperatureC),
                [.. row.Select(point => point.Rate)],
                [.. row.Select(point => 100 * point.EnergyWh / row[0].EnergyWh)]) { Marked = true })],
        };
        foreach (double celsius in temperatures)
        {
            yield return new XyChart
            {
                Title = $"Discharge at {Text.Celsius(celsius)}",
                YName = "cell voltage, V",
                XName = $"charge taken, {unit.Symbol}",
                File = CurvesFile,
                Curves = [.. discharges.Where(each => each.Celsius == celsius).Select(each => new Curve(
                    Text.Rate(each.Rate), [.. each.Curve.Select(point => unit.PerAmpereHour * point.Charge)], [.. each.Curve.Select(point => point.Voltage)]))],
            };
        }
    }

    private static Listing Listing(RatePoint[] results) => new(
        "Every point",
        ["temperature", "rate", "capacity", "without voids", "mean voltage", "energy", "warming", "contact at the end"],
        [.. results.Select(point => (string[])
        [
            Text.Celsius(point.TemperatureC), Text.Rate(point.Rate), Text.Charge(point.CapacityAh), Text.Charge(point.CapacityWithoutVoidsAh), Quantity.Of(point.MeanVoltageV, 3, "V"),
            point.EnergyWh >= 0.1 ? Text.Of(point.EnergyWh, "Wh") : Text.Of(1000 * point.EnergyWh, "mWh"), Quantity.Of(point.TemperatureRiseK, 2, "K"), Quantity.Number(point.ContactEnd, 3),
        ])]);

    private static DataTable Points(RatePoint[] results)
    {
        var table = new DataTable(PointsFile,
        [
            new("ambient_temperature_celsius", "temperature of chamber and cell at the start"),
            new("discharge_rate_per_hour", "current over 1C"),
            new("discharging_capacity_ah", "charge down to the lowest voltage"),
            new("discharging_capacity_without_voids_ah", "the same of a cell whose contact stays"),
            new("discharging_energy_wh", "energy down to the lowest voltage"),
            new("mean_voltage_volt", "energy over charge"),
            new("mean_voltage_without_voids_volt", "the same of a cell whose contact stays"),
            new("temperature_rise_kelvin", "largest rise of the core over its start"),
            new("true_contact", "contact factor at the end"),
        ]);
        foreach (RatePoint point in results)
        {
            table.Add(
                point.TemperatureC, point.Rate, point.CapacityAh, point.CapacityWithoutVoidsAh, point.EnergyWh, point.MeanVoltageV, point.MeanVoltageWithoutVoidsV, point.TemperatureRiseK, point.ContactEnd);
        }

        return table;
    }

    private static DataTable Curves(Discharge[] discharges)
    {
        var table = new DataTable(CurvesFile,
        [
            new("ambient_temperature_celsius", "temperature of chamber and cell at the start"),
            new("discharge_rate_per_hour", "current over 1C"),
            new("discharging_capacity_ah", "charge taken so far"),
            new("voltage_volt", "terminal voltage"),
            new("true_core_temperature_c", "temperature of the core"),
            new("true_contact", "contact factor"),
        ]);
        foreach (Discharge discharge in discharges)
        {
            foreach ((double charge, double voltage, double celsius, double contact) in discharge.Curve)
            {
                table.Add(discharge.Celsius, discharge.Rate, charge, voltage, celsius, contact);
            }
        }

        return table;
    }

    /// <summary>One discharge.</summary>
    internal sealed record Discharge(
        double Celsius, double Rate, double Charge, double Energy, double Rise, double Contact, IReadOnlyList<(double Charge, double Voltage, double Celsius, double Contact)> Curve);
}
