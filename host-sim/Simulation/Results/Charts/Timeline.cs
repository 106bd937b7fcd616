using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Results.Charts;

/// <summary>The steps of the scenario and what happened in them, on the shared time axis.</summary>
internal static class Timeline
{
    private const double StepHeight = 22;
    private const double LaneHeight = 18;
    private const double TimeLabels = 20;
    private const double LetterWidth = 6.3;
    private const double Near = 11;
    private const int Listed = 8;

    private static readonly (EventKind Kind, string Name, string Mark)[] Lanes =
    [
        (EventKind.Scenario, "scenario", "M0 -5 5 0 0 5 -5 0Z"),
        (EventKind.Diagnosis, "diagnosis", "M0 -5 5 4 -5 4Z"),
        (EventKind.Contactor, "contactor", "M-4 -4H4V4H-4Z"),
        (EventKind.Violation, "violation", "M0 -5 1.5 -1.5 5 0 1.5 1.5 0 5 -1.5 1.5 -5 0 -1.5 -1.5Z"),
    ];

    /// <summary>Draws the figure; null if nothing happened.</summary>
    public static XElement? Render(IReadOnlyList<RunEvent> events, TimeAxis time)
    {
        (EventKind Kind, string Name, string Mark)[] lanes = [.. Lanes.Where(lane => events.Any(happened => happened.Kind == lane.Kind))];
        RunEvent[] steps = [.. events.Where(happened => happened.Kind == EventKind.Step).OrderBy(step => step.Time)];
        if (lanes.Length == 0 && steps.Length == 0)
        {
            return null;
        }

        double top = steps.Length > 0 ? StepHeight + 4 : 0;
        double height = top + (lanes.Length * LaneHeight) + TimeLabels;
        XElement chart = Panel.Chart("chart", height, "steps and events");
        if (steps.Length > 0)
        {
            chart.Add(Label(TimeAxis.Left - 7, 15, "step", "tick end"));
            chart.Add(Steps(steps, time));
        }

        for (int row = 0; row < lanes.Length; row++)
        {
            double y = top + (row * LaneHeight) + (LaneHeight / 2);
            chart.Add(Label(TimeAxis.Left - 7, y + 4, lanes[row].Name, "tick end"));
            chart.Add(Panel.Rule(TimeAxis.Left, y, TimeAxis.Left + TimeAxis.PlotWidth, y, "grid"));
            chart.Add(Marks([.. events.Where(happened => happened.Kind == lanes[row].Kind).OrderBy(happened => happened.Time)], lanes[row].Mark, y, time));
        }

        chart.Add(Panel.TimeTicks(time, height - 5));
        XElement caption = Element("figcaption", null, Element("strong", null, "What happened"), " ", Element("span", "unit", "time since the start"));
        return Element("figure", "panel", caption, chart);
    }

    private static IEnumerable<XElement> Steps(RunEvent[] steps, TimeAxis time)
    {
        for (int k = 0; k < steps.Length; k++)
        {
            double x = time.X(steps[k].Time);
            double end = k + 1 < steps.Length ? steps[k + 1].Time : time.End;
            double width = time.X(end) - x;
            string tooltip = $"{steps[k].Text}\n{Quantity.Clock(steps[k].Time)} to {Quantity.Clock(end)}";
            yield return Box(TimeAxis.Left + x, 0, Math.Max(width - 1, 0.5), StepHeight, "step", tooltip);
            int letters = (int)((width - 10) / LetterWidth);
            if (letters >= 4 && steps[k].Text.Length > 0)
            {
                string text = steps[k].Text.Length <= letters ? steps[k].Text : steps[k].Text[..(letters - 1)].TrimEnd() + "…";
                yield return Label(TimeAxis.Left + x + 5, 15, text, "on left");
            }
        }
    }

    private static IEnumerable<XElement> Marks(RunEvent[] events, string mark, double y, TimeAxis time)
    {
        for (int first = 0; first < events.Length;)
        {
            double x = time.X(events[first].Time);
            int end = first + 1;
            while (end < events.Length && time.X(events[end].Time) - x < Near)
            {
                end++;
            }

            string more = end - first > Listed ? $"\nand {end - first - Listed} more" : string.Empty;
            IEnumerable<string> told = events[first..Math.Min(end, first + Listed)].Select(happened => $"{Quantity.Clock(happened.Time)} {happened.Text}");
            yield return Element(
                "path",
                "mark",
                Set("transform", $"translate({Length(TimeAxis.Left + x)} {Length(y)})"),
                Set("d", mark),
                new XElement("title", Foreign(string.Join('\n', told) + more)));
            first = end;
        }
    }
}
