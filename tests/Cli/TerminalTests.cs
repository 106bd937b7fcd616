using System;
using System.IO;
using System.Threading;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>What a person sees, and what a pipe must not.</summary>
public sealed class TerminalTests : IDisposable
{
    private const char Escape = '\u001b';

    private readonly Shell _shell = new();
    private readonly Shell _watched = new() { IsWatched = true };

    [Fact]
    public void In_a_pipe_there_is_no_progress_and_no_colour()
    {
        Outcome outcome = _shell.Run("run", "--current", $"@{Shell.ShortCurrent}", "--out", "@out");

        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        Assert.DoesNotContain(Escape, outcome.Output);
    }

    [Fact]
    public void A_terminal_sees_simulated_time_speed_and_state_of_charge()
    {
        _watched.Write("two.yaml", "steps:\n  - Rest for 2 minutes\n");
        Outcome outcome = _watched.Run("run", "@two.yaml", "--out", "@out");

        Assert.Equal(ExitCode.Fine, outcome.Code);
        Assert.Matches(@"0:0\d of 0:02 h", outcome.Error);
        Assert.Matches(@"\d+x", outcome.Error);
        Assert.Matches(@"\d+\.\d % charged", outcome.Error);
        Assert.Contains("Rest for 2 minutes", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_no_progress_even_on_a_terminal()
    {
        Outcome outcome = _watched.Run("run", "--current", $"@{Shell.ShortCurrent}", "--out", "@out", "--json");

        outcome.Json();
        Assert.DoesNotContain(Escape, outcome.Output);
    }

    [Fact]
    public void After_a_run_a_table_of_100_columns_says_what_a_person_asks()
    {
        Outcome outcome = _shell.Run("run", "--current", $"@{Shell.ShortCurrent}", "--out", "@out", "--seed", "5");

        Assert.All(
            [
                "Current profile current", "No limit of the true cell was exceeded", "30 s in ", "8 cells in series, pouch-lpscl-nmc", "seed 5", "25 °C and 5.0 MPa",
                "served", "state of charge", "cell voltage", "stack pressure", "energy", "digest", $"report            {_shell.At("out")}",
            ],
            part => Assert.Contains(part, outcome.Output, StringComparison.Ordinal));
        Assert.All(outcome.Output.Split('\n'), row => Assert.InRange(row.Contains("report ", StringComparison.Ordinal) ? 0 : row.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using var shell = new Shell { Interrupted = new CancellationToken(canceled: true) };
        string[] before = shell.Listing();

        Outcome outcome = shell.Run("run", "--current", $"@{Shell.ShortCurrent}", "--out", "@deep/out", "--frames", "@deep/run.frames");

        Assert.Equal((ExitCode.Interrupted, string.Empty), (outcome.Code, outcome.Output));
        Assert.Equal($"interrupted; nothing was written{Environment.NewLine}", outcome.Error);
        Assert.Equal(before, shell.Listing());
    }

    [Fact]
    public void A_failure_of_the_program_is_called_one()
    {
        using var error = new StringWriter();
        int code = CommandLine.Invoke(["scenarios"], new Terminal { Output = new BrokenWriter(), Error = error });

        Assert.Equal(ExitCode.Failed, code);
        string[] lines = error.ToString().Split('\n');
        Assert.Contains("bug", lines[0], StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenWriter), error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _watched.Dispose();
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => throw new InvalidOperationException("broken");

        public override void WriteLine(string? value) => throw new InvalidOperationException("broken");
    }
}
