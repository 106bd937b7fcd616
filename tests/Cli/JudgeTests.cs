using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Xunit;

namespace Bms.Cli.Tests;

public sealed class JudgeTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public void It_tells_a_program_the_same_that_the_folder_holds()
    {
        JsonElement printed = _shell.Run("judge", "--scenarios", "charge-hot", "--json", "--out", "@out").Json();

        using var written = JsonDocument.Parse(File.ReadAllText(_shell.At("out/summary.json")));
        Assert.True(JsonElement.DeepEquals(written.RootElement, printed));
        Assert.Equal(1, printed.GetProperty("runs").GetInt32());
        Assert.Equal(0, printed.GetProperty("oracle_violations").GetInt32());
        Assert.Equal("charge-hot", printed.GetProperty("per_scenario")[0].GetProperty("scenario").GetString());
        Assert.True(File.Exists(_shell.At("out/runs.parquet")));

        Outcome again = _shell.Run("judge", "--scenarios", "charge-hot", "--out", "@out");
        Assert.Equal(ExitCode.Fine, again.Code);
        Assert.Contains("goes on after 1 finished runs", again.Error, StringComparison.Ordinal);
        Assert.All(again.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 100));
    }

    [Theory]
    [InlineData("--scenarios", "charge-colt", "charge-cold")]
    [InlineData("--seeds", "0", "1 to 1000")]
    [InlineData("--profile", "pouch", "pouch-lpscl-nmc")]
    [InlineData("--without", "platin", "did you mean plating?")]
    [InlineData("--without", "plating,lid", "rating, fuse, cell-voltage, electrode-surface, temperature, pressure, pressure-rate, stripping, void-budget, plating, filament, interphase, cracking, sensor-confidence")]
    public void What_cannot_be_judged_is_refused_in_a_line_that_says_what_would_be_right(string option, string value, string right)
    {
        string[] before = _shell.Listing();

        Outcome outcome = _shell.Run("judge", option, value, "--out", "@out");

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Contains(right, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _shell.Listing());
    }

    [Fact]
    public void Limiters_can_be_switched_off()
    {
        JsonElement printed = _shell.Run("judge", "--scenarios", "charge-room", "--without", "filament,plating", "--json", "--out", "@out").Json();

        Assert.Equal(["plating", "filament"], printed.GetProperty("without").EnumerateArray().Select(key => key.GetString()));
        Assert.True(printed.GetProperty("violations_by_constraint").GetProperty("plating").GetInt32() > 0);

        Outcome other = _shell.Run("judge", "--scenarios", "charge-room", "--without", "filament", "--out", "@out");
        Assert.Contains("with other limiters off; put aside", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_campaign_says_that_it_goes_on()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        using var shell = new Shell { Interrupted = interrupt.Token };

        Outcome outcome = shell.Run("judge", "--out", "@out");

        Assert.Equal((ExitCode.Interrupted, string.Empty), (outcome.Code, outcome.Output));
        Assert.Contains("0 finished runs are kept", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
