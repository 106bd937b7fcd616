using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Demo;
using Bms.Simulation.Demo;
using Bms.Simulation.Frames;
using Xunit;

namespace Bms.Simulation.Tests.Demo;

/// <summary>What the firmware carries to replay on a bare board.</summary>
public class DemoTraceTests
{
    private const int MostBytes = 9000;

    [Fact]
    public void Making_the_trace_again_gives_the_same_bytes_and_digest()
    {
        DemoTrace made = DemoTrace.Make();
        Assert.Equal(EmbeddedTrace.Bytes(), made.Bytes);
        Assert.Equal(EmbeddedTrace.Digest, made.Digest);
        Assert.NotSame(EmbeddedTrace.Bytes(), EmbeddedTrace.Bytes());
    }

    [Fact]
    public void The_trace_is_ten_minutes_in_few_bytes()
    {
        Assert.InRange(EmbeddedTrace.Bytes().Length, 1000, MostBytes);
        Assert.Equal(600_000, new TracePlayer(EmbeddedTrace.Bytes()).FrameCount * BatteryManager.Tick_ms);
    }

    [Fact]
    public void The_player_and_the_reader_of_the_host_agree_in_every_frame()
    {
        TracePlayer player = new(EmbeddedTrace.Bytes());
        using DemoReader reader = new(EmbeddedTrace.Bytes());
        Assert.Equal(reader.Header.ClampOfCell, player.Pack().ClampOfCell);
        Assert.Equal(reader.Header.SensorOfCell, player.Pack().SensorOfCell);
        Assert.Equal(reader.Header.Restored.StateOfCharge_Q30, player.State().StateOfCharge_Q30);
        Assert.Equal(reader.Header.Restored.Contact_Q30, player.State().Contact_Q30);

        SensorFrame played = new();
        SensorFrame read = new();
        while (reader.Next(read))
        {
            Assert.True(player.Fill(played));
            Assert.Equal(read.Time_ms, played.Time_ms);
            Assert.Equal(read.Value, played.Value);
            Assert.Equal(read.IsValid, played.IsValid);
            Assert.Equal(read.Timestamp_ms, played.Timestamp_ms);
        }

        Assert.Equal(player.FrameCount, reader.Count);
        Assert.False(player.Fill(played));
        Assert.Equal(read.Time_ms, played.Time_ms);
    }

    [Fact]
    public void The_player_the_host_and_the_recording_lead_to_one_digest()
    {
        Assert.Equal(EmbeddedTrace.Digest, Play((_, _) => { }, (_, _, _) => { }).Digest);
        Assert.Equal(new ReplayResult(Replay.Print(EmbeddedTrace.Digest), 30_000, 599.98), DemoTrace.ReplayEmbedded());
    }

    [Fact]
    public void The_recorded_current_never_exceeds_the_limits_that_are_in_force()
    {
        int flowing = 0;
        Play(
            (frame, decision) =>
            {
                int current_uA = frame.Value[Channel.PackCurrentA];
                flowing += Math.Abs(current_uA) > 100_000 ? 1 : 0;
                Assert.InRange(current_uA, -decision.LimitDischarge_uA, decision.LimitCharge_uA);
                Assert.True(current_uA == 0 || (frame.Value[Channel.ContactorPositive] == 1 && frame.Value[Channel.ContactorNegative] == 1));
            },
            (_, _, _) => { });
        Assert.InRange(flowing, 20_000, 30_000);
    }

    [Fact]
    public void It_shows_a_cool_start_a_pressure_loss_that_recovers_and_several_limiters()
    {
        SortedSet<LimitReason> heldBack = [];
        int coldest_mK = int.MaxValue;
        int loosest_Pa = int.MaxValue;
        BatteryManager manager = Play((_, _) => { }, (manager, frame, decision) =>
        {
            int request_uA = frame.Value[Channel.LoadRequest];
            if (request_uA > decision.LimitCharge_uA || -request_uA > decision.LimitDischarge_uA)
            {
                heldBack.Add(request_uA > 0 ? decision.ChargeReason : decision.DischargeReason);
            }

            coldest_mK = Math.Min(coldest_mK, frame.Value[Channel.Temperature]);
            loosest_Pa = Math.Min(loosest_Pa, frame.Value[Channel.ClampPressure]);
            Assert.False(manager.Diagnosis.HasFault);
        });

        Assert.Superset(new SortedSet<LimitReason> { LimitReason.CellVoltage, LimitReason.PressureLow, LimitReason.Stripping, LimitReason.Plating }, heldBack);
        Assert.Contains("clamp pressure low", Enumerable.Range(0, manager.Diagnosis.Count).Where(manager.Diagnosis.WasActive).Select(k => manager.Diagnosis.Row(k).Name));
        Assert.Equal(0, manager.Diagnosis.ActiveBits);
        Assert.InRange(coldest_mK, 273_150, 283_150);
        Assert.InRange(loosest_Pa, 1_000_000, 1_200_000);
        Assert.InRange(manager.Readings.LowestPressure_Pa, 4_500_000, 5_500_000);
        Assert.Equal(ContactorState.Closed, manager.Contactors);
    }

    [Fact]
    public void Every_channel_that_the_core_reads_is_there_and_fresh()
    {
        TracePlayer player = new(EmbeddedTrace.Bytes());
        SensorFrame frame = new();
        int[] needed =
        [
            .. Enumerable.Range(Channel.CellVoltage, 4), .. Enumerable.Range(Channel.Temperature, 2), .. Enumerable.Range(Channel.ClampPressure, 2),
            Channel.PackCurrentA, Channel.PackCurrentB, Channel.PackVoltageA, Channel.PackVoltageB, Channel.AmbientTemperature, Channel.ContactorPositive, Channel.ContactorNegative,
            Channel.LoadRequest, Channel.ConnectRequest, Channel.HeatRequest, Channel.FrontEndAlert,
        ];
        while (player.Fill(frame))
        {
            Assert.All(needed, channel => Assert.True(frame.IsValid[channel] && frame.Timestamp_ms[channel] == frame.Time_ms));
        }
    }

    [Fact]
    public void The_source_says_where_it_comes_from_and_leaves_its_comment_nowhere()
    {
        DemoTrace made = DemoTrace.Make();
        string[] lines = DemoSource.Of(made with { Scenario = made.Scenario with { Title = "x\r\npublic static class Evil { }" } }).Split('\n');
        Assert.Equal(5, lines.TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal)).Count(line => line.StartsWith("// ", StringComparison.Ordinal)));
        Assert.StartsWith("namespace", lines[5], StringComparison.Ordinal);
        Assert.Contains("// Written by: bms-sim demo build", lines);
        Assert.Contains(lines, line => line.StartsWith("// From: demo.yaml ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains($"{made.Bytes.Length} bytes, 30000 frames of 20 ms, digest {Replay.Print(made.Digest)}", StringComparison.Ordinal));
    }

    private static BatteryManager Play(Action<SensorFrame, Decision> before, Action<BatteryManager, SensorFrame, Decision> after)
    {
        TracePlayer player = new(EmbeddedTrace.Bytes());
        BatteryManager manager = new(new CellProfile(ProfileImage.Read(EmbeddedProfile.Image())), player.Pack(), new Settings());
        manager.Restore(player.State(), 0);
        SensorFrame frame = new();
        Decision decision = new();
        while (player.Fill(frame))
        {
            before(frame, decision);
            manager.Step(frame, decision);
            after(manager, frame, decision);
        }

        return manager;
    }
}
