using System;
using System.IO;
using Bms.VirtualBoard.Faults;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class FaultSpecTests
{
    [Theory]
    [InlineData("i2c-nack@120s", "i2c-nack@120s+10s")]
    [InlineData("i2c-nack:bq76952@2min+500ms", "i2c-nack:bq76952@120s+500ms")]
    [InlineData("clock-jump:250ms@0s", "clock-jump:250ms@0s+10s")]
    [InlineData("i2c-hang@1.5s+1h", "i2c-hang:bus1@1500ms+3600s")]
    [InlineData("flash-corrupt:I:\\a.bin@3s", "flash-corrupt:I:\\a.bin@3s+10s")]
    [InlineData("bq-open-wire:16@1s+2s", "bq-open-wire:16@1s+2s")]
    public void What_is_read_can_be_written_and_read_again(string spec, string written)
    {
        var fault = FaultEvent.Parse(spec);
        Assert.Equal(written, fault.ToString());
        Assert.Equal(fault, FaultEvent.Parse(written));
    }

    [Theory]
    [InlineData("i2c-nak@120s", "no kind 'i2c-nak'", "did you mean i2c-nack?")]
    [InlineData("i2c-nack:bq76925@120s", "no target 'bq76925'", "did you mean bq76952?")]
    [InlineData("i2c-nack", "no time", "KIND[:TARGET]@START")]
    [InlineData("i2c-nack@120", "'120' is no time", "120s, 2min, 500ms")]
    [InlineData("i2c-nack@-1s", "'-1s' is no time", "120s")]
    [InlineData("i2c-nack@1s+later", "'later' is no time", "120s")]
    [InlineData("brown-out:now@1s", "brown-out has no target", "fault 'brown-out:now@1s'")]
    [InlineData("clock-jump:far@1s", "no target 'far'", "500ms")]
    [InlineData("load-cell-open:4@1s", "no target '4'", "known: 0, 1, 2, 3")]
    public void What_is_not_understood_is_refused_with_what_would_be(string spec, string what, string instead)
    {
        string message = Assert.Throws<FaultSpecException>(() => FaultEvent.Parse(spec)).Message;
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nau-reset:nau7802-2@1s")]
    [InlineData("i2c-hang:bus2@1s")]
    [InlineData("load-cell-open:2@1s")]
    [InlineData("fram-silent@1s")]
    [InlineData("i2c-nack:fram@1s")]
    public void What_is_not_fitted_cannot_fail(string spec)
    {
        var bench = new Bench(new BoardFit { HasFram = false });
        Assert.Throws<FaultSpecException>(() => new FaultSchedule(bench.Board, FaultSchedule.Parse([spec])));
    }

    [Fact]
    public void There_are_two_dozen_kinds_at_least_each_with_its_own_name_and_one_sentence()
    {
        Assert.True(FaultKind.Table.Count >= 24);
        Assert.Equal(FaultKind.Table.Count, new System.Collections.Generic.HashSet<string>(FaultKind.Names).Count);
        foreach (FaultKind kind in FaultKind.Table)
        {
            Assert.InRange(kind.Summary.Length, 10, 120);
            Assert.DoesNotContain(". ", kind.Summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_readme_lists_the_table()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BmsFirmware.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        string readme = File.ReadAllText(Path.Combine(folder, "host-sim", "VirtualBoard", "README.md"));
        foreach (FaultKind kind in FaultKind.Table)
        {
            Assert.Contains($"| {kind.Name} | {kind.Target.Summary} | {kind.Summary} |", readme, StringComparison.Ordinal);
        }
    }
}
