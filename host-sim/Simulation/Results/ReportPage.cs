using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Bms.Simulation.Results.Charts;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Results;

/// <summary>
/// The report of a run: one page that needs no script, no network and no font of its own. It is XML as well as HTML, so that it
/// can be read by a program too.
/// </summary>
public static class ReportPage
{
    /// <summary>Renders the page of a complete trace.</summary>
    /// <exception cref="InvalidOperationException">The trace is not complete.</exception>
    public static string Render(RunSummary summary, Trace trace, ReportContext context, IReadOnlyList<RunEvent> events)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(events);
        if (!trace.IsComplete)
        {
            throw new InvalidOperationException("the trace is not complete: call Complete first");
        }

        var currents = new CurrentRecord(trace);
        var colours = new LimiterColours(context.ChargeHeldBack_s.Keys.Concat(context.DischargeHeldBack_s.Keys).Concat(Seen(currents)));
        ReportCharts? charts = trace.Count > 0 ? new ReportCharts(trace, context, events, currents, colours) : null;
        var tables = new ReportTables(summary, trace, context, events);
        Verdict verdict = Verdict.Of(summary, trace, context, currents);
        string title = Foreign(context.Title);
        return ReportDocument.Render(
            title,
            ReportStyle.Sheet,
            Element(
                "header",
                null,
                Element("p", "run", title),
                Element("h1", verdict.IsGood ? "good" : "bad", Foreign(verdict.Sentence)),
                tables.Conditions()),
            tables.Cards(),
            Section("The run", charts?.Render().ToArray() ?? [Element("p", null, "The trace holds no row.")]),
            tables.HeldBack(colours),
            tables.Episodes(),
            tables.Events(),
            tables.Reading(charts?.Sources ?? []));
    }

    internal static XElement Section(string title, params object?[] content) => Element("section", null, "\n", Element("h2", null, title), content);

    private static IEnumerable<string> Seen(CurrentRecord currents) =>
        Names(currents.ChargeLimiters, currents.ChargeBinding).Concat(Names(currents.DischargeLimiters, currents.DischargeBinding));

    private static IEnumerable<string> Names(IReadOnlyList<string> limiters, double[] binding) =>
        binding.Distinct().Where(number => number >= 0 && number < limiters.Count).Order().Select(number => limiters[(int)number]);
}
