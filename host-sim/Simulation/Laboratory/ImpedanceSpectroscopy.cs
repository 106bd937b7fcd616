using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Bms.Plant.Electrodes;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Laboratory.Spectra;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>
/// Electrochemical impedance spectroscopy: the answer of a cell at rest to a small alternating current, from its equations made linear
/// at that state. The arcs are found in the spectrum itself and put beside what the parameters let expect.
/// </summary>
public sealed record ImpedanceSpectroscopy : IExperiment
{
    /// <summary>The word for it.</summary>
    public const string Word = "eis";

    private const string SpectrumFile = "points.csv";
    private const string ArcsFile = "arcs.csv";
    private const double BeyondFastest = 30;        // times the frequency of the fastest arc
    private const double Close = 0.25;              // of the resistance, or of the time constant
    private const double Small = 0.005;             // of the whole resistance: an arc that need not be found
    private const double Same = 0.1;                // decades between expected and found time constant
    private const double SamePeak = 1.5;            // factor in frequency
    private const double TailShown = 0.5;           // of all resistance: beyond it the blocking tail fills a Nyquist plot

    /// <inheritdoc/>
    public string Name => Word;

    /// <summary>Temperatures, degC, rising; null: the reference temperature.</summary>
    public IReadOnlyList<double>? Temperatures { get; init; }

    /// <summary>States of charge, 0..1, rising.</summary>
    public IReadOnlyList<double> StatesOfCharge { get; init; } = [0.2, 0.5, 0.8];

    /// <summary>Stack pressure, held, MPa; null: the profile's set pressure.</summary>
    public double? Pressure { get; init; }

    /// <summary>Lowest frequency, Hz.</summary>
    public double Lowest { get; init; } = 1e-4;

    /// <summary>Highest frequency, Hz; null: well above the fastest arc.</summary>
    public double? Highest { get; init; }

    /// <summary>Frequencies a decade.</summary>
    public int PerDecade { get; init; } = 20;

    /// <inheritdoc/>
    public Findings Run(Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        (double Celsius, double Soc)[] points = [.. from celsius in Temperatures ?? [bench.Reference] from soc in StatesOfCharge select (celsius, soc)];
        return Report(bench, bench.Each(points, point => Measure(bench, point.Celsius, point.Soc)));
    }

    private Spectrum Measure(Workbench bench, double celsius, double soc)
    {
        Pack pack = bench.Specimen(celsius, soc, Pressure ?? bench.Cell.Mechanics.SetPressure);
        IReadOnlyList<ExpectedArc> expected = ExpectedArcs.Of(bench.Cell, Workbench.ZeroCelsius + celsius, soc);
        double highest = Highest ?? Math.Pow(10, Math.Ceiling(Math.Log10(BeyondFastest / (2 * Math.PI * expected[0].TimeConstant))));
        int count = (int)Math.Ceiling(Math.Log10(highest / Lowest) * PerDecade);
        double area = 1e4 * bench.Cell.Cell.TotalArea;
        var samples = new List<CellImpedance>();
        for (int k = 0; k <= count; k++)
        {
            bench.Cancellation.ThrowIfCancellationRequested();
            samples.Add(pack.Impedance(0, highest * Math.Pow(Lowest / highest, (double)k / count)));
        }

        (double Frequency, Complex Impedance)[] whole = [.. samples.Select(sample => (sample.Frequency, area * sample.Terminal))];
        double[] peaks = [.. Peaks(whole)];
        return new Spectrum(
            new ImpedancePoint(celsius, 100 * soc, whole[0].Impedance.Real, peaks, Arcs(expected, RelaxationTimes.Of(whole), peaks)),
            area,
            samples);
    }

    private static IEnumerable<double> Peaks((double Frequency, Complex Impedance)[] spectrum) =>
        Enumerable.Range(1, spectrum.Length - 2)
            .Where(k => -spectrum[k].Impedance.Imaginary > -spectrum[k - 1].Impedance.Imaginary && -spectrum[k].Impedance.Imaginary >= -spectrum[k + 1].Impedance.Imaginary)
            .Select(k => spectrum[k].Frequency);

    // A process has the time constant of its largest relaxation. A peak of -Im is that of the largest arc at its place.
    private static ImpedanceArc[] Arcs(IReadOnlyList<ExpectedArc> expected, IReadOnlyList<Relaxation> found, double[] peaks)
    {
        ILookup<ExpectedArc, Relaxation> assigned = found.ToLookup(relaxation => Of(expected, relaxation));
        ImpedanceArc[] arcs = [.. expected.Select(arc => assigned[arc].MaxBy(relaxation => relaxation.Resistance) is { } largest
            ? new ImpedanceArc(arc.Process, arc.TimeConstant, 1e4 * arc.Resistance, largest.TimeConstant, largest.Frequency, assigned[arc].Sum(relaxation => relaxation.Resistance), arc.IsSpread, OwnPeak: false)
            : new ImpedanceArc(arc.Process, arc.TimeConstant, 1e4 * arc.Resistance, double.NaN, double.NaN, 0, arc.IsSpread, OwnPeak: false))];
        HashSet<string> own = [.. peaks.Select(peak => arcs
            .Where(arc => peak < SamePeak * arc.FrequencyHz && peak > arc.FrequencyHz / SamePeak).MaxBy(arc => arc.OhmCm2)?.Process).OfType<string>()];
        return [.. arcs.Select(arc => arc with { OwnPeak = own.Contains(arc.Process) })];
    }

    // Close to a single relaxation it is that one. Else it belongs to a process spread from its slowest one to ever faster ones.
    private static ExpectedArc Of(IReadOnlyList<ExpectedArc> expected, Relaxation relaxation)
    {
        double Decades(ExpectedArc arc) => Math.Log10(relaxation.TimeConstant / arc.TimeConstant);
        return expected.Where(arc => !arc.IsSpread && Math.Abs(Decades(arc)) < Same).MinBy(arc => Math.Abs(Decades(arc)))
            ?? expected.FirstOrDefault(arc => arc.IsSpread && Decades(arc) < Same)
            ?? expected.MinBy(arc => Math.Abs(Decades(arc)))!;
    }

    private static bool Agrees(ImpedanceArc arc, double whole) =>
        arc.Spread || arc.ExpectedOhmCm2 < Small * whole
        || (Math.Abs(arc.TauS / arc.ExpectedTauS - 1) < Close && Math.Abs(arc.OhmCm2 / arc.ExpectedOhmCm2 - 1) < Close);

    private static double BeforeDiffusion(ImpedancePoint point) =>
        point.HighOhmCm2 + point.Arcs.Where(arc => arc.Process is not (ExpectedArcs.Diffusion or ExpectedArcs.IonPairs)).Sum(arc => arc.OhmCm2);

    private Findings Report(Workbench bench, Spectrum[] spectra)
    {
        CellParameters cell = bench.Cell;
        ImpedancePoint[] points = [.. spectra.Select(spectrum => spectrum.Point)];
        Spectrum shown = spectra.MinBy(spectrum => (Math.Abs(spectrum.Point.TemperatureC - bench.Reference), Math.Abs(spectrum.Point.SocPercent - 50)))!;
        ImpedanceArc[] arcs = [.. shown.Point.Arcs.Where(arc => double.IsFinite(arc.TauS))];
        ImpedanceArc largest = arcs.Where(arc => !arc.Spread).MaxBy(arc => arc.OhmCm2) ?? shown.Point.Arcs[0];
        bool agree = points.All(point => point.Arcs.All(arc => Agrees(arc, point.Arcs.Sum(each => each.ExpectedOhmCm2))));
        string list = string.Join(", ", arcs.Where(arc => !arc.Spread).OrderByDescending(arc => arc.OhmCm2).Select(arc => $"{arc.Process} {Ohm(arc.OhmCm2)} at {Text.Frequency(arc.FrequencyHz)}"));
        string verdict = $"At {Text.Celsius(shown.Point.TemperatureC)} and {Quantity.Of(shown.Point.SocPercent, 0, "%")} the spectrum holds {list}{(agree ? ", each where its parameters let expect it" : ", of which not all are where their parameters let expect them")}.";
        return new Findings
        {
            Title = $"Impedance of {cell.Name}",
            Conditions = [.. bench.Described(), Text.Pressure(Pressure ?? cell.Mechanics.SetPressure), $"{Text.Frequency(Lowest)} to {Text.Frequency(shown.Samples[0].Frequency)}, {PerDecade} a decade", "at rest"],
            Summary = new ImpedanceSummary
            {
                Experiment = Word,
                Profile = cell.Name,
                Seed = bench.Seed,
                Without = bench.Without,
                Verdict = verdict,
                AsExpected = agree,
                PressureMpa = Pressure ?? cell.Mechanics.SetPressure,
                Points = points,
            },
            Cards =
            [
                new("At once", Ohm(shown.Point.HighOhmCm2), "at the highest frequency: contact, foils, interphase"),
                new("Largest arc", Ohm(largest.OhmCm2), $"{largest.Process}, {Text.Frequency(largest.FrequencyHz)}"),
                new("Before diffusion", Ohm(BeforeDiffusion(shown.Point)), "all but what diffusion adds"),
                new("Peaks of −Im", Quantity.Number(shown.Point.PeaksHz.Count, 0), "fewer than arcs where arcs lie over each other"),
            ],
            Charts = [.. Charts(spectra, shown)],
            Listings =
            [
                new("The arcs", ["°C", "%", "process", "τ expected", "τ found", "at", "Ω cm² expected", "found", "peak"], [.. points.SelectMany(point => point.Arcs.Select(arc => (string[])
                [
                    Text.Plain(point.TemperatureC), Quantity.Number(point.SocPercent, 0), arc.Process, Text.TimeConstant(arc.ExpectedTauS), Found(arc, Text.TimeConstant(arc.TauS)), Found(arc, Text.Frequency(arc.FrequencyHz)),
                    Quantity.Number(arc.ExpectedOhmCm2), Found(arc, Quantity.Number(arc.OhmCm2)), arc.OwnPeak ? "own" : arc.Spread ? "spread" : "merged",
                ]))]),
            ],
            Tables = [Points(spectra), Arcs(points)],
            Reading =
            [
                "The spectrum is computed from the equations of the cell made linear at its state, not from noise or a fit. The arcs are found in the whole spectrum by the distribution of its relaxation times: which resistances, none below zero, relax with which time constants. Then each goes to the process whose time constant it has, or else to one that is spread over many.",
                $"What is expected is worked out from parameters alone: a resistance times a capacitance. Diffusion in electrode and electrolyte, and the rails of a composite electrode with the double layers between them, are many relaxations: the slowest is named as expected, the largest as found. {(cell.Electrolyte.Pairs is null ? string.Empty : "Ion pairs relax as fast as some modes of diffusion, and only what both add up to can be told. ")}Below diffusion the cell blocks, since lithium can't leave it.",
                "Arcs whose time constants are close, or of which one is small, make one peak of −Im: the smaller is marked as merged.",
            ],
        };
    }

    private static IEnumerable<XyChart> Charts(Spectrum[] spectra, Spectrum shown)
    {
        bool several = spectra.Select(spectrum => spectrum.Point.TemperatureC).Distinct().Count() > 1;
        string NameOf(ImpedancePoint point) => several ? $"{Text.Celsius(point.TemperatureC)}, {Quantity.Of(point.SocPercent, 0, "%")}" : Quantity.Of(point.SocPercent, 0, "%");
        string at = NameOf(shown.Point);
        yield return Nyquist("Nyquist", [.. spectra.Select(spectrum => Locus(NameOf(spectrum.Point), spectrum, Shown(spectrum)))], []);

        ImpedanceArc[] kinetic = [.. shown.Point.Arcs.Where(arc => !arc.Spread && double.IsFinite(arc.TauS))];
        ImpedanceArc? slowest = kinetic.MaxBy(arc => arc.TauS);
        double split = kinetic.Length > 1 && slowest is not null ? Math.Sqrt(slowest.FrequencyHz * kinetic.Where(arc => arc != slowest).Min(arc => arc.FrequencyHz)) : 0;
        CellImpedance[] fast = [.. shown.Samples.Where(sample => sample.Frequency >= split)];
        yield return Nyquist($"Nyquist of the fast arcs, {at}", [Locus(at, shown, fast)], [.. kinetic.Where(arc => arc.FrequencyHz >= split).Select(arc => Tip(shown, arc))]);

        double[] frequencies = [.. shown.Samples.Select(sample => sample.Frequency)];
        yield return new XyChart
        {
            Title = "Bode, magnitude",
            YName = "|Z|, Ω cm²",
            XName = "frequency, Hz",
            File = SpectrumFile,
            XLogarithmic = true,
            YLogarithmic = true,
            Curves = [.. spectra.Select(spectrum => new Curve(NameOf(spectrum.Point), [.. spectrum.Samples.Select(sample => sample.Frequency)], [.. spectrum.Samples.Select(sample => spectrum.Area * Complex.Abs(sample.Terminal))]))],
        };
        yield return new XyChart
        {
            Title = "Bode, phase",
            YName = "phase, °",
            XName = "frequency, Hz",
            File = SpectrumFile,
            XLogarithmic = true,
            Includes = 0,
            Curves = [.. spectra.Select(spectrum => new Curve(NameOf(spectrum.Point), [.. spectrum.Samples.Select(sample => sample.Frequency)], [.. spectrum.Samples.Select(sample => double.RadiansToDegrees(sample.Terminal.Phase))]))],
        };
        yield return new XyChart
        {
            Title = $"What each process adds, {at}",
            YName = "−Im Z, Ω cm²",
            XName = "frequency, Hz",
            File = SpectrumFile,
            XLogarithmic = true,
            YLogarithmic = true,
            Floor = 1e-3 * kinetic.Select(arc => arc.OhmCm2).DefaultIfEmpty(1).Max(),
            Curves =
            [
                new("whole", frequencies, Imaginary(shown, sample => sample.Terminal)) { Colour = XyChart.Colours - 1 },
                new("positive", frequencies, Imaginary(shown, sample => sample.PositiveKinetics)) { Colour = 0 },
                new("lithium", frequencies, Imaginary(shown, sample => sample.NegativeKinetics)) { Colour = 1 },
                new("electrolyte", frequencies, Imaginary(shown, sample => sample.Separator)) { Colour = 2 },
                new("diffusion", frequencies, Imaginary(shown, sample => sample.Diffusion + sample.ElectrolyteDiffusion)) { Colour = 3 },
            ],
        };
        yield return new XyChart
        {
            Title = $"Relaxations, {at}",
            YName = "resistance, Ω cm²",
            XName = "time constant, s",
            File = ArcsFile,
            XLogarithmic = true,
            YLogarithmic = true,
            Curves =
            [
                new("expected", [.. shown.Point.Arcs.Select(arc => arc.ExpectedTauS)], [.. shown.Point.Arcs.Select(arc => arc.ExpectedOhmCm2)]) { Marked = true, Joined = false, Colour = XyChart.Colours - 1 },
                new("found", [.. shown.Point.Arcs.Select(arc => arc.TauS)], [.. shown.Point.Arcs.Select(arc => arc.OhmCm2)]) { Marked = true, Joined = false, Colour = 1 },
            ],
            Named = [.. shown.Point.Arcs.Where(arc => double.IsFinite(arc.TauS)).Select(arc => (arc.TauS, Math.Max(arc.OhmCm2, arc.ExpectedOhmCm2), arc.Process))],
            MarksNamed = false,
        };
    }

    private static XyChart Nyquist(string title, Curve[] curves, (double X, double Y, string Name)[] named) => new()
    {
        Title = title,
        YName = "−Im Z, Ω cm²",
        XName = "Re Z, Ω cm²",
        File = SpectrumFile,
        Equal = true,
        Includes = 0,
        Curves = curves,
        Named = named,
    };

    private static IEnumerable<CellImpedance> Shown(Spectrum spectrum)
    {
        double most = TailShown * BeforeDiffusion(spectrum.Point) / spectrum.Area;
        return spectrum.Samples.Where(sample => -sample.Terminal.Imaginary <= most);
    }

    private static Curve Locus(string name, Spectrum spectrum, IEnumerable<CellImpedance> samples)
    {
        Complex[] values = [.. samples.Select(sample => spectrum.Area * sample.Terminal)];
        return new Curve(name, [.. values.Select(value => value.Real)], [.. values.Select(value => -value.Imaginary)]);
    }

    private static (double X, double Y, string Name) Tip(Spectrum spectrum, ImpedanceArc arc)
    {
        CellImpedance nearest = spectrum.Samples.MinBy(sample => Math.Abs(Math.Log(sample.Frequency / arc.FrequencyHz)));
        Complex value = spectrum.Area * nearest.Terminal;
        return (value.Real, -value.Imaginary, $"{arc.Process}, {Text.Frequency(arc.FrequencyHz)}");
    }

    private static double[] Imaginary(Spectrum spectrum, Func<CellImpedance, Complex> term) =>
        [.. spectrum.Samples.Select(sample => -spectrum.Area * term(sample).Imaginary).Select(value => value > 0 ? value : double.NaN)];

    private static DataTable Points(Spectrum[] spectra)
    {
        (string Name, string Meaning, Func<CellImpedance, Complex> Pick)[] terms =
        [
            ("impedance", "of the cell", sample => sample.Terminal),
            ("positive", "of that: charge transfer and double layer of the positive electrode", sample => sample.PositiveKinetics),
            ("lithium", "of that: charge transfer and double layer of the lithium electrode", sample => sample.NegativeKinetics),
            ("electrolyte", "of that: electrolyte with its geometric capacitance", sample => sample.Separator),
            ("rails", "of that: ionic and electronic rail of the composite electrode", sample => sample.IonicRail + sample.ElectronicRail),
            ("diffusion", "of that: diffusion in the active material", sample => sample.Diffusion),
            ("ion_pairs", "of that: diffusion of ion pairs in the electrolyte", sample => sample.ElectrolyteDiffusion),
            ("resistive", "of that: contact, interphase, foils and tabs", sample => sample.Contact + sample.Interphase + sample.Series),
        ];
        var table = new DataTable(SpectrumFile,
        [
            new("ambient_temperature_celsius", "temperature of the cell"),
            new("soc_percent", "state of charge"),
            new("frequency_hertz", "frequency"),
            .. terms.SelectMany(term => (DataColumn[])[new($"{term.Name}_real_ohm_cm2", $"real part {term.Meaning}"), new($"{term.Name}_imaginary_ohm_cm2", $"imaginary part {term.Meaning}")]),
        ]);
        foreach (Spectrum spectrum in spectra)
        {
            foreach (CellImpedance sample in spectrum.Samples)
            {
                table.Add(
                [
                    spectrum.Point.TemperatureC,
                    spectrum.Point.SocPercent,
                    sample.Frequency,
                    .. terms.Select(term => spectrum.Area * term.Pick(sample)).SelectMany(value => (object[])[value.Real, value.Imaginary]),
                ]);
            }
        }

        return table;
    }

    private static DataTable Arcs(ImpedancePoint[] points)
    {
        var table = new DataTable(ArcsFile,
        [
            new("ambient_temperature_celsius", "temperature of the cell"),
            new("soc_percent", "state of charge"),
            new("process", "what relaxes"),
            new("expected_time_constant_second", "from the parameters"),
            new("expected_resistance_ohm_cm2", "from the parameters"),
            new("time_constant_second", "found in the spectrum"),
            new("frequency_hertz", "at the top of the arc found"),
            new("resistance_ohm_cm2", "found in the spectrum"),
            new("spread", "whether the process is many relaxations"),
            new("own_peak", "whether −Im of the whole spectrum has a peak there"),
        ]);
        foreach (ImpedancePoint point in points)
        {
            foreach (ImpedanceArc arc in point.Arcs)
            {
                table.Add(point.TemperatureC, point.SocPercent, arc.Process, arc.ExpectedTauS, arc.ExpectedOhmCm2, arc.TauS, arc.FrequencyHz, arc.OhmCm2, arc.Spread ? "yes" : "no", arc.OwnPeak ? "yes" : "no");
            }
        }

        return table;
    }

    private static string Ohm(double ohmCm2) => Text.Of(ohmCm2, "Ω cm²");

    private static string Found(ImpedanceArc arc, string text) => double.IsFinite(arc.TauS) ? text : "–";

    private sealed record Spectrum(ImpedancePoint Point, double Area, IReadOnlyList<CellImpedance> Samples);
}
