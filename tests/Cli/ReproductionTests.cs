using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>The same input gives the same decisions, bit by bit.</summary>
public sealed class ReproductionTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public void A_repeated_run_has_the_same_digest_and_trace()
    {
        string first = Digest(_shell.RunShort());
        byte[] trace = File.ReadAllBytes(_shell.At("out/trace.csv"));

        Assert.Equal(first, Digest(_shell.RunShort()));
        Assert.Equal(trace, File.ReadAllBytes(_shell.At("out/trace.csv")));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        string[] digests = [.. new[] { "1", "2", "7" }.Select(threads => Digest(_shell.RunShort("--cells", "40", "--threads", threads)))];

        Assert.Single(digests.Distinct());
    }

    [Fact]
    public void Another_seed_is_another_run() => Assert.NotEqual(Digest(_shell.RunShort("--seed", "1")), Digest(_shell.RunShort("--seed", "2")));

    [Fact]
    public void A_replay_of_the_frames_has_the_digest_of_the_run()
    {
        JsonElement run = _shell.RunShort("--frames", "@new/folder/run.frames");
        JsonElement replay = _shell.Run("replay", "@new/folder/run.frames", "--json").Json();

        Assert.Equal(["digest", "frames", "simulated_s"], replay.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Digest(run), Digest(replay));
        Assert.Equal(1501, replay.GetProperty("frames").GetInt64());   // 30 s in ticks of 20 ms, both ends
        Assert.Equal(30, replay.GetProperty("simulated_s").GetDouble());
    }

    [Fact]
    public void A_replay_tells_a_person_the_same()
    {
        string digest = Digest(_shell.RunShort("--frames", "@run.frames"));
        Outcome outcome = _shell.Run("replay", "@run.frames");

        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        Assert.Contains(digest, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1501 frames", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Recording_does_not_change_the_run() => Assert.Equal(Digest(_shell.RunShort()), Digest(_shell.RunShort("--frames", "@run.frames")));

    [Fact]
    public void Frames_may_go_into_the_result_folder_whether_it_is_there_or_not()
    {
        for (int round = 0; round < 2; round++)
        {
            _shell.RunShort("--frames", "@out/run.frames");
            Assert.Equal(["report.html", "run.frames", "summary.json", "trace.csv"], Directory.GetFiles(_shell.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        Assert.Equal([_shell.At(Shell.ShortCurrent)], Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public void A_recording_may_replace_a_recording_or_an_empty_file()
    {
        _shell.Write("run.frames", string.Empty);
        _shell.RunShort("--frames", "@run.frames", "--seed", "1");
        string second = Digest(_shell.RunShort("--frames", "@run.frames", "--seed", "2"));

        Assert.Equal(second, Digest(_shell.Run("replay", "@run.frames", "--json").Json()));
    }

    [Fact]
    public void A_recording_that_breaks_off_is_refused()
    {
        _shell.RunShort("--frames", "@run.frames");
        byte[] whole = File.ReadAllBytes(_shell.At("run.frames"));
        File.WriteAllBytes(_shell.At("torn.frames"), whole[..(whole.Length / 2)]);

        Outcome outcome = _shell.Run("replay", "@torn.frames", "--json");

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Contains("torn.frames", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private static string Digest(JsonElement result) => result.GetProperty("digest").GetString()!;
}
