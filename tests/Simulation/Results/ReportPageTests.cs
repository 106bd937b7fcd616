using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Bms.Simulation.Results;
using Xunit;

namespace Bms.Simulation.Tests.Results;

public class ReportPageTests
{
    private const double PlotWidth = 980;

    public static TheoryData<string> EveryRun => ["day", "harm", "short"];

    [Theory, MemberData(nameof(EveryRun))]
    public void The_page_is_well_formed(string run) => Assert.Equal("html", Parsed(Run(run)).Root!.Name.LocalName);

    [Theory, MemberData(nameof(EveryRun))]
    public void The_page_needs_no_script_and_no_network(string run)
    {
        string html = Html(Run(run));
        XDocument page = XDocument.Parse(html);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "use");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "src");
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryRun))]
    public void The_page_stays_small(string run) => Assert.InRange(Html(Run(run)).Length, 10_000, 1_500_000);

    [Fact]
    public void A_noisy_hour_of_every_second_stays_small() => Assert.InRange(Html(new SyntheticRun(1, 128)).Length, 10_000, 1_500_000);

    [Fact]
    public void The_verdict_is_the_headline() => Assert.Equal(
        Verdict.Of(Samples.Day.Summary, Samples.Day.Trace, Samples.Day.Context).Sentence,
        Parsed(Samples.Day).Descendants("h1").Single().Value);

    [Fact]
    public void A_good_run_and_a_harmful_one_look_different()
    {
        Assert.Equal("good", Style(Parsed(Samples.Day).Descendants("h1").Single()));
        Assert.Equal("bad", Style(Parsed(Samples.Harm).Descendants("h1").Single()));
    }

    [Fact]
    public void Every_chart_has_title_and_unit()
    {
        string[] titles = ["What happened", "Pack current", "Local current density", "Cell voltage", "State of charge", "Core temperature", "Heater power", "Stack pressure", "Contact factor", "Filament index"];
        XElement[] captions = [.. Parsed(Samples.Day).Descendants("figcaption")];
        Assert.Equal(titles, captions.Select(caption => caption.Element("strong")!.Value));
        Assert.All(captions, caption => Assert.NotEmpty(caption.Elements("span").First(span => Style(span) == "unit").Value));
    }

    [Theory, MemberData(nameof(EveryRun))]
    public void No_axis_has_more_than_five_ticks_and_none_fewer_than_two(string run)
    {
        foreach (XElement chart in Charts(Parsed(Run(run))))
        {
            double[][] lines = [.. chart.Descendants("line").Select(line => (double[])[Number(line, "x1"), Number(line, "y1"), Number(line, "x2"), Number(line, "y2")])];
            Assert.InRange(lines.Count(line => line[1] == line[3]), 2, 5);
            Assert.InRange(lines.Count(line => line[0] == line[2]), 2, 5);
        }
    }

    [Theory]
    [InlineData("Pack current")]
    [InlineData("Local current density")]
    [InlineData("Heater power")]
    public void Axes_of_flows_show_their_zero(string title)
    {
        XElement chart = Charts(Parsed(Samples.Short)).Single(svg => svg.Attribute("aria-label")!.Value.StartsWith(title, StringComparison.Ordinal));
        Assert.Contains(chart.Elements("text"), text => Style(text) == "tick end" && double.TryParse(text.Value, CultureInfo.InvariantCulture, out double tick) && tick == 0);
    }

    [Theory, MemberData(nameof(EveryRun))]
    public void All_charts_share_one_time_axis(string run)
    {
        double[][] ticks = [.. Charts(Parsed(Run(run))).Select(chart => chart.Descendants("line").Where(line => Number(line, "x1") == Number(line, "x2")).Select(line => Number(line, "x1")).ToArray())];
        Assert.All(ticks, chart => Assert.Equal(ticks[0], chart));
    }

    [Theory, MemberData(nameof(EveryRun))]
    public void The_strip_of_each_direction_covers_the_run_without_gap(string run)
    {
        XElement strip = Parsed(Run(run)).Descendants("svg").Single(svg => Style(svg) == "chart strip");
        IGrouping<string, XElement>[] rows = [.. strip.Elements("rect").GroupBy(rect => rect.Attribute("y")!.Value)];
        Assert.Equal(2, rows.Length);
        foreach (IGrouping<string, XElement> row in rows)
        {
            double end = Number(row.First(), "x");
            double start = end;
            foreach (XElement segment in row)
            {
                Assert.Equal(end, Number(segment, "x"), 0.001);
                end = Number(segment, "x") + Number(segment, "width");
            }

            Assert.Equal(PlotWidth, end - start, 0.001);
        }
    }

    [Fact]
    public void The_strip_tells_held_back_from_merely_lowest()
    {
        XElement[] segments = [.. Parsed(Samples.Day).Descendants("rect").Where(rect => Style(rect).StartsWith("limiter", StringComparison.Ordinal) && rect.Element("title") is not null)];
        Assert.Contains(segments, segment => Style(segment) == "limiter vermillion" && segment.Value.Contains("stripping: more discharge was asked for", StringComparison.Ordinal));
        Assert.Contains(segments, segment => Style(segment) == "limiter purple pale" && segment.Value.Contains("plating: the lowest limit, not reached", StringComparison.Ordinal));
    }

    [Fact]
    public void One_second_of_low_voltage_reaches_the_bottom_of_its_chart()
    {
        Trace flat = Traced(second => second == 1801 ? 3.1 : 4.0, 3600);
        XElement chart = Charts(Parsed(Samples.Short.Summary, flat)).Single(svg => svg.Attribute("aria-label")!.Value.StartsWith("Cell voltage", StringComparison.Ordinal));
        double[] heights = [.. Points(chart).Select(point => point.Y)];
        Assert.True(heights.Max() - heights.Min() > 60, "the dip is drawn over most of the chart");
    }

    [Fact]
    public void Unknown_values_leave_a_gap()
    {
        Trace broken = Traced(second => second is > 1000 and < 2000 ? double.NaN : 4.0 + (0.1 * Math.Sin(second)), 3600);
        XElement chart = Charts(Parsed(Samples.Short.Summary, broken)).Single(svg => svg.Attribute("aria-label")!.Value.StartsWith("Cell voltage", StringComparison.Ordinal));
        Assert.DoesNotContain(Points(chart), point => point.X > PlotWidth * 1010 / 3600 && point.X < PlotWidth * 1990 / 3600);
        Assert.Equal(2, chart.Descendants("path").Single().Attribute("d")!.Value.Count(letter => letter == 'M'));
    }

    [Fact]
    public void Many_cells_take_no_more_lines_than_few() => Assert.Equal(
        Parsed(new SyntheticRun(1, 32)).Descendants("path").Count(),
        Parsed(new SyntheticRun(1, 128)).Descendants("path").Count());

    [Theory, MemberData(nameof(EveryRun))]
    public void Every_plotted_series_is_named_by_its_column(string run)
    {
        SyntheticRun made = Run(run);
        string[] listed = [.. Parsed(made).Descendants("td").Elements("code").SelectMany(code => code.Value.Split(", "))];
        Assert.NotEmpty(listed);
        Assert.All(listed, name => Assert.Contains(made.Trace.Columns, column => column.Name == name || (name.EndsWith("[*]", StringComparison.Ordinal) && column.Family == name[..^3])));
    }

    [Fact]
    public void Episodes_are_shaded_in_the_chart_they_belong_to_and_listed()
    {
        XDocument page = Parsed(Samples.Harm);
        XElement[] shaded = [.. Charts(page).Where(chart => chart.Descendants("rect").Any(rect => Style(rect) == "episode"))];
        Assert.StartsWith("Local current density", Assert.Single(shaded).Attribute("aria-label")!.Value, StringComparison.Ordinal);
        XElement section = page.Descendants("section").Single(part => part.Element("h2")!.Value == "Limits of the true cell exceeded");
        Assert.Equal(Samples.Harm.Context.Episodes.Count, section.Descendants("tbody").Elements("tr").Count());
    }

    [Fact]
    public void Text_from_outside_is_text()
    {
        const string Nasty = "<b onload=\"x\">&amp; 'a' ]]> \u0001 \uD800 🔋 end";
        XDocument page = Parsed(Samples.Short.Summary, Samples.Short.Trace, Samples.Short.Context with { Title = Nasty, ProfileTitle = Nasty }, [new RunEvent(5, Nasty, EventKind.Scenario), new RunEvent(6, Nasty, EventKind.Step)]);
        Assert.Empty(page.Descendants("b"));
        Assert.Equal(Nasty.Replace('\u0001', '\uFFFD').Replace("\uD800 ", "\uFFFD ", StringComparison.Ordinal), page.Descendants("p").First().Value);
    }

    [Fact]
    public void Every_event_is_told_in_time_order()
    {
        RunEvent[] events = [new(50, "later", EventKind.Diagnosis), new(10, "earlier", EventKind.Contactor)];
        XElement section = Parsed(Samples.Short.Summary, Samples.Short.Trace, events: events).Descendants("section").Single(part => part.Element("h2")!.Value == "Events");
        Assert.Equal(["0:00:10contactorearlier", "0:00:50diagnosislater"], section.Descendants("tbody").Elements("tr").Select(row => row.Value));
    }

    [Fact]
    public void Ten_thousand_events_stay_readable()
    {
        RunEvent[] events = [.. Enumerable.Range(0, 10_000).Select(k => new RunEvent(k * 0.3, $"event {k}", EventKind.Diagnosis))];
        string html = ReportPage.Render(Samples.Short.Summary, Samples.Short.Trace, Samples.Short.Context, events);
        Assert.InRange(html.Length, 10_000, 1_500_000);
        Assert.Contains("The first 500 of 10000 are listed.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_names_never_run_over_their_step()
    {
        RunEvent[] events = [.. Enumerable.Range(0, 12).Select(k => new RunEvent(k * k * 20, "Charge at 1.5C until 4.15 V and then rest for a very long time", EventKind.Step))];
        XDocument page = Parsed(Samples.Short.Summary, Samples.Short.Trace, events: events);
        XElement[] boxes = [.. page.Descendants("rect").Where(rect => Style(rect) == "step")];
        Assert.Equal(12, boxes.Length);
        foreach (XElement label in page.Descendants("text").Where(text => Style(text) == "on left"))
        {
            XElement box = boxes.Single(rect => Number(rect, "x") <= Number(label, "x") && Number(label, "x") < Number(rect, "x") + Number(rect, "width") + 1);
            Assert.True(Number(label, "x") + (6 * label.Value.Length) <= Number(box, "x") + Number(box, "width"));
        }
    }

    [Fact]
    public void Window_labels_never_overlap()
    {
        foreach (XElement chart in Charts(Parsed(Samples.Day)))
        {
            double[] heights = [.. chart.Elements("text").Where(text => Style(text) == "edge").Select(text => Number(text, "y")).Order()];
            Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 11.9));
        }
    }

    [Fact]
    public void A_trace_without_rows_still_gives_a_page()
    {
        var trace = new Trace(Samples.Short.Trace.Columns, 10);
        trace.Complete();
        Assert.Contains("The trace holds no row.", Parsed(Samples.Summary, trace).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_of_one_row_still_gives_charts() => Assert.NotEmpty(Charts(Parsed(Samples.Summary, Traced(_ => 3.7, 0))));

    [Fact]
    public void A_quantity_the_trace_does_not_hold_is_left_out()
    {
        var trace = new Trace([new(ColumnName.TestTime, "s"), new(ColumnName.Current, "A")], 10);
        trace.Add([0, 1]);
        trace.Add([1, 2]);
        trace.Complete();
        Assert.Equal("Pack current", Assert.Single(Parsed(Samples.Summary, trace, events: []).Descendants("figcaption")).Element("strong")!.Value);
    }

    [Fact]
    public void A_page_is_the_same_every_time() => Assert.Equal(Html(Samples.Short), Html(Samples.Short));

    [Fact]
    public void A_running_trace_is_refused() => Assert.Throws<InvalidOperationException>(
        () => ReportPage.Render(Samples.Summary, new Trace(Samples.Short.Trace.Columns, 10), Samples.Short.Context, []));

    [Fact]
    public void Undefined_numbers_show_as_a_dash()
    {
        string page = Parsed(Samples.Summary with { Served_percent = double.NaN, SocRmse_percent = double.NaN }, Samples.Short.Trace).Root!.Value;
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.Contains("–\u202F%", page, StringComparison.Ordinal);
    }

    private static SyntheticRun Run(string name) => name switch
    {
        "day" => Samples.Day,
        "harm" => Samples.Harm,
        _ => Samples.Short,
    };

    private static string Html(SyntheticRun run) => ReportPage.Render(run.Summary, run.Trace, run.Context, run.Events);

    private static XDocument Parsed(SyntheticRun run) => XDocument.Parse(Html(run));

    private static XDocument Parsed(RunSummary summary, Trace trace, ReportContext? context = null, IReadOnlyList<RunEvent>? events = null) =>
        XDocument.Parse(ReportPage.Render(summary, trace, context ?? Samples.Short.Context, events ?? Samples.Short.Events));

    private static IEnumerable<XElement> Charts(XDocument page) => page.Descendants("svg").Where(svg => svg.Elements("svg").Any());

    private static string Style(XElement element) => element.Attribute("class")?.Value ?? string.Empty;

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<(double X, double Y)> Points(XElement chart)
    {
        foreach (XElement path in chart.Descendants("path"))
        {
            double[] numbers = [.. path.Attribute("d")!.Value.Split(['M', 'Z', 'h', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
            for (int k = 0; k + 1 < numbers.Length; k += 2)
            {
                yield return (numbers[k], numbers[k + 1]);
            }
        }
    }

    private static Trace Traced(Func<int, double> voltage, int until)
    {
        var trace = new Trace([new(ColumnName.TestTime, "s"), new(ColumnName.Of(ColumnName.CellVoltage, 0), "V")], until);
        for (int second = 0; second <= until; second++)
        {
            trace.Add([second, voltage(second)]);
        }

        trace.Complete();
        return trace;
    }
}
