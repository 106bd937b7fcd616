using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Instruments;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Cycle test: a cell is charged at constant current and then constant voltage, rests, is discharged to its lowest voltage, rests,
/// and so on; capacity, resistance, coulombic and energy efficiency are told for every cycle.
/// </summary>
public sealed record CycleTest : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "cycle";

    private const string PointsFile = "points.csv";
    private const double CutOff = 0.05;          // of 1C: where constant voltage ends
    private const double LongestHold = 6 * 3600;
    private const double PartOfStart = 0.1;      // of the first discharge; below it the cell has no use left
    private const double OverWindow = 1.3;       // a direction may take so much longer than its charge lets expect

    private static readonly double[] s_usualTemperatures = [25, 45];

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Temperatures, degC, rising; null: 45 degC and the reference temperature.</summary>
    public IReadOnlyList<double>? Temperatures { get; init; }

    /// <summary>Cycles.</summary>
    public int Cycles { get; init; } = 50;

    /// <summary>Charge rate, multiples of 1C; null: the highest at which contact holds, as the profile says for the temperature.</summary>
    public double? ChargeRate { get; init; }

    /// <summary>Discharge rate, multiples of 1C; null: the highest at which contact holds, as the profile says for the temperature.</summary>
    public double? DischargeRate { get; init; }

    /// <summary>Stack pressure at the start, empty, MPa; null: as the profile's clamp makes it.</summary>
    public double? Pressure { get; init; }

    /// <summary>Rest after every direction, s.</summary>
    public double Rest { get; init; } = 600;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        OperatingLimits limits = bench.Cell.Limits;
        CycleRates[] rates = [.. (Temperatures ?? bench.Usual(s_usualTemperatures)).Select(celsius => new CycleRates(
            celsius, ChargeRate ?? limits.ChargeRateByTemperature.At(celsius), DischargeRate ?? limits.DischargeRateByTemperature.At(celsius)))];
        return Report(bench, rates, bench.Each(rates, rate => Measure(bench, rate)));
    }

    private CycleRecord[] Measure(Workbench bench, CycleRates rates)
    {
        CellParameters cell = bench.Cell;
        double charging = rates.ChargeRate * cell.Cell.OneC;
        double discharging = -rates.DischargeRate * cell.Cell.OneC;
        double window = OverWindow * 3600 * cell.Cell.WindowCapacity;
        Pack pack = bench.Specimen(rates.TemperatureC, 0, Pressure);
        var cycler = new Cycler(pack, bench.Cancellation);
        double capacity = pack.Capacity(0);
        var records = new List<CycleRecord>();
        for (int cycle = 1; cycle <= Cycles; cycle++)
        {
            cycler.Clear();
            if (cycler.DriveTo(charging, cell.Limits.VoltageMaximum, window / charging))
            {
                cycler.Hold(cell.Limits.VoltageMaximum, CutOff * cell.Cell.OneC, LongestHold);
            }

            (double charge, double energyIn) = (cycler.Charge, cycler.Energy);
            cycler.Rest(Rest);
            cycler.Clear();
            double resistance = double.NaN;
            cycler.Observer = each => resistance = double.IsNaN(resistance) && pack.StateOfCharge(0) <= 0.5 ? each.Resistance(discharging) : resistance;
            cycler.DriveTo(discharging, cell.Limits.VoltageMinimum, window / -discharging);
            cycler.Observer = null;
            (double given, double energyOut) = (-cycler.Charge, -cycler.Energy);
            double contact = pack.Contact(0);
            cycler.Rest(Rest);
            records.Add(new(
                rates.TemperatureC, cycle, charge, given, 100 * given / charge, 100 * energyOut / energyIn, 1e4 * cell.Cell.TotalArea * resistance, 100 * pack.Capacity(0) / capacity, contact, pack.FilamentIndex(0)));
            if (given < PartOfStart * records[0].DischargeAh)
            {
                break;
            }
        }

        return [.. records];
    }

    private Findings Report(Workbench bench, CycleRates[] rates, CycleRecord[][] cycled)
    {
        CellParameters cell = bench.Cell;
        var unit = ChargeUnit.Of(cell.Cell.WindowCapacity);
        int shown = Enumerable.Range(0, rates.Length).MinBy(k => Math.Abs(rates[k].TemperatureC - bench.Reference));
        CycleRecord first = cycled[shown][0];
        CycleRecord last = cycled[shown][^1];
        CycleRecord? shorted = cycled.SelectMany(row => row).FirstOrDefault(record => record.Filament >= 1);
        bool sound = shorted is null && cycled.SelectMany(row => row).All(record => record.CoulombicPercent <= 100.5 || record.Cycle == 1);
        string kept = string.Join(" and ", cycled.Select(row => $"{Quantity.Of(100 * row[^1].DischargeAh / row[0].DischargeAh, 1, "%")} at {Text.Celsius(row[0].TemperatureC)}"));
        string verdict = shorted is null
            ? $"After {Quantity.Count(cycled.Max(row => row.Length), "cycle")} the cell gives {kept} of its first discharge."
            : $"A filament shorts the cell in cycle {shorted.Cycle} at {Text.Celsius(shorted.TemperatureC)}; the last discharge gives {kept} of the first.";
        return new Findings
        {
            Title = $"Cycling of {cell.Name}",
            Conditions =
            [
                .. bench.Described(),
                $"{Text.Of(cell.Limits.VoltageMinimum, "V")} to {Text.Of(cell.Limits.VoltageMaximum, "V")}, held to {Text.Rate(CutOff)}",
                .. rates.Select(rate => $"{Text.Celsius(rate.TemperatureC)}: {Text.Rate(rate.ChargeRate)} in, {Text.Rate(rate.DischargeRate)} out"),
            ],
            Summary = new CycleSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = sound,
                Cycles = Cycles,
                Rates = rates,
                Points = [.. cycled.SelectMany(row => row)],
            },
            Cards =
            [
                new("First discharge", Text.Charge(first.DischargeAh), Text.Celsius(first.TemperatureC)),
                new("Last discharge", Text.Charge(last.DischargeAh), $"cycle {last.Cycle}"),
                new("Coulombic efficiency", Quantity.Of(last.CoulombicPercent, 3, "%"), $"energy efficiency {Quantity.Of(last.EnergyPercent, 1, "%")}"),
                new("Resistance", Text.Of(last.ResistanceOhmCm2, "Ω cm²"), $"first {Text.Of(first.ResistanceOhmCm2, "Ω cm²")}, at half charge under current"),
            ],
            Charts = [.. Charts(cell, cycled)],
            Listings =
            [
                new("First and last cycle", ["°C", "cycle", $"in, {unit.Symbol}", $"out, {unit.Symbol}", "coulombic, %", "energy, %", "Ω cm²", "true, %", "contact", "filament"], [.. cycled.SelectMany(row => (CycleRecord[])[row[0], row[^1]]).Distinct().Select(record => (string[])
                [
                    Text.Plain(record.TemperatureC), $"{record.Cycle}", Quantity.Number(unit.PerAmpereHour * record.ChargeAh), Quantity.Number(unit.PerAmpereHour * record.DischargeAh), Quantity.Number(record.CoulombicPercent, 2),
                    Quantity.Number(record.EnergyPercent, 1), Quantity.Number(record.ResistanceOhmCm2), Quantity.Number(record.CapacityPercent, 2), Quantity.Number(record.Contact, 3), Quantity.Number(record.Filament, 3),
                ])]),
            ],
            Tables = [Points(cycled)],
            Reading =
            [
                "A cycle begins empty. The first takes in a little more than it gives, because the empty cell at rest lies below what a discharge under current reaches.",
                "What a discharge gives falls for two reasons: the true cell has less capacity, and a higher resistance meets the lowest voltage earlier. The true capacity tells them apart.",
            ],
        };
    }

    private static IEnumerable<XyChart> Charts(CellParameters cell, CycleRecord[][] cycled)
    {
        var unit = ChargeUnit.Of(cell.Cell.WindowCapacity);
        foreach ((string title, string name, Func<CycleRecord, double> pick) in ((string, string, Func<CycleRecord, double>)[])
        [
            ("Discharge capacity", $"charge given, {unit.Symbol}", record => unit.PerAmpereHour * record.DischargeAh),
            ("True capacity", "of the new cell, %", record => record.CapacityPercent),
            ("Coulombic efficiency", "charge out over charge in, %", record => record.Cycle == 1 ? double.NaN : record.CoulombicPercent),
            ("Energy efficiency", "energy out over energy in, %", record => record.Cycle == 1 ? double.NaN : record.EnergyPercent),
            ("Resistance", "at half charge under current, Ω cm²", record => record.ResistanceOhmCm2),
            ("Contact factor", "at the end of a discharge", record => record.Contact),
        ])
        {
            yield return new XyChart
            {
                Title = title,
                YName = name,
                XName = "cycle",
                File = PointsFile,
                Curves = [.. cycled.Select(row => new Curve(Text.Celsius(row[0].TemperatureC), [.. row.Select(record => (double)record.Cycle)], [.. row.Select(pick)]))],
            };
        }
    }

    private static DataTable Points(CycleRecord[][] cycled)
    {
        var table = new DataTable(PointsFile,
        [
            new("ambient_temperature_celsius", "temperature of the chamber"),
            new("cycle_count", "number of the cycle, from 1"),
            new("charging_capacity_ah", "charge taken in"),
            new("discharging_capacity_ah", "charge given"),
            new("coulombic_efficiency_percent", "charge given over charge taken in"),
            new("energy_efficiency_percent", "energy given over energy taken in"),
            new("area_resistance_ohm_cm2", "at half charge under the discharge current"),
            new("capacity_percent", "capacity of the true cell over that of the new one"),
            new("true_contact", "contact factor at the end of the discharge"),
            new("true_filament_index", "filament index at the end of the cycle"),
        ]);
        foreach (CycleRecord record in cycled.SelectMany(row => row))
        {
            table.Add(
                record.TemperatureC, (double)record.Cycle, record.ChargeAh, record.DischargeAh, record.CoulombicPercent, record.EnergyPercent, record.ResistanceOhmCm2, record.CapacityPercent, record.Contact, record.Filament);
        }

        return table;
    }
}
