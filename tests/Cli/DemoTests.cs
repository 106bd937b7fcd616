using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>The trace that the firmware replays on a bare board, as its maker sees it.</summary>
public sealed class DemoTests : IDisposable
{
    private const string Source = "EmbeddedTrace.cs";

    private readonly Shell _shell = new();

    [Fact]
    public void The_embedded_trace_is_the_one_that_is_built()
    {
        Text("demo", "build", "--out", "@out");

        byte[] committed = File.ReadAllBytes(Shell.Source("firmware", "Device", "Demo", Source));
        Assert.True(
            committed.SequenceEqual(File.ReadAllBytes(_shell.At($"out/{Source}"))),
            $"firmware/Device/Demo/{Source} is out of date: run `bms-sim demo build --out build` and copy build/{Source} over it");
        Assert.Equal([Source], Directory.EnumerateFileSystemEntries(_shell.At("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_replay_of_the_demo_has_the_digest_of_its_build()
    {
        JsonElement built = _shell.Run("demo", "build", "--out", "@out", "--json").Json();
        JsonElement replay = _shell.Run("replay", "demo", "--json").Json();

        Assert.Equal(["scenario", "bytes", "frames", "digest", "source_file"], built.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["digest", "frames", "simulated_s"], replay.EnumerateObject().Select(property => property.Name));
        Assert.Equal(built.GetProperty("digest").GetString(), replay.GetProperty("digest").GetString());
        Assert.Equal(built.GetProperty("frames").GetInt64(), replay.GetProperty("frames").GetInt64());
        Assert.True(File.Exists(built.GetProperty("source_file").GetString()));
    }

    [Fact]
    public void Building_tells_a_person_what_and_where()
    {
        string text = Text("demo", "build", "--out", "@out");

        Assert.All(["demo", "30000 frames", "digest", _shell.At($"out/{Source}")], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_in_use_is_refused_and_left_alone()
    {
        _shell.Write("mine.txt", "mine");
        string[] before = _shell.Listing();
        Outcome outcome = _shell.Run("demo", "build", "--out", _shell.Folder);

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Equal(before, _shell.Listing());
    }

    [Fact]
    public void A_recording_that_is_called_demo_is_reached_by_its_path()
    {
        string digest = _shell.RunShort("--frames", "@demo").GetProperty("digest").GetString()!;

        Assert.Equal(digest, _shell.Run("replay", "@demo", "--json").Json().GetProperty("digest").GetString());
    }

    [Theory]
    [InlineData("demo --help")]
    [InlineData("demo build --help")]
    [InlineData("replay --help")]
    public void Help_says_what_the_demo_is(string line)
    {
        string help = Text(line.Split(' '));

        Assert.Contains("demo", help[..help.IndexOf("Examples:", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.All(help.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void The_demo_is_a_scenario_like_any_other()
    {
        JsonElement[] rows = [.. _shell.Run("scenarios", "--json").Json().EnumerateArray()];

        JsonElement demo = Assert.Single(rows, row => row.GetProperty("name").GetString() == "demo");
        Assert.Equal((4, 600), (demo.GetProperty("cells").GetInt32(), demo.GetProperty("expected_s").GetDouble()));
    }

    public void Dispose() => _shell.Dispose();

    private string Text(params string[] words)
    {
        Outcome outcome = _shell.Run(words);
        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        return outcome.Output;
    }
}
