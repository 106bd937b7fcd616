using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Xunit;

namespace Bms.Cli.Tests;

public sealed class LimitsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public void It_lists_every_limiter_and_answers_every_trigger_of_the_review()
    {
        JsonElement printed = _shell.Run("limits", "--json").Json();

        JsonElement[] limiters = [.. printed.GetProperty("limiters").EnumerateArray()];
        Assert.Equal(Enumerable.Range(0, 14), limiters.Select(row => row.GetProperty("number").GetInt32()));
        Assert.All(printed.GetProperty("table2").EnumerateArray().Where(cell => cell.GetProperty("reference").GetBoolean()), cell => Assert.NotEqual(0, cell.GetProperty("limiters").GetArrayLength()));
    }

    [Fact]
    public void It_shows_what_each_limiter_is_needed_for()
    {
        Outcome outcome = _shell.Run("limits", "--prove", "--json");

        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        JsonElement printed = outcome.Json();
        JsonElement[] cases = [.. printed.GetProperty("cases").EnumerateArray()];
        Assert.All(cases, row => Assert.True(row.GetProperty("needed").GetBoolean(), row.GetProperty("scenario").GetString()));
        Assert.All(cases, row => Assert.Equal(0, row.GetProperty("violations").GetArrayLength()));
        IEnumerable<string?> keeping = cases.Where(row => row.GetProperty("violations_without").GetArrayLength() > 0).Select(row => row.GetProperty("limiter").GetString());
        Assert.Equal(14, keeping.Distinct().Count());
    }

    [Fact]
    public void An_interrupted_proof_ends()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        using var shell = new Shell { Interrupted = interrupt.Token };

        Outcome outcome = shell.Run("limits", "--prove");

        Assert.Equal((ExitCode.Interrupted, string.Empty), (outcome.Code, outcome.Output));
    }

    public void Dispose() => _shell.Dispose();
}
