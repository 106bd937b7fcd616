using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

public sealed class ReviewTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public void It_tells_a_person_every_row_the_matrix_and_the_verdict()
    {
        Outcome outcome = _shell.Run("review", "--out", "@out");

        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        Assert.Contains("Exchange current of LCO at x = 0.51", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Lithium filament growth", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("all 17 triggers of Table 2 act", outcome.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), row => Assert.InRange(row.TrimEnd('\r').Length, 0, 100));
        Assert.True(File.Exists(_shell.At("out/report.html")));
    }

    [Fact]
    public void It_tells_a_program_the_same_that_the_folder_holds()
    {
        JsonElement printed = _shell.Run("review", "--json", "--out", "@out", "--threads", "1").Json();

        using var written = JsonDocument.Parse(File.ReadAllText(_shell.At("out/summary.json")));
        Assert.True(JsonElement.DeepEquals(written.RootElement, printed));
        Assert.Equal(0, printed.GetProperty("failed").GetInt32());
        Assert.Equal(17, printed.GetProperty("table2").EnumerateArray().Count(trigger => trigger.GetProperty("reference").GetBoolean()));
    }

    [Fact]
    public void A_folder_of_something_else_is_refused_before_anything_is_measured()
    {
        Directory.CreateDirectory(_shell.At("mine"));
        _shell.Write("mine/notes.txt", "mine");
        string[] before = _shell.Listing();

        Outcome outcome = _shell.Run("review", "--out", "@mine");

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Equal(before, _shell.Listing());
    }

    public void Dispose() => _shell.Dispose();
}
