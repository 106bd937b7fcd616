using System;
using System.IO;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;
using Bms.Simulation.Tests.Running;
using Xunit;

namespace Bms.Simulation.Tests.Frames;

/// <summary>A recorded run, replayed to the core alone, gives the same decisions.</summary>
public class ReplayTests
{
    private static readonly (string Name, Scenario Scenario, Func<RunOptions, RunOptions> Change)[] s_runs =
    [
        ("drive", Loop.Scenario("Drive urban for 3 minutes") with { Cells = 8 }, run => run),
        ("cold start", Loop.Scenario("Preheat until 20 degC or for 2 minutes", "Drive urban for 1 minute") with { Temperature = -5, Heater = true, SocError = -4 }, run => run),
        ("pressure loss", Loop.Load(60, -1, 1, -1).With("at 1 minute clamp 0 loses 4.6 MPa", "at 100 s clamp 0 gains 4 MPa"), run => run),
        ("no limits", Loop.Scenario("Drive aggressive for 2 minutes") with { Temperature = 25, Pressure = 1 }, run => run with { RespectLimits = false }),
        ("three clamps", Loop.Scenario("Charge at 1C for 1 minute") with { Cells = 40, CellsPerClamp = 16, Seed = 7 }, run => run with { Threads = 2 }),
        ("one cell", Loop.Scenario("Discharge at 1C for 1 minute") with { Cells = 1 }, run => run),
        ("failing load cells", Loop.Load(60, -1, 1), run => run with
        {
            Sensors = new SensorErrors { LoadCellFaults = [new LoadCellFault(0, 20, LoadCellFailure.OpenCircuit), new LoadCellFault(1, 40, LoadCellFailure.OpenCircuit)] },
        }),
        ("another true cell", Loop.Load(30, -3, 3), run => run with { TrueCell = Cells.Pouch with { Spread = Cells.Pouch.Spread with { Capacity = 0.1 } } }),
    ];

    public static TheoryData<string> Names => [.. s_runs.Select(run => run.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_replay_has_the_digest_of_its_run(string name)
    {
        (_, Scenario scenario, Func<RunOptions, RunOptions> change) = Array.Find(s_runs, run => run.Name == name);
        using Scratch scratch = new();
        string path = scratch.Path("a.frames");
        RunSummary summary = Loop.Run(scenario, run => change(run) with { FrameFile = path }).Summary;
        ReplayResult replay = Replay.Run(path);
        Assert.Equal(summary.Digest, replay.Digest);
        Assert.Equal(summary.SimulatedTime_s, replay.Duration_s, 9);
        Assert.Equal(Math.Round(summary.SimulatedTime_s * 50) + 1, replay.Frames);
        Assert.Equal(replay, Replay.Run(path));
    }

    [Fact]
    public void The_age_of_the_cells_and_what_was_learnt_of_them_reach_the_core()
    {
        using Scratch scratch = new();
        string path = scratch.Path("a.frames");
        RestoredState state = new(2);
        new[] { 1L << 40, 1L << 42 }.CopyTo(state.InterphaseSquare_Q20, 0);
        new[] { 1L << 50, 0 }.CopyTo(state.CalendarSquare_Q60, 0);
        new[] { 0, 1L << 57 }.CopyTo(state.CycleFade_Q60, 0);
        new[] { 3 << 19, 3 << 18 }.CopyTo(state.OhmicScale_Q20, 0);
        new[] { 5 << 18, 7 << 17 }.CopyTo(state.ReactionScale_Q20, 0);
        new[] { 0, 100_000 }.CopyTo(state.Deviation_ppm, 0);
        using (FrameRecorder recorder = new(path, HandWritten.Header() with { Restored = state }))
        {
            recorder.Complete();
        }

        using FrameReader reader = new(path);
        CellStates states = Replay.Start(reader.Header, path).Cells.States;
        Assert.Equal([1 << 20, 1 << 21], states.InterphaseGrowth_Q10);
        Assert.Equal([1 << 25, 0], states.CalendarFade_Q30);
        Assert.Equal([(1 << 30) - (1 << 25), 7 << 27], states.Capacity_Q30);
        Assert.Equal([3 << 19, 3 << 18], states.OhmicScale_Q20);
        Assert.Equal([5 << 18, 7 << 17], states.ReactionScale_Q20);
        Assert.InRange(states.Variance_ppm2[1], 99_000L * 99_000, 101_000L * 101_000);
        Assert.True(states.Variance_ppm2[0] < states.Variance_ppm2[1]);
    }

    [Fact]
    public void Whatever_of_the_restored_state_changes_is_brought_to_the_core_again_by_a_replay() =>
        Assert.All(RestoredField.Rows, field =>
        {
            using Scratch scratch = new();
            RestoredState state = Remembered();
            field.Fill(state, [.. field.Values(state).Select(value => value + (value >> 4) + 1000)]);
            FrameHeader header = HandWritten.Header() with { Restored = state };
            using (FrameRecorder recorder = new(scratch.Path("a.frames"), header))
            {
                recorder.Complete();
            }

            RestoredState expected = Remembered(Replay.Start(header, "here"));
            using FrameReader reader = new(scratch.Path("a.frames"));
            Assert.Equivalent(expected, Remembered(Replay.Start(reader.Header, "there")), strict: true);
            Assert.NotEqual(field.Values(Remembered(Replay.Start(HandWritten.Header() with { Restored = Remembered() }, "old"))), field.Values(expected));
        });

    private static RestoredState Remembered()
    {
        RestoredState state = new(2);
        Array.Fill(state.StateOfCharge_Q30, 1 << 29);
        Array.Fill(state.Contact_Q30, 7 << 27);
        Array.Fill(state.Deviation_ppm, 60_000);
        Array.Fill(state.ResistanceDeviation_ppm, 50_000);
        Array.Fill(state.CapacityDeviation_ppm, 30_000);
        Array.Fill(state.InterphaseSquare_Q20, 1L << 40);
        Array.Fill(state.CalendarSquare_Q60, 1L << 50);
        Array.Fill(state.CycleFade_Q60, 1L << 50);
        Array.Fill(state.ClampPressure_Pa, 5_000_000);
        Array.Fill(state.CoreTemperature_mK, 300_000);
        Array.Fill(state.Stripped_Q24, 1L << 30);
        return state;
    }

    private static RestoredState Remembered(BatteryManager manager)
    {
        RestoredState state = new(2);
        manager.Remember(state);
        return state;
    }

    [Theory]
    [InlineData("thin-film-lipon-lco")]
    [InlineData("pellet-llzo-nmc")]
    public void Cells_of_every_size_replay(string profile)
    {
        using Scratch scratch = new();
        string path = scratch.Path("a.frames");
        Scenario scenario = Loop.Scenario("Discharge at C/10 for 1 minute", "Charge at C/10 for 1 minute") with { Pressure = null, Temperature = null };
        RunSummary summary = new ClosedLoop(new RunOptions { Scenario = scenario, Cell = ProfileLibrary.Load(profile), FrameFile = path }).Run().Summary;
        Assert.Equal(summary.Digest, Replay.Run(path).Digest);
        Assert.True(summary.Served_percent > 0);
        Assert.Equal(0, summary.ViolationTotal);
    }

    [Fact]
    public void Recording_changes_nothing()
    {
        using Scratch scratch = new();
        Scenario scenario = Loop.Scenario("Drive urban for 1 minute");
        Assert.Equal(Loop.Run(scenario).Summary.Digest, Loop.Run(scenario, run => run with { FrameFile = scratch.Path("a.frames") }).Summary.Digest);
    }

    [Fact]
    public void One_reading_more_or_less_is_another_digest()
    {
        using Scratch scratch = new();
        string path = scratch.Path("a.frames");
        string digest = Loop.Run(Loop.Load(10, -1), run => run with { FrameFile = path }).Summary.Digest;
        using FrameReader reader = new(path);
        using (FrameRecorder recorder = new(scratch.Path("b.frames"), reader.Header))
        {
            SensorFrame frame = new();
            while (reader.Next(frame))
            {
                if (reader.Count == 300)
                {
                    frame.Value[Channel.PackCurrentA]++;
                }

                recorder.Record(frame);
            }

            recorder.Complete();
        }

        Assert.NotEqual(digest, Replay.Run(scratch.Path("b.frames")).Digest);
    }

    [Fact]
    public void A_run_that_fails_half_way_leaves_nothing_behind()
    {
        using Scratch scratch = new();
        Assert.Throws<TimeoutException>(() => Loop.Run(
            Loop.Scenario("Rest for 10 minutes"),
            run => run with { FrameFile = scratch.Path("a.frames") },
            progress => throw new TimeoutException()));
        Assert.Empty(scratch.Names);
    }

    [Fact]
    public void While_a_run_goes_on_its_file_has_not_appeared()
    {
        using Scratch scratch = new();
        int looks = 0;
        Loop.Run(
            Loop.Scenario("Rest for 2 minutes"),
            run => run with { FrameFile = scratch.Path("a.frames") },
            progress =>
            {
                looks++;
                Assert.False(File.Exists(scratch.Path("a.frames")));
            });
        Assert.Equal(2, looks);
        Assert.Equal(["a.frames"], scratch.Names);
    }
}
