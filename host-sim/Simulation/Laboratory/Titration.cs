using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Laws;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Instruments;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Galvanostatic intermittent titration: pulses of a small current, each with a long rest after it, from full to empty and back. The
/// rests give a quasi-open-circuit voltage; the begin of each pulse gives the diffusivity of lithium.
/// </summary>
/// <remarks>
/// D = 4/π ((N/c_max) (dU/dx) / (dV/d√t))² with the flux N into the active material (Weppner and Huggins 1977); N/c_max follows from
/// how fast the mean stoichiometry moves: R/3 dx/dt for a particle, L dx/dt times the share of the electrolyte face for a film.
/// </remarks>
public sealed record Titration : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "gitt";

    private const string PointsFile = "points.csv";
    private const string TraceFile = "trace.csv";
    private const double FineStep = 0.2;          // s, at the begin of a pulse
    private const double Settled = 5;             // s; before, double layers and rails still charge
    private const double FirstWindow = 120;       // s
    private const double ShortTime = 0.05;        // of L²/D, within which diffusion is nearly semi-infinite
    private const double TraceEvery = 60;         // s

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Temperature, degC; null: the reference temperature.</summary>
    public double? Temperature { get; init; }

    /// <summary>Current of a pulse, multiples of 1C.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Pulses from full to empty.</summary>
    public int Pulses { get; init; } = 20;

    /// <summary>Rest after a pulse, s.</summary>
    public double Rest { get; init; } = 7200;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        double celsius = Temperature ?? bench.Reference;
        Series[] runs = bench.Each([-1.0, 1.0], direction => Measure(bench, celsius, direction));
        return Report(bench, runs, celsius);
    }

    private Series Measure(Workbench bench, double celsius, double direction)
    {
        CellParameters cell = bench.Cell;
        double current = direction * Rate * cell.Cell.OneC;
        double pulse = 3600 * cell.Cell.WindowCapacity / (Pulses * Math.Abs(current));
        double limit = direction < 0 ? cell.Limits.VoltageMinimum : cell.Limits.VoltageMaximum;
        Pack pack = bench.Specimen(celsius, direction < 0 ? 1 : 0);
        var cycler = new Cycler(pack, bench.Cancellation);
        var points = new List<TitrationPoint>();
        var trace = new List<(double Time, double Current, double Voltage, double Soc)>();
        var begin = new List<(double Time, double Voltage)>();
        double resting = cycler.Voltage;
        double soc = pack.StateOfCharge(0);
        for (int k = 0; k < Pulses; k++)
        {
            double start = cycler.Time;
            begin.Clear();
            cycler.Observer = each =>
            {
                Trace(trace, each);
                if (each.Time - start >= Settled)
                {
                    begin.Add((each.Time - start, each.Voltage));
                }
            };
            cycler.Step = FineStep;
            cycler.Drive(current, Math.Min(FirstWindow, pulse), _ => false);
            double jump = begin.Count > 0 ? begin[0].Voltage - resting : double.NaN;
            cycler.Step = 1;
            bool ended = cycler.DriveTo(current, limit, pulse - Math.Min(FirstWindow, pulse));
            double took = cycler.Time - start;
            double socAfter = pack.StateOfCharge(0);
            cycler.Observer = each => Trace(trace, each);
            cycler.Rest(Rest);
            double rested = cycler.Voltage;
            double middle = cell.Positive.StoichiometryEmpty - (0.5 * (soc + socAfter) * Window(cell));
            points.Add(new(
                direction < 0 ? "discharge" : "charge",
                100 * pack.StateOfCharge(0),
                middle,
                rested,
                pack.Overpotentials(0, 0).OpenCircuit,
                1e4 * cell.Cell.TotalArea * jump / current,
                Diffusivity(cell, begin, (socAfter - soc) * -Window(cell), took, rested - resting),
                True(cell, middle, pack.CoreTemperature(0))));
            (resting, soc) = (rested, pack.StateOfCharge(0));
            if (ended)
            {
                break;
            }
        }

        return new Series(points, trace);
    }

    private static void Trace(List<(double Time, double Current, double Voltage, double Soc)> trace, Cycler cycler)
    {
        if (trace.Count == 0 || cycler.Current != trace[^1].Current || cycler.Time - trace[^1].Time >= TraceEvery)
        {
            trace.Add((cycler.Time, cycler.Current, cycler.Voltage, cycler.Cell.StateOfCharge(0)));
        }
    }

    // The window of the fit follows from the diffusivity, so it is found in two rounds.
    private static double Diffusivity(CellParameters cell, List<(double Time, double Voltage)> begin, double step, double took, double rise)
    {
        PositiveElectrode positive = cell.Positive;
        double length = positive.DiffusionLength;
        double perRate = positive.Geometry == DiffusionGeometry.Sphere ? length / 3 : length * positive.FluxSplit;
        double flux = perRate * step / took;
        double found = double.NaN;
        double window = FirstWindow;
        for (int round = 0; round < 3; round++)
        {
            double slope = RootOfTimeFit.Slope(begin, window);
            double root = flux * (rise / step) / slope;
            found = 4 / Math.PI * root * root;
            window = Math.Clamp(ShortTime * length * length / found, 4 * Settled, took);
        }

        return found;
    }

    private static double True(CellParameters cell, double stoichiometry, double kelvin) =>
        cell.Positive.Diffusivity.At(stoichiometry) * new Arrhenius(cell.Positive.DiffusivityActivation, cell.ReferenceTemperature).At(1 / kelvin);

    private static double Window(CellParameters cell) => cell.Positive.StoichiometryEmpty - cell.Positive.StoichiometryFull;

    private Findings Report(Workbench bench, Series[] runs, double celsius)
    {
        CellParameters cell = bench.Cell;
        TitrationPoint[] points = [.. runs.SelectMany(run => run.Points)];
        double[] errors = [.. points.Select(point => 1000 * (point.RestV - point.OpenCircuitV))];
        double rms = Math.Sqrt(errors.Average(error => error * error));
        double worst = errors.Max(Math.Abs);
        double[] ratios = [.. points.Select(point => point.DiffusivityM2S / point.TrueDiffusivityM2S).Where(double.IsFinite).Order()];
        double ratio = ratios.Length > 0 ? ratios[ratios.Length / 2] : double.NaN;
        bool close = worst < 20 && ratio is > 0.5 and < 2;
        string verdict = $"After {Quantity.Duration(Rest)} the voltage at rest is within {Text.Of(worst, "mV")} of the open-circuit potential; the diffusivity from the root-of-time slope is {Quantity.Number(ratio, 2)} times the true one in the median of {Quantity.Count(ratios.Length, "pulse")}.";
        return new Findings
        {
            Title = $"Titration of {cell.Name}",
            Conditions = [.. bench.Described(), Text.Celsius(celsius), $"pulses at {Text.Rate(Rate)}, {Quantity.Count(Pulses, "pulse")} from full to empty", $"{Quantity.Duration(Rest)} of rest"],
            Summary = new TitrationSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = close,
                TemperatureC = celsius,
                Rate = Rate,
                RestS = Rest,
                OpenCircuitRmsMv = rms,
                OpenCircuitMaxMv = worst,
                DiffusivityRatio = ratio,
                Points = points,
            },
            Cards =
            [
                new("Rest against open circuit", Text.Of(rms, "mV"), $"RMS; at worst {Text.Of(worst, "mV")}"),
                new("Diffusivity, recovered", $"{Quantity.Number(ratio, 2)} of the true", "median of all pulses"),
                new("It ranges", $"{Power(ratios.Length > 0 ? points.Where(point => double.IsFinite(point.DiffusivityM2S)).Min(point => point.DiffusivityM2S) : double.NaN)} m²/s", $"to {Power(points.Where(point => double.IsFinite(point.DiffusivityM2S)).Select(point => point.DiffusivityM2S).DefaultIfEmpty(double.NaN).Max())} m²/s over the charge"),
                new("Resistance at once", Text.Of(points[points.Length / 4].OhmicOhmCm2, "Ω cm²"), $"{Quantity.Duration(Settled)} after a step, at {Quantity.Of(points[points.Length / 4].SocPercent, 0, "%")}"),
            ],
            Charts = [.. Charts(runs)],
            Listings =
            [
                new("Every pulse", ["direction", "charge, %", "x", "rest, V", "open circuit, V", "Ω cm²", "D found, m²/s", "D true, m²/s", "ratio"], [.. points.Select(point => (string[])
                [
                    point.Direction, Quantity.Number(point.SocPercent, 1), Quantity.Number(point.Stoichiometry, 3), Quantity.Number(point.RestV, 4), Quantity.Number(point.OpenCircuitV, 4), Quantity.Number(point.OhmicOhmCm2),
                    Power(point.DiffusivityM2S), Power(point.TrueDiffusivityM2S), Quantity.Number(point.DiffusivityM2S / point.TrueDiffusivityM2S, 2),
                ])]) { OnTerminal = false },
            ],
            Tables = [Points(points), Traces(runs)],
            Reading =
            [
                "A pulse moves the state of charge by an equal part; the rest lets the profile in the active material level out. What is left between rest and open circuit is what a longer rest would still take away.",
                "The diffusivity is what a laboratory would find from voltage and current alone: voltage against the root of time at the begin of a pulse, and the slope of the rest voltages. The true one is the material's own. They part where the potential is not straight over a pulse, where the exchange current changes along with the surface, where the current is not even over a composite electrode, and where ion pairs of a glass relax while lithium diffuses: their voltage adds to the slope, and the diffusivity reads too low.",
            ],
        };
    }

    private static IEnumerable<XyChart> Charts(Series[] runs)
    {
        TitrationPoint[] discharge = [.. runs[0].Points];
        TitrationPoint[] charge = [.. runs[1].Points];
        yield return new XyChart
        {
            Title = "Voltage at rest",
            YName = "voltage, V",
            XName = "state of charge, %",
            File = PointsFile,
            Curves =
            [
                new("after a discharge pulse", [.. discharge.Select(point => point.SocPercent)], [.. discharge.Select(point => point.RestV)]) { Marked = true, Joined = false },
                new("after a charge pulse", [.. charge.Select(point => point.SocPercent)], [.. charge.Select(point => point.RestV)]) { Marked = true, Joined = false },
                new("open circuit, true", [.. discharge.Concat(charge).OrderBy(point => point.SocPercent).Select(point => point.SocPercent)], [.. discharge.Concat(charge).OrderBy(point => point.SocPercent).Select(point => point.OpenCircuitV)]) { Dashed = true, Colour = XyChart.Colours - 1 },
            ],
        };
        TitrationPoint[] all = [.. discharge.Concat(charge).OrderBy(point => point.Stoichiometry)];
        yield return new XyChart
        {
            Title = "Diffusivity",
            YName = "D, m²/s",
            XName = "stoichiometry of the positive electrode",
            File = PointsFile,
            YLogarithmic = true,
            Curves =
            [
                new("from discharge pulses", [.. discharge.Select(point => point.Stoichiometry)], [.. discharge.Select(point => point.DiffusivityM2S)]) { Marked = true, Joined = false },
                new("from charge pulses", [.. charge.Select(point => point.Stoichiometry)], [.. charge.Select(point => point.DiffusivityM2S)]) { Marked = true, Joined = false },
                new("true", [.. all.Select(point => point.Stoichiometry)], [.. all.Select(point => point.TrueDiffusivityM2S)]) { Dashed = true, Colour = XyChart.Colours - 1 },
            ],
        };
        foreach ((Series run, string title) in runs.Zip(["Discharge", "Charge"]))
        {
            yield return new XyChart
            {
                Title = title,
                YName = "voltage, V",
                XName = "time, h",
                File = TraceFile,
                Curves = [new("voltage", [.. run.Trace.Select(sample => sample.Time / 3600)], [.. run.Trace.Select(sample => sample.Voltage)])],
            };
        }
    }

    private static DataTable Points(TitrationPoint[] points)
    {
        var table = new DataTable(PointsFile,
        [
            new("direction", "discharge from full, or charge from empty"),
            new("true_soc", "state of charge at rest after the pulse, 0..1"),
            new("stoichiometry", "of the positive electrode in the middle of the pulse"),
            new("voltage_volt", "at the end of the rest"),
            new("open_circuit_voltage_volt", "of the true cell at that state"),
            new("area_resistance_ohm_cm2", "from the jump at the start of the pulse"),
            new("diffusivity_m2_per_second", "from the root-of-time slope"),
            new("true_diffusivity_m2_per_second", "of the active material at that stoichiometry and temperature"),
        ]);
        foreach (TitrationPoint point in points)
        {
            table.Add(point.Direction, point.SocPercent / 100, point.Stoichiometry, point.RestV, point.OpenCircuitV, point.OhmicOhmCm2, point.DiffusivityM2S, point.TrueDiffusivityM2S);
        }

        return table;
    }

    private static DataTable Traces(Series[] runs)
    {
        var table = new DataTable(TraceFile,
        [
            new("direction", "discharge from full, or charge from empty"),
            new("test_time_second", "time since the start of that direction"),
            new("current_ampere", "current, positive on charge"),
            new("voltage_volt", "terminal voltage"),
            new("true_soc", "state of charge, 0..1"),
        ]);
        foreach ((Series run, string direction) in runs.Zip(["discharge", "charge"]))
        {
            foreach ((double time, double current, double voltage, double soc) in run.Trace)
            {
                table.Add(direction, time, current, voltage, soc);
            }
        }

        return table;
    }

    private static string Power(double value) => double.IsFinite(value) ? value.ToString("0.0e-00", System.Globalization.CultureInfo.InvariantCulture) : "–";

    private sealed record Series(IReadOnlyList<TitrationPoint> Points, IReadOnlyList<(double Time, double Current, double Voltage, double Soc)> Trace);
}
