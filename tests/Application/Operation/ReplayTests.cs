using System;
using System.IO;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Boards;
using Bms.Simulation.Frames;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.VirtualBoard.Faults;
using Xunit;
using Firmware = Bms.Device.Application;

namespace Bms.Application.Tests.Operation;

/// <summary>What a board's core took in, fed to a core alone, leads to the same decisions, bit by bit.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bms-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(1, true, "i2c-hang:bus1@30s+500ms")]
    [InlineData(2, true, "brown-out@30s+2s")]
    [InlineData(2, false, "brown-out@30s+2s")]
    [InlineData(3, true, "brown-out@20s+1s", "brown-out@50s+1s", "i2c-nack@55s+1s")]
    [InlineData(1, true, "clock-jump:5min@30s")]
    [InlineData(1, true, "link-noise@20s+20s")]
    public void Frames_of_a_board_replay_to_the_same_digest(int starts, bool hasFram, params string[] faults) => Check(BoardMode.Board, starts, hasFram, faults);

    [Theory]
    [InlineData(1)]
    [InlineData(2, "brown-out@30s+2s")]
    public void Frames_of_a_host_in_the_loop_do_too(int starts, params string[] faults) => Check(BoardMode.Hil, starts, true, faults);

    private void Check(BoardMode mode, int starts, bool hasFram, string[] faults)
    {
        string path = Path.Combine(_folder.FullName, "board.frames");
        Scenario scenario = new()
        {
            Name = "test",
            Title = "Test",
            Cells = 4,
            Temperature = 40,
            Steps = [StepSentence.Parse("rest for 10 s"), StepSentence.Parse("discharge at 0.5C for 60 s"), StepSentence.Parse("charge at 0.3C for 30 s")],
        };
        BoardOptions options = new()
        {
            Run = new RunOptions { Scenario = scenario, Cell = ProfileLibrary.Load(ProfileLibrary.Default), FrameFile = path },
            Mode = mode,
            HasFram = hasFram,
            Faults = [.. faults.Select(FaultEvent.Parse)],
        };
        using BoardLoop loop = new(options);
        Firmware? last = null;
        loop.Stepped = application => last = application;
        RunResult result = loop.Run();

        ReplayResult replayed = Replay.Run(path);
        Assert.Equal(starts, loop.Starts);
        Assert.Equal(result.Summary.Digest, replayed.Digest);
        Assert.Equal(Replay.Print(last!.Manager.Digest), replayed.Digest);
        Assert.Equal(last.Steps, replayed.Frames);
    }
}
