using System;
using System.IO;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Boards;
using Bms.Simulation.Frames;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Faults;
using Xunit;

namespace Bms.Simulation.Tests.Boards;

/// <summary>The firmware's application on the virtual board, in closed loop.</summary>
public sealed class BoardLoopTests
{
    [Fact]
    public void A_drive_on_the_board_is_the_drive_of_the_plain_loop()
    {
        RunOptions options = Options("cold-start-commute");
        RunResult plain = new ClosedLoop(options).Run();
        using BoardLoop loop = new(new BoardOptions { Run = options });
        RunResult board = loop.Run();
        Assert.Equal(0, board.Summary.ViolationTotal);
        Assert.InRange(board.Summary.EnergyOut_Wh / plain.Summary.EnergyOut_Wh, 0.98, 1.02);
        Assert.Equal(plain.Summary.Binding.Keys.Where(IsLimiter).Order(), board.Summary.Binding.Keys.Where(IsLimiter).Order());
    }

    [Theory]
    [InlineData(BoardMode.Board)]
    [InlineData(BoardMode.Hil)]
    public void Recorded_frames_replay_to_the_same_digest(BoardMode mode)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using BoardLoop loop = new(new BoardOptions { Run = Options("demo") with { FrameFile = file }, Mode = mode });
            RunResult result = loop.Run();
            Assert.Equal(result.Summary.Digest, Replay.Run(file).Digest);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void After_a_restart_the_recording_holds_what_came_since()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using BoardLoop loop = new(new BoardOptions { Run = Options("pressure-loss") with { FrameFile = file }, Faults = FaultSchedule.Parse(["brown-out@60s+5s"]) });
            RunResult result = loop.Run();
            Assert.Equal(2, loop.Starts);
            Assert.Equal(result.Summary.Digest, Replay.Run(file).Digest);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Both_boards_serve_the_same()
    {
        double Energy(BoardWiring wiring)
        {
            using BoardLoop loop = new(new BoardOptions { Run = Options("demo"), Wiring = wiring });
            return loop.Run().Summary.EnergyOut_Wh;
        }

        Assert.InRange(Energy(BoardWiring.Esp32DevKitC) / Energy(BoardWiring.Esp32S3DevKitC1), 0.999, 1.001);
    }

    [Fact]
    public void A_bare_board_prints_the_digest_of_the_trace_it_carries()
    {
        DemoOutcome outcome = DemoBoard.Run(BoardWiring.Esp32S3DevKitC1);
        Assert.Equal(Bms.Simulation.Demo.DemoTrace.ReplayEmbedded().Digest, outcome.Digest);
        Assert.Equal(30000, outcome.Frames);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    public void A_pack_that_the_board_can_not_carry_is_refused(int cells)
    {
        RunOptions options = Options("pressure-loss");
        BadInputException refused = Assert.Throws<BadInputException>(() => new BoardLoop(new BoardOptions { Run = options with { Scenario = options.Scenario with { Cells = cells } } }));
        Assert.Contains("3 to 16", refused.Message, StringComparison.Ordinal);
    }

    // "release" and "start-up" last as long as a start does, which is longer with chips to configure
    private static bool IsLimiter(string name) => name is not ("release" or "start-up" or "sensors" or "contactors");

    private static RunOptions Options(string name)
    {
        Scenario scenario = ScenarioLibrary.Load(name);
        return new RunOptions { Scenario = scenario, Cell = ProfileLibrary.Load(scenario.Profile) };
    }
}
