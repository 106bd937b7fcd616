using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Bms.Profiles;
using Bms.Simulation.Laboratory;
using Bms.Simulation.Laboratory.Reporting;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>Every experiment leaves a page a person believes, and every number of it in a file.</summary>
public sealed class LaboratoryPageTests : IDisposable
{
    private static readonly Dictionary<string, IExperiment> s_short = new()
    {
        ["eis"] = new ImpedanceSpectroscopy(),
        ["gitt"] = new Titration { Pulses = 6, Rest = 1200 },
        ["rate"] = new RateTest { Rates = [0.5, 2], Temperatures = [25, 60] },
        ["ccd"] = new CriticalCurrentTest { Temperatures = [25, 60], Pressures = [1, 7], Contacts = [0.5], StepFactor = 1.5 },
        ["pressure"] = new PressureSweep(),
        ["calendar"] = new StorageTest { Days = 2 },
        ["cycle"] = new CycleTest { Cycles = 3 },
    };

    private static readonly Dictionary<string, Lazy<Findings>> s_findings = s_short.ToDictionary(pair => pair.Key, pair => new Lazy<Findings>(() => pair.Value.Run(Lab.Bench(Lab.Pouch))));

    private readonly string _folder = Directory.CreateTempSubdirectory("laboratory-").FullName;

    public static TheoryData<string> Experiments => [.. s_short.Keys];

    [Theory, MemberData(nameof(Experiments))]
    public void The_page_needs_no_script_and_no_network(string experiment)
    {
        string html = LaboratoryPage.Render(s_findings[experiment].Value);
        XDocument page = XDocument.Parse(html);

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "use");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "src");
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 10_000, 1_500_000);
    }

    [Theory, MemberData(nameof(Experiments))]
    public void The_verdict_is_the_headline_and_one_sentence(string experiment)
    {
        Findings findings = s_findings[experiment].Value;
        string headline = XDocument.Parse(LaboratoryPage.Render(findings)).Descendants("h1").Single().Value;

        Assert.Equal(findings.Summary.Verdict, headline);
        Assert.EndsWith(".", headline, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", headline, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Experiments))]
    public void Every_axis_has_two_to_five_ticks(string experiment)
    {
        foreach (XElement chart in Charts(experiment))
        {
            double[][] lines = [.. chart.Descendants("line").Select(line => (double[])[Number(line, "x1"), Number(line, "y1"), Number(line, "x2"), Number(line, "y2")])];
            Assert.InRange(lines.Count(line => line[1] == line[3]), 2, 5);
            Assert.InRange(lines.Count(line => line[0] == line[2]), 2, 5);
        }
    }

    [Theory, MemberData(nameof(Experiments))]
    public void Every_chart_names_its_quantities_with_units_and_its_file(string experiment)
    {
        Findings findings = s_findings[experiment].Value;
        XDocument page = XDocument.Parse(LaboratoryPage.Render(findings));
        string reading = page.Descendants("section").Last().Value;

        Assert.NotEmpty(Charts(experiment));
        foreach (XElement caption in page.Descendants("figcaption"))
        {
            Assert.NotEmpty(caption.Elements("span").First(span => span.Attribute("class")?.Value == "unit").Value);
            Assert.Contains(caption.Element("strong")!.Value, reading, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Experiments))]
    public void The_folder_holds_page_summary_and_every_table(string experiment)
    {
        Findings findings = s_findings[experiment].Value;
        string place = Path.Combine(_folder, "out");
        Findings written = LaboratoryFolder.Write(place, findings);

        Assert.Equal(
            [.. ((string[])["report.html", "summary.json", .. findings.Tables.Select(table => table.File)]).Order(StringComparer.Ordinal)],
            Directory.GetFiles(place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(written.Summary.ToJson() + "\n", File.ReadAllText(Path.Combine(place, "summary.json")));
        foreach (DataTable table in findings.Tables)
        {
            string[] lines = File.ReadAllLines(Path.Combine(place, table.File));
            Assert.Equal(string.Join(',', table.Columns.Select(column => column.Name)), lines[0]);
            Assert.Equal(table.Rows.Count, lines.Length - 1);
            Assert.NotEmpty(table.Rows);
            Assert.All(table.Columns, column => Assert.NotEmpty(column.Meaning));
        }
    }

    [Theory, MemberData(nameof(Experiments))]
    public void Any_number_of_threads_finds_the_same(string experiment)
    {
        Findings again = s_short[experiment].Run(Lab.Bench(Lab.Pouch) with { Threads = 1 });

        Assert.Equal(s_findings[experiment].Value.Summary.ToJson(), again.Summary.ToJson());
        Assert.Equal(s_findings[experiment].Value.Tables.Select(Csv), again.Tables.Select(Csv));
    }

    [Theory, MemberData(nameof(Experiments))]
    public void A_cancelled_experiment_ends(string experiment) => Assert.Throws<OperationCanceledException>(
        () => s_short[experiment].Run(Lab.Bench(Lab.Pouch) with { Cancellation = new System.Threading.CancellationToken(canceled: true) }));

    [Fact]
    public void A_cell_drawn_by_seed_differs_from_the_design_and_is_the_same_again()
    {
        string Run(ulong? seed) => s_short["pressure"].Run(Lab.Bench(Lab.Pouch) with { Seed = seed }).Summary.ToJson();

        Assert.Equal(Run(7), Run(7));
        Assert.NotEqual(Run(7), Run(8));
        Assert.NotEqual(Run(7), Run(null));
    }

    [Fact]
    public void A_result_replaces_its_own_kind_only()
    {
        string place = Path.Combine(_folder, "out");
        LaboratoryFolder.Write(place, s_findings["pressure"].Value);
        LaboratoryFolder.Write(place, s_findings["pressure"].Value);

        Assert.Throws<BadInputException>(() => LaboratoryFolder.Write(place, s_findings["rate"].Value));
        Assert.Contains("\"experiment\": \"pressure\"", File.ReadAllText(Path.Combine(place, "summary.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_reaches_the_whole()
    {
        var told = new List<double>();
        s_short["rate"].Run(Lab.Bench(Lab.Pouch) with { Progress = new Ear(told) });

        Assert.Equal(1, told.Max());
        Assert.Equal(8, told.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static XElement[] Charts(string experiment) =>
        [.. XDocument.Parse(LaboratoryPage.Render(s_findings[experiment].Value)).Descendants("svg").Where(svg => svg.Elements("svg").Any())];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static string Csv(DataTable table)
    {
        using var stream = new MemoryStream();
        table.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Ear(List<double> told) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }
}
