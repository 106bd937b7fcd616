using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Bms.Simulation.Campaigns.Scoring;
using Bms.Simulation.Laboratory.Charts;
using Bms.Simulation.Laboratory.Reporting;
using Bms.Simulation.Results;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Campaigns.Reporting;

/// <summary>The report of a campaign: verdict, the few figures, how they are distributed over the runs, every scenario.</summary>
internal static class JudgePage
{
    /// <summary>Renders the page.</summary>
    public static string Render(JudgeSummary summary, IReadOnlyList<CampaignRun> runs)
    {
        string title = $"The firmware judged by {summary.Runs} runs";
        return ReportDocument.Render(
            title,
            LaboratoryStyle.Sheet,
            Element(
                "header",
                null,
                Element("p", "run", title),
                Element("h1", summary.IsGood ? "good" : "bad", Foreign(summary.Verdict)),
                Element("p", "conditions", Foreign($"{summary.Profile} · {summary.PerScenario.Count} scenarios · {summary.Seeds} runs of each{(summary.Without.Count == 0 ? string.Empty : $" · without {string.Join(", ", summary.Without)}")}"))),
            Element("dl", "cards", JudgeListing.Cards(summary).Select(card => ReportTables.Card(card.Name, card.Value, card.Detail))),
            ReportPage.Section("Over all runs", Element("div", "charts", Charts(runs).Select(chart => chart.Render()))),
            ReportPage.Section("By scenario", ReportTables.Table(JudgeListing.Heads, summary.PerScenario.Select(row => JudgeListing.Row(row).Cast<object>().ToArray()))),
            ReportPage.Section("What was exceeded", Exceeded(runs)),
            Reading());
    }

    private static IEnumerable<XyChart> Charts(IReadOnlyList<CampaignRun> runs)
    {
        yield return Distribution("Utilisation", "of the clairvoyant's charge, %", ("firmware", run => run.Utilisation), ("data sheet, where it breaks nothing", run => CampaignRun.Total(run.ViolationsStatic) == 0 ? run.UtilisationStatic : null));
        yield return Distribution("State-of-charge error", "from minute 30, %", ("RMS", run => Finite(run.WarmSoc.Rms)), ("largest", run => Finite(run.WarmSoc.Worst)), ("RMS below 0 °C", run => Finite(run.ColdSoc.Rms)), ("largest below 0 °C", run => Finite(run.ColdSoc.Worst)));
        yield return Distribution("Served", "of what was asked for, %", ("firmware", run => run.Served), ("clairvoyant", run => 100 * run.DeliveredOracleAh / run.RequestedAh), ("data sheet", run => 100 * run.DeliveredStaticAh / run.RequestedAh));
        yield return Distribution("Chatter", "reversals of a limit an hour", ("firmware", run => run.Chatter));

        XyChart Distribution(string name, string quantity, params (string Label, Func<CampaignRun, double?> Value)[] values) => new()
        {
            Title = name,
            XName = quantity,
            YName = "share of the runs at or below, %",
            File = CampaignFolder.ParquetFileName,
            Curves = [.. values.Select(value => Cumulative(value.Label, [.. runs.Select(value.Value).OfType<double>().Order()])).Where(curve => curve.X.Length > 0)],
        };
    }

    // Steps: each run adds its share at its value.
    private static Curve Cumulative(string label, double[] sorted) => new(
        label,
        [.. sorted.SelectMany(value => (double[])[value, value])],
        [.. Enumerable.Range(0, sorted.Length).SelectMany(k => (double[])[100.0 * k / sorted.Length, 100.0 * (k + 1) / sorted.Length])]);

    private static object Exceeded(IReadOnlyList<CampaignRun> runs)
    {
        object[][] rows =
        [
            .. from run in runs
               from column in ((string, IReadOnlyList<ViolationCount>)[])[("firmware", run.Violations), ("tunables off", run.ViolationsTunablesOff), ("clairvoyant", run.ViolationsOracle)]
               from each in column.Item2
               select (object[])[column.Item1, run.Scenario, $"{run.Seed}", each.Key, $"{each.Episodes}", each.Worst.ToString("G4", CultureInfo.InvariantCulture), JudgeListing.Digits(each.Seconds, 1), each.Integral.ToString("G3", CultureInfo.InvariantCulture)],
        ];
        return rows.Length == 0 ? Element("p", null, "Nothing.") : ReportTables.Table(["controller", "scenario", "run", "constraint", "episodes", "worst", "seconds", "integral"], rows);
    }

    private static XElement Reading() => ReportPage.Section(
        "How to read this",
        Element("p", null, "Every controller meets the same pack and the same request. Violations are judged on the hidden truth, never by the firmware's margins."),
        Element("p", null, "The clairvoyant knows states and parameters of the true pack and allows, every 10 s, the highest current that breaks nothing until it decides again. Utilisation is the charge moved over its charge, in the seconds in which it is limited itself. Tight: with its critical currents raised by 5 % it breaks something; asked of the runs in which plating limits it at all, or a critical current for 40 min."),
        Element("p", null, "The data sheet's limits stand in the profile; they get true temperatures, pressures and voltages. Tunables off: each tunable constant of the true cell's interfaces, lithium, critical currents, ageing, mechanics, heat and short circuit is drawn from 0.7 to 1.4 of the profile's, within its range, and the firmware does not know."),
        Element("p", null, $"Each run draws capacity within 10 % and resistance within 30 % for the whole pack, on top of the spread of its cells, and starts 20 % wrong in state of charge; errors count from minute 30. Chatter: a limit that turns within {Chatter.Window:0} s of its turn before by more than 2 % of 1C, or a binding reason that gives way and comes back within that time, per hour, both directions."),
        Element("h3", null, "Where the numbers are"),
        Element("p", null, Element("code", null, CampaignFolder.ParquetFileName), ": one row a run"),
        ReportTables.Table(["column", "meaning"], RunColumn.All.Select(column => (object[])[Element("code", null, column.Name), Foreign(column.Meaning)])));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
