using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Results;
using Xunit;

namespace Bms.Simulation.Tests.Results;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bms-result-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_leaves_trace_summary_and_report()
    {
        RunSummary written = Write("run");
        Assert.Equal(["report.html", "summary.json", "trace.csv"], Names("run"));
        Assert.Equal(At("run", "report.html"), written.Report);
        Assert.Equal(written.ToJson(), RunSummary.FromJson(File.ReadAllText(At("run", "summary.json"))).ToJson());
        Assert.Equal(Samples.Short.Trace.Count + 1, File.ReadLines(At("run", "trace.csv")).Count());
    }

    [Fact]
    public void Missing_parents_are_made()
    {
        Write(Path.Combine("a", "b", "run"));
        Assert.True(File.Exists(At("a", "b", "run", "summary.json")));
    }

    [Fact]
    public void An_earlier_result_is_replaced_whole()
    {
        Write("run");
        Write("run", Samples.Short.Summary with { Scenario = "second" });
        Assert.Equal("second", RunSummary.FromJson(File.ReadAllText(At("run", "summary.json"))).Scenario);
        Assert.Equal(["report.html", "summary.json", "trace.csv"], Names("run"));
        Assert.Equal(["run"], Names("."));
    }

    [Fact]
    public void Notes_a_user_laid_into_a_result_stay()
    {
        Write("run");
        File.WriteAllText(At("run", "notes.txt"), "mine");
        Directory.CreateDirectory(At("run", "plots"));
        File.WriteAllText(At("run", "plots", "a.txt"), "too");
        Write("run");
        Assert.Equal("mine", File.ReadAllText(At("run", "notes.txt")));
        Assert.Equal("too", File.ReadAllText(At("run", "plots", "a.txt")));
        Assert.Equal(["run"], Names("."));
    }

    [Fact]
    public void An_empty_folder_may_be_filled()
    {
        Directory.CreateDirectory(At("run"));
        Write("run");
        Assert.True(File.Exists(At("run", "report.html")));
    }

    [Fact]
    public void A_folder_that_is_no_result_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(At("thesis"));
        File.WriteAllText(At("thesis", "chapter1.txt"), "years of work");
        BadInputException refusal = Assert.Throws<BadInputException>(() => Write("thesis"));
        Assert.Contains("not empty and not a result", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(At("thesis", "chapter1.txt")));
        Assert.Equal(["chapter1.txt"], Names("thesis"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("not json")]
    [InlineData("{\"scenario\": \"x\"}")]
    public void A_summary_of_something_else_makes_no_result(string json)
    {
        Directory.CreateDirectory(At("other"));
        File.WriteAllText(At("other", "summary.json"), json);
        Assert.Throws<BadInputException>(() => Write("other"));
        Assert.Equal(json, File.ReadAllText(At("other", "summary.json")));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("nul\0")]
    public void A_place_that_can_not_be_a_folder_is_refused_in_one_line(string place)
    {
        File.WriteAllText(At("file"), "x");
        string path = string.IsNullOrWhiteSpace(place) ? place : At(place);
        string message = Assert.Throws<BadInputException>(() => ResultFolder.Check(path)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.Contains("give the path of a new folder", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_system_that_refuses_is_a_bad_input_in_one_line()
    {
        BadInputException refusal = Assert.Throws<BadInputException>(() => ResultFolder.Write(At("run"), Files(("a", _ => throw new IOException("No space left on device.")))));
        Assert.Contains("No space left on device", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Names("."));
    }

    [Fact]
    public void When_writing_fails_halfway_nothing_is_left()
    {
        Assert.Throws<InvalidOperationException>(() => ResultFolder.Write(At("run"), Files(("a", stream => stream.WriteByte(1)), ("b", _ => throw new InvalidOperationException()))));
        Assert.Empty(Names("."));
    }

    [Fact]
    public void When_writing_fails_halfway_the_earlier_result_is_untouched()
    {
        Write("run");
        string before = File.ReadAllText(At("run", "summary.json"));
        Assert.Throws<BadInputException>(() => ResultFolder.Write(At("run"), Files(("summary.json", stream => stream.WriteByte(1)), ("b", _ => throw new IOException("gone")))));
        Assert.Equal(before, File.ReadAllText(At("run", "summary.json")));
        Assert.Equal(["report.html", "summary.json", "trace.csv"], Names("run"));
        Assert.Equal(["run"], Names("."));
    }

    [Fact]
    public void Nothing_is_seen_in_its_place_before_it_is_whole()
    {
        bool seen = true;
        ResultFolder.Write(At("run"), Files(("a", stream => stream.WriteByte(1)), ("b", _ => seen = Directory.Exists(At("run")))));
        Assert.False(seen);
        Assert.Equal(["a", "b"], Names("run"));
    }

    [Fact]
    public void A_trace_still_running_leaves_nothing()
    {
        var trace = new Trace(Samples.Short.Trace.Columns, 10);
        Assert.Throws<InvalidOperationException>(() => ResultFolder.Write(At("run"), Samples.Short.Summary, trace, Samples.Short.Context, []));
        Assert.Empty(Names("."));
    }

    [Fact]
    public void A_link_to_a_result_stays_a_link()
    {
        Write("run");
        Directory.CreateSymbolicLink(At("latest"), At("run"));
        Write("latest", Samples.Short.Summary with { Scenario = "through the link" });
        Assert.Equal("through the link", RunSummary.FromJson(File.ReadAllText(At("run", "summary.json"))).Scenario);
        Assert.NotNull(new DirectoryInfo(At("latest")).LinkTarget);
    }

    private RunSummary Write(string place, RunSummary? summary = null) =>
        ResultFolder.Write(At(place), summary ?? Samples.Short.Summary, Samples.Short.Trace, Samples.Short.Context, Samples.Short.Events);

    private static Dictionary<string, Action<Stream>> Files(params (string Name, Action<Stream> Write)[] files) => files.ToDictionary(file => file.Name, file => file.Write);

    private string At(params string[] parts) => Path.Combine([_root, .. parts]);

    private string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(At(folder)).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
