using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;
using Bms.Plant.Materials;
using Bms.Simulation.Review;
using Bms.Simulation.Review.Triggers;
using Xunit;

namespace Bms.Simulation.Tests.Review;

public sealed class ReviewTests
{
    private const int FewestRows = 60;
    private const int MostFurtherTriggers = 6;

    private static readonly Lazy<ReviewReport> s_report = new(() => Comparison.Run(threads: 2));

    public static TheoryData<string> Rows => new(ReviewTable.Rows.Select(row => row.Id));

    private static ReviewReport Report => s_report.Value;

    [Theory, MemberData(nameof(Rows))]
    public void The_plant_is_within_the_spread_of_the_source(string id)
    {
        ReviewFigure row = Report.Rows.Single(figure => figure.Id == id);

        Assert.True(row.Pass, $"{row.Title} ({row.Section}): {row.Ours} {row.Unit}, expected {row.Reference} +-{row.Tolerance} ({row.Basis})");
    }

    [Fact]
    public void There_are_rows_enough_and_each_can_be_told_from_the_others()
    {
        Assert.InRange(ReviewTable.Rows.Count, FewestRows, int.MaxValue);
        Assert.Equal(ReviewTable.Rows.Count, ReviewTable.Rows.Select(row => row.Id).Distinct().Count());
        Assert.All(ReviewTable.Rows, row => Assert.Matches("^[a-z0-9-]+/[a-z0-9-]+$", row.Id));
    }

    [Fact]
    public void Every_tolerance_is_stated_with_its_basis() =>
        Assert.All(ReviewTable.Rows, row =>
        {
            Assert.True(double.IsFinite(row.Expected.Tolerance) && row.Expected.Tolerance >= 0, row.Id);
            Assert.NotEmpty(row.Expected.Basis);
        });

    [Theory]
    [InlineData("materials/lps-shear", "LPS", "shear_modulus")]
    [InlineData("materials/llzo-shear", "LLZO", "shear_modulus")]
    [InlineData("critical-currents/garnet-range", "LLZO", "critical_current_density")]
    public void A_tolerance_is_no_wider_than_the_range_of_the_source(string id, string material, string quantity)
    {
        MaterialValue source = Catalogue.Find(material)!.Values.First(value => value.Quantity.Key == quantity);

        Assert.InRange(ReviewTable.Rows.Single(row => row.Id == id).Expected.Tolerance, 0, (source.Highest - source.Lowest) / 2 * (1 + 1e-12));
    }

    [Fact]
    public void Every_trigger_that_the_review_lists_is_measured()
    {
        Trigger[] listed = [.. Report.Table2.Where(trigger => trigger.Reference)];

        Assert.Equal((17, 36), (listed.Length, Report.Table2.Count));
        Assert.All(listed, trigger => Assert.True(trigger.Triggered, $"{trigger.Mechanism}, {trigger.Condition}: ratio {trigger.Ratio}"));
    }

    [Fact]
    public void Further_triggers_are_few_and_explained()
    {
        Trigger[] further = [.. Report.Table2.Where(trigger => trigger.Triggered && !trigger.Reference)];

        Assert.InRange(further.Length, 0, MostFurtherTriggers);
        Assert.All(further, trigger => Assert.InRange(trigger.Reason.Length, 40, 400));
        Assert.All(Report.Table2.Except(further), trigger => Assert.Empty(trigger.Reason));
    }

    [Fact]
    public void The_report_is_the_same_on_any_number_of_threads() =>
        Assert.Equal(Report.ToJson(), Comparison.Run(threads: 1, cancellation: TestContext.Current.CancellationToken).ToJson());

    [Fact]
    public void The_object_for_a_program_has_every_row_and_trigger_under_its_keys()
    {
        using var document = JsonDocument.Parse(Report.ToJson());
        JsonElement root = document.RootElement;

        Assert.Equal(
            ["rows", "table2", "rules", "passed", "failed", "neutral", "triggers_listed", "triggers_met", "triggers_further", "pass", "verdict", "report"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["id", "title", "section", "quantity", "unit", "reference", "ours", "tolerance", "basis", "pass"],
            root.GetProperty("rows")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["mechanism", "condition", "title", "reference", "rate", "neutral", "unit", "ratio", "triggered", "reason"],
            root.GetProperty("table2")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(Report.Rows.Count, root.GetProperty("rows").GetArrayLength());
        Assert.Equal(Report.Rows.Count, root.GetProperty("passed").GetInt32() + root.GetProperty("failed").GetInt32());
    }

    [Fact]
    public void A_row_outside_its_tolerance_fails_the_whole()
    {
        ReviewFigure good = Report.Rows[0];
        ReviewFigure off = new ReviewRow("a/b", "off", "Eq. 1", "length", "m", new Expected(1, 0.1, "rounding"), () => 1.2).Compare();

        Assert.False(off.Pass);
        Assert.Equal(1.2, off.Ours);
        ReviewReport report = Report with { Rows = [good, off] };
        Assert.Equal((false, 1), (report.Pass, report.Failed));
        Assert.StartsWith("1 of 2 rows", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trigger_that_is_missing_fails_the_whole()
    {
        Trigger[] table2 = [.. Report.Table2.Select((trigger, index) => index == 0 ? trigger with { Triggered = false } : trigger)];
        ReviewReport report = Report with { Rows = [], Table2 = table2 };

        Assert.False(report.Pass);
        Assert.Equal("MISSING", table2[0].Mark);
        Assert.Contains("1 of the 17 triggers", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_every_row_and_is_xml()
    {
        string page = ReviewPage.Render(Report);

        XElement root = XDocument.Parse(page[page.IndexOf('\n')..]).Root!;
        Assert.All(Report.Rows, row => Assert.Contains(row.Title, root.Value, StringComparison.Ordinal));
        Assert.Contains(Report.Verdict, root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_holds_the_numbers_and_replaces_an_earlier_one()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("bms-review-").FullName, "out");
        ReviewFolder.Write(folder, Report);
        ReviewReport written = ReviewFolder.Write(folder, Report);

        Assert.Equal(["report.html", "rows.csv", "summary.json", "table2.csv"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Report.Rows.Count + 1, File.ReadAllText(Path.Combine(folder, "rows.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(written.ToJson() + "\n", File.ReadAllText(Path.Combine(folder, "summary.json")));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
