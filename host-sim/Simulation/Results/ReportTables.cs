using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Bms.Simulation.Results.Charts;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Results;

/// <summary>What a report says in words and numbers, around its charts.</summary>
internal sealed class ReportTables(RunSummary summary, Trace trace, ReportContext context, IReadOnlyList<RunEvent> events)
{
    private const int ShownAtOnce = 30;
    private const int ShownAtMost = 500;
    private const double BarWidth = 320;

    /// <summary>The line under the verdict: what was run.</summary>
    public XElement Conditions() => Element(
        "p",
        "conditions",
        string.Join(" · ",
        [
            Foreign(context.ProfileTitle),
            Quantity.Count(summary.Cells, "cell") + (summary.Cells > 1 ? " in series" : string.Empty),
            $"start at {Quantity.Of(context.Temperature_C, 0, "°C")} and {Quantity.Of(context.Pressure_MPa, 1, "MPa")}",
            $"{Quantity.Duration(summary.SimulatedTime_s)} simulated",
            string.Create(CultureInfo.InvariantCulture, $"seed {summary.Seed}"),
        ]));

    /// <summary>The few numbers that matter.</summary>
    public XElement Cards()
    {
        OperatingWindows windows = context.Windows;
        int exceeded = summary.ViolationTotal;
        string ignored = context.LimitsRespected ? "the limits never held it back" : "the limits were ignored";
        return Element(
            "dl",
            "cards",
            Card(
                "Limits of the true cell exceeded",
                exceeded.ToString(CultureInfo.InvariantCulture),
                exceeded == 0 ? $"by {TrueConstraint.All.Count} constraints on the truth" : "episodes, listed below",
                exceeded > 0 ? "bad" : null),
            Card(
                "Served of what was asked for",
                Quantity.Of(summary.Served_percent, 1, "%"),
                double.IsNaN(summary.ServedWhenLimited_percent)
                    ? ignored
                    : $"{Quantity.Of(summary.ServedWhenLimited_percent, 1, "%")} while it exceeded the limit"),
            Card(
                "State of charge error",
                Quantity.Of(summary.SocRmse_percent, 2, "%"),
                $"RMS; at worst {Quantity.Of(summary.SocMaxError_percent, 2, "%")}"),
            Card(
                "Diagnoses",
                summary.Diagnoses.Count.ToString(CultureInfo.InvariantCulture),
                summary.Diagnoses.Count == 0 ? "none was raised" : Foreign(string.Join(", ", summary.Diagnoses))),
            Card(
                "Cell voltage",
                Quantity.Range(summary.MinCell_mV / 1000, summary.MaxCell_mV / 1000, 3, "V"),
                $"window {Quantity.Range(windows.Voltage_V.Low, windows.Voltage_V.High, 2, "V")}"),
            Card(
                "Hottest core",
                Quantity.Of(summary.MaxCoreTemperature_C, 1, "°C"),
                $"window {Quantity.Range(windows.Temperature_C.Low, windows.Temperature_C.High, 0, "°C")}"),
            Card(
                "Stack pressure",
                Quantity.Range(summary.MinStackPressure_MPa, summary.MaxStackPressure_MPa, 2, "MPa"),
                $"true limits {Quantity.Range(windows.PressureTrue_MPa.Low, windows.PressureTrue_MPa.High, 2, "MPa")}"),
            Card(
                "Energy out",
                Energy(summary.EnergyOut_Wh),
                $"in {Energy(summary.EnergyIn_Wh)}; heater {Energy(summary.HeaterEnergy_Wh)}"));
    }

    /// <summary>For how long each limiter held the load back; nothing if none did.</summary>
    public XElement? HeldBack(LimiterColours colours)
    {
        (string Direction, string Limiter, double Seconds)[] rows =
        [
            .. Rows("charge", context.ChargeHeldBack_s),
            .. Rows("discharge", context.DischargeHeldBack_s),
        ];
        if (rows.Length == 0)
        {
            return null;
        }

        double longest = rows.Max(row => row.Seconds);
        return ReportPage.Section(
            context.LimitsRespected ? "What held the load back" : "What the limits would have held back",
            Table(
                ["direction", "limiter", "time", string.Empty, "share of the run"],
                rows.Select(row => (object[])
                [
                    row.Direction,
                    Foreign(Quantity.Words(row.Limiter)),
                    Quantity.Duration(row.Seconds),
                    Bar(row.Seconds / longest, colours[row.Limiter]),
                    Quantity.Of(100 * row.Seconds / summary.SimulatedTime_s, 1, "%"),
                ])));
    }

    /// <summary>Every episode in which a limit of the true cell was broken; nothing if there was none.</summary>
    public XElement? Episodes() => context.Episodes.Count == 0 ? null : ReportPage.Section(
        "Limits of the true cell exceeded",
        Table(
            ["began", "limit", "where", "lasted", "at worst"],
            context.Episodes.OrderBy(episode => episode.Start_s).Select(episode => (object[])
            [
                Quantity.Clock(episode.Start_s),
                EpisodeMarks.Words(episode),
                EpisodeMarks.Place(episode),
                Quantity.Duration(episode.Duration_s),
                EpisodeMarks.Worst(episode),
            ])));

    /// <summary>Everything that happened, in time order.</summary>
    public XElement? Events() => events.Count == 0 ? null : ReportPage.Section(
        "Events",
        Table(
            ["time", "what", string.Empty],
            events.OrderBy(happened => happened.Time).Select(happened => (object[])
            [
                Quantity.Clock(happened.Time), Quantity.Words(happened.Kind.ToString()), Foreign(happened.Text),
            ])));

    /// <summary>How to read the charts, what they can't say, and where their numbers are.</summary>
    public XElement Reading(IEnumerable<(string Title, string Columns)> sources) => ReportPage.Section(
        "How to read this",
        Element(
            "p",
            null,
            "“True” is the simulated cell itself, which the firmware never sees; “estimate” is what the firmware made of noisy ",
            "sensors. Soft green is where a value may be: the window of the profile, or the current allowed at every instant. ",
            "Where cells differ, the shaded area reaches from the lowest to the highest of them and the line is the cell named in ",
            "the title."),
        Element(
            "p",
            null,
            "A limit of the true cell counts as exceeded by the cell's own state and parameters, never by the firmware's margins. ",
            "“Served” is charge delivered over charge asked for, both directions as magnitudes: a battery that refuses everything ",
            "breaks no limit and serves nothing. Discharge limits and stripping limits are drawn below zero; in the file they are ",
            "magnitudes."),
        Element(
            "p",
            null,
            "The cell parameters are plausible and consistent with the literature they name, but no measured cell of this kind is ",
            "public: the numbers say how the firmware behaves on such a cell, not how a particular cell will."),
        Element("h3", null, "Where the numbers are"),
        Element(
            "p",
            null,
            Element("code", null, ResultFolder.TraceFile),
            $" holds {Rows()}. Point at a chart to read a stretch of time; the exact figures are in ",
            Element("code", null, ResultFolder.SummaryFile),
            "."),
        Table(["chart", $"columns of {ResultFolder.TraceFile}"], sources.Select(source => (object[])[source.Title, Element("code", null, Foreign(source.Columns))])),
        Element("p", "fine", string.Join(" · ",
        [
            Foreign(summary.Scenario),
            Foreign(summary.Profile),
            $"decisions {Foreign(summary.Digest)}",
            $"computed in {Quantity.Duration(summary.WallTime_s)}, {Quantity.Number(summary.Speedup, 0)} times real time",
        ])));

    private static IEnumerable<(string Direction, string Limiter, double Seconds)> Rows(string direction, IReadOnlyDictionary<string, double> seconds) =>
        seconds.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).Select(pair => (direction, pair.Key, pair.Value));

    private static string Energy(double energy_Wh) => energy_Wh >= 1000
        ? Quantity.Of(energy_Wh / 1000, 2, "kWh")
        : Quantity.Of(energy_Wh, Quantity.DecimalsFor(energy_Wh, 3), "Wh");

    private static XElement Bar(double share, string colour) => Element(
        "svg",
        "bar",
        Set("viewBox", $"0 0 {Length(BarWidth)} 12"),
        Box(0, 1, Math.Max(1, BarWidth * share), 10, $"limiter {colour}", null));

    internal static XElement Card(string name, string value, string detail, string? style = null) =>
        Element("div", style, Element("dt", null, name), Element("dd", "value", value), Element("dd", null, detail));

    internal static object[] Table(string[] heads, IEnumerable<object[]> rows)
    {
        object[][] all = [.. rows];
        var parts = new List<object> { Body(heads, all.Take(ShownAtOnce)) };
        if (all.Length > ShownAtOnce)
        {
            parts.Add(Element(
                "details",
                null,
                Element("summary", null, Quantity.Count(Math.Min(all.Length, ShownAtMost) - ShownAtOnce, "more row")),
                Body(heads, all.Skip(ShownAtOnce).Take(ShownAtMost - ShownAtOnce))));
        }

        if (all.Length > ShownAtMost)
        {
            parts.Add(Element("p", "fine", string.Create(CultureInfo.InvariantCulture, $"The first {ShownAtMost} of {all.Length} are listed.")));
        }

        return [.. parts];
    }

    private static XElement Body(string[] heads, IEnumerable<object[]> rows) => Element(
        "table",
        null,
        Element("thead", null, Element("tr", null, heads.Select(head => Element("th", null, head)))),
        Element("tbody", null, rows.Select(row => Element("tr", null, row.Select(cell => Element("td", null, cell))))));

    private string Rows() => Quantity.Count(trace.Count, "row") + " of instantaneous values" + (trace.Interval_s == 0
        ? ", one a second"
        : $": of every {Quantity.Of(trace.Interval_s, 1, "s")} the first, and those at which current, request, a limit, a cell's voltage, "
            + "a local current or a pressure is lowest or highest");
}
