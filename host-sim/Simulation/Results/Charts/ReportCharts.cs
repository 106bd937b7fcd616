using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Bms.Simulation.Results.Charts;

/// <summary>The charts of a report: which quantities of a trace are drawn together, and how.</summary>
internal sealed class ReportCharts
{
    private const double Percent = 100;
    private const double MegapascalPerPascal = 1e-6;
    private const double FilamentGrowthLimit = 0.01;

    private readonly Trace _trace;
    private readonly ReportContext _context;
    private readonly IReadOnlyList<RunEvent> _events;
    private readonly CurrentRecord _currents;
    private readonly double[] _times;
    private readonly TimeAxis _time;
    private readonly LimiterColours _colours;
    private readonly List<Panel> _drawn = [];

    /// <summary>Prepares the charts of a complete trace of at least one row.</summary>
    public ReportCharts(Trace trace, ReportContext context, IReadOnlyList<RunEvent> events, CurrentRecord currents, LimiterColours colours)
    {
        _trace = trace;
        _context = context;
        _events = events;
        _currents = currents;
        _colours = colours;
        _times = Family.Of(trace, trace.Columns[0].Family)[0];
        _time = new TimeAxis(_times[0], _times[^1]);
    }

    /// <summary>Titles of the charts drawn, each with the columns that hold its series.</summary>
    public IEnumerable<(string Title, string Columns)> Sources => _drawn.Select(panel =>
        (panel.Title, string.Join(", ", panel.Series.SelectMany(series => series.Column.Split(' ')).Distinct())));

    /// <summary>Draws everything, in groups that share one line of times.</summary>
    public IEnumerable<XElement?> Render()
    {
        yield return Timeline.Render(_events, _time);
        yield return Draw(PackCurrent(), false, Strip());
        yield return Draw(LocalCurrent(), false);
        yield return Draw(CellVoltage(), false);
        yield return Draw(StateOfCharge(), true);
        yield return Draw(CoreTemperature(), false);
        yield return Draw(Heater(), false);
        yield return Draw(Gas(), false);
        yield return Draw(StackPressure(), false);
        yield return Draw(Contact(), false);
        yield return Draw(Filament(), true);
    }

    private XElement? Draw(Panel? panel, bool labelTime, params XElement?[] below)
    {
        if (panel is null)
        {
            return null;
        }

        _drawn.Add(panel);
        return panel.Render(_times, _time, labelTime, below);
    }

    private XElement?[] Strip()
    {
        var strip = new LimiterStrip(_times, _time, _colours);
        strip.Add("charge", _currents.ChargeLimiters, _currents.ChargeBinding, _currents.ChargeHeldBack);
        strip.Add("discharge", _currents.DischargeLimiters, _currents.DischargeBinding, _currents.DischargeHeldBack);
        return [strip.Render(), strip.Legend()];
    }

    private Panel PackCurrent()
    {
        double[] lowest = [.. _currents.DischargeLimit.Select(limit => -limit)];
        return new Panel
        {
            Title = "Pack current",
            Unit = "A, positive on charge",
            Symbol = "A",
            Height = 190,
            Includes = 0,
            LeastSpan = 0.001 * Math.Max(1, _currents.Request.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max()),
            Decimals = 2,
            Episodes = Episodes("overcurrent"),
            Series =
            [
                new("allowed", $"{ColumnName.ChargeLimit} {ColumnName.DischargeLimit}", "area allowed", lowest, _currents.ChargeLimit) { Scales = false, Inner = true },
                new("asked for", ColumnName.RequestedCurrent, "line request", _currents.Request),
                new("current", ColumnName.Current, "line truth", _currents.Current),
                new("charge limit", ColumnName.ChargeLimit, "line thin allowed", _currents.ChargeLimit) { Scales = false, Named = false },
                new("discharge limit", ColumnName.DischargeLimit, "line thin allowed", lowest) { Scales = false, Named = false },
            ],
        };
    }

    private Panel? LocalCurrent()
    {
        Family local = Family.Of(_trace, ColumnName.TrueLocalCurrent);
        Family plating = Family.Of(_trace, ColumnName.TruePlatingLimit);
        Family stripping = Family.Of(_trace, ColumnName.TrueStrippingLimit);
        if (!local.Exists || plating.Count != local.Count || stripping.Count != local.Count)
        {
            return null;
        }

        int cell = local.Worst((member, row) => Math.Abs(local[member][row]) / (_currents.Current[row] > 0 ? plating : stripping)[member][row]);
        double[] signed = [.. local[cell].Zip(_currents.Current, (density, current) => Math.CopySign(density, current))];
        double[] lowest = [.. stripping[cell].Select(limit => -limit)];
        string index = local.IndexOf(cell);
        return new Panel
        {
            Title = "Local current density",
            Unit = $"mA/cm² of lithium in contact, cell {index}, the closest to its limits",
            Symbol = "mA/cm²",
            Height = 150,
            Includes = 0,
            LeastSpan = 0.1,
            Decimals = 3,
            Episodes = Episodes("plating", "stripping"),
            Series =
            [
                new("survivable", $"{plating.NameOf(cell)} {stripping.NameOf(cell)}", "area allowed", lowest, plating[cell]) { Scales = false, Inner = true },
                new("local current", local.NameOf(cell), "line truth", signed),
                new("plating limit", plating.NameOf(cell), "line plating", plating[cell]) { Scales = false },
                new("stripping limit", stripping.NameOf(cell), "line stripping", lowest) { Scales = false },
            ],
        };
    }

    private Panel? CellVoltage() => Spread(ColumnName.CellVoltage, 1, "cell", envelope => new Panel
    {
        Title = "Cell voltage",
        Unit = "V",
        Symbol = "V",
        LeastSpan = 0.2,
        Decimals = 3,
        Windows = [new(_context.Windows.Voltage_V, string.Empty)],
        Episodes = Episodes("voltage_high", "voltage_low"),
        Series = envelope,
    });

    private Panel? StateOfCharge()
    {
        Family truth = Family.Of(_trace, ColumnName.TrueSoc, Percent);
        Family estimate = Family.Of(_trace, ColumnName.EstimatedSoc, Percent);
        if (!truth.Exists || estimate.Count != truth.Count)
        {
            return null;
        }

        int cell = truth.Worst((member, row) => Math.Abs(truth[member][row] - estimate[member][row]));
        string index = truth.IndexOf(cell);
        return new Panel
        {
            Title = "State of charge",
            Unit = truth.Count > 1 ? $"%, cell {index}, where the estimate strays farthest" : "%",
            Symbol = "%",
            LeastSpan = 5,
            Possible = new Window(0, Percent),
            Decimals = 2,
            Episodes = Episodes("surface_high", "surface_low"),
            Series =
            [
                .. Envelope(truth, ColumnName.TrueSoc, "cell"),
                new("truth", truth.NameOf(cell), "line truth", truth[cell]),
                new("estimate", estimate.NameOf(cell), "line dashed", estimate[cell]),
            ],
        };
    }

    private Panel? CoreTemperature()
    {
        Family truth = Family.Of(_trace, ColumnName.TrueCoreTemperature);
        if (!truth.Exists)
        {
            return null;
        }

        int cell = truth.Worst((member, row) => truth[member][row]);
        Family estimate = Family.Of(_trace, ColumnName.EstimatedCoreTemperature);
        Family ambient = Family.Of(_trace, ColumnName.AmbientTemperature);
        return new Panel
        {
            Title = "Core temperature",
            Unit = truth.Count > 1 ? $"°C, cell {truth.IndexOf(cell)}, the hottest" : "°C",
            Symbol = "°C",
            LeastSpan = 10,
            Windows = [new(_context.Windows.Temperature_C, string.Empty), new(_context.Windows.DutyTemperature_C, "duty")],
            Episodes = Episodes("core_temperature_high", "core_temperature_low"),
            Series =
            [
                .. Optional(ambient, 0, "ambient", "line thin muted"),
                .. Envelope(truth, ColumnName.TrueCoreTemperature, "cell"),
                new("truth", truth.NameOf(cell), "line truth", truth[cell]),
                .. Optional(estimate, cell, "estimate", "line dashed"),
            ],
        };
    }

    private Panel? Heater()
    {
        Family heater = Family.Of(_trace, ColumnName.HeaterPower);
        return heater.Exists && heater[0].Any(power => power > 0)
            ? new Panel
            {
                Title = "Heater power",
                Unit = "W",
                Symbol = "W",
                Height = 60,
                Includes = 0,
                Series = [new("heater", ColumnName.HeaterPower, "line request", heater[0])],
            }
            : null;
    }

    private Panel? Gas()
    {
        Series[] gases = [.. new[] { ("H₂S", ColumnName.TrueHydrogenSulfide), ("PH₃", ColumnName.TruePhosphine), ("NH₃", ColumnName.TrueAmmonia) }
            .Select(gas => (Name: gas.Item1, Column: gas.Item2, Family: Family.Of(_trace, gas.Item2)))
            .Where(gas => gas.Family.Exists && gas.Family[0].Any(ppm => ppm > 0))
            .Select(gas => new Series(gas.Name, gas.Column, "line truth", gas.Family[0]))];
        return gases.Length > 0
            ? new Panel { Title = "Gas in the housing", Unit = "ppm", Symbol = "ppm", Height = 60, Includes = 0, Series = gases }
            : null;
    }

    private Panel? StackPressure() => Spread(ColumnName.AppliedPressure, MegapascalPerPascal, "clamp", envelope => new Panel
    {
        Title = "Stack pressure",
        Unit = "MPa",
        Symbol = "MPa",
        LeastSpan = 1,
        Decimals = 3,
        Windows =
        [
            new(_context.Windows.PressureTrue_MPa, string.Empty),
            new(_context.Windows.PressureHard_MPa, "fault"),
            new(_context.Windows.PressureWarning_MPa, "warning"),
        ],
        Episodes = Episodes("pressure_high", "pressure_low"),
        Series = envelope,
    });

    private Panel? Contact()
    {
        Family contact = Family.Of(_trace, ColumnName.TrueContact);
        return contact.Exists
            ? Worst(
                contact,
                ColumnName.TrueContact,
                contact.Worst((member, row) => -contact[member][row]),
                "the lowest",
                new("Contact factor", "share of the lithium interface that touches", 0.05, 4),
                [],
                [])
            : null;
    }

    private Panel? Filament()
    {
        Family filament = Family.Of(_trace, ColumnName.TrueFilament);
        if (!filament.Exists)
        {
            return null;
        }

        double start = filament.Highest()[0];
        return Worst(
            filament,
            ColumnName.TrueFilament,
            filament.Worst((member, row) => filament[member][row]),
            "the highest",
            new("Filament index", "1 is a short", 0.002, 6),
            [new(new Window(double.NegativeInfinity, start + FilamentGrowthLimit), string.Empty)],
            Episodes("filament"));
    }

    private static Panel Worst(
        Family family,
        string column,
        int member,
        string why,
        Frame frame,
        IReadOnlyList<PanelWindow> windows,
        IReadOnlyList<ViolationEpisode> episodes)
    {
        return new Panel
        {
            Title = frame.Title,
            Unit = family.Count > 1 ? $"{frame.Unit}, cell {family.IndexOf(member)}, {why}" : frame.Unit,
            Symbol = string.Empty,
            Height = 90,
            LeastSpan = frame.LeastSpan,
            Decimals = frame.Decimals,
            Possible = new Window(0, 1),
            Windows = windows,
            Episodes = episodes,
            Series = [.. Envelope(family, column, "cell"), new("truth", family.NameOf(member), "line truth", family[member])],
        };
    }

    private Panel? Spread(string column, double scale, string place, Func<IReadOnlyList<Series>, Panel> make)
    {
        Family family = Family.Of(_trace, column, scale);
        if (!family.Exists)
        {
            return null;
        }

        Series[] one = [new(place, family.NameOf(0), "line truth", family[0])];
        Series[] many =
        [
            .. Envelope(family, column, place),
            new($"lowest {place}", $"{column}[*]", "line thin truth", family.Lowest()) { Named = false },
            new($"highest {place}", $"{column}[*]", "line thin truth", family.Highest()) { Named = false },
        ];
        return make(family.Count == 1 ? one : many);
    }

    private static IEnumerable<Series> Envelope(Family family, string column, string place) =>
        family.Count > 1 ? [new($"all {family.Count} {place}s", $"{column}[*]", "area truth", family.Lowest(), family.Highest())] : [];

    private static IEnumerable<Series> Optional(Family family, int member, string label, string style) =>
        member < family.Count ? [new(label, family.NameOf(member), style, family[member])] : [];

    private IReadOnlyList<ViolationEpisode> Episodes(params string[] keys) => [.. _context.Episodes.Where(episode => keys.Contains(episode.Key))];

    private sealed record Frame(string Title, string Unit, double LeastSpan, int Decimals);
}
