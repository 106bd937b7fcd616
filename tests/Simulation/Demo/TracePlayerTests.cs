using System;
using System.Collections.Generic;
using Bms.Core.Sensing;
using Bms.Device.Demo;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Demo;

/// <summary>The player on traces put together by hand, and on broken ones.</summary>
public class TracePlayerTests
{
    private static readonly byte[] s_small =
    [
        1,                                  // version
        2, 0, 0, 0x80, 0x01, 7, 0, 1, 5, 8, // two cells: clamp, sensor, state of charge, contact
        2, 0, 100, 0xD0, 0x01, 3,           // two channels: the first cell in steps of 100, the first current in steps of 3
        6,                                  // frames
        2, 3, 0x80, 0x01, 0x03,             // two frames: +64, -2
        3, 1, 0x01,                         // three frames: -1
        1, 2, 0xFE, 0xFF, 0xFF, 0x0F,       // one frame: a large step
    ];

    [Fact]
    public void A_trace_written_by_hand_is_played_as_it_says()
    {
        TracePlayer player = new(s_small);
        Assert.Equal(6, player.FrameCount);
        Assert.Equal([0, 0], player.Pack().ClampOfCell);
        Assert.Equal([0, 1], player.Pack().SensorOfCell);
        Assert.Equal([128, 5], player.State().StateOfCharge_Q30);
        Assert.Equal([7, 8], player.State().Contact_Q30);

        SensorFrame frame = new();
        List<(long Time, int Voltage, int Current)> played = [];
        while (player.Fill(frame))
        {
            played.Add((frame.Time_ms, frame.Value[Channel.CellVoltage], frame.Value[Channel.PackCurrentA]));
            Assert.Equal(frame.Time_ms, frame.Timestamp_ms[Channel.PackCurrentA]);
            Assert.True(frame.IsValid[Channel.PackCurrentA]);
            Assert.False(frame.IsValid[Channel.PackCurrentB]);
        }

        Assert.Equal([(0, 6400, -6), (20, 6400, -6), (40, 6300, -6), (60, 6300, -6), (80, 6300, -6), (100, 6300, (0xFFFFFF * 3) - 6)], played);
        Assert.False(player.Fill(frame));
    }

    [Fact]
    public void What_stood_in_the_frame_before_does_not_matter()
    {
        SensorFrame frame = new();
        frame.Set(Channel.CellVoltage, 4_000_000, 99);
        Assert.True(new TracePlayer(s_small).Fill(frame));
        Assert.Equal((6400, 0), (frame.Value[Channel.CellVoltage], frame.Timestamp_ms[Channel.CellVoltage]));
    }

    [Fact]
    public void A_trace_that_breaks_off_ends_there()
    {
        for (int length = 0; length < s_small.Length; length++)
        {
            Assert.InRange(Frames(s_small[..length]), 0, 6);
        }

        Assert.Equal(0, Frames([]));
        Assert.Equal(5, Frames(s_small[..^6]));
    }

    [Fact]
    public void A_trace_of_another_version_has_no_frames()
    {
        TracePlayer player = new([2, .. s_small[1..]]);
        Assert.Equal((0, 0, 0), (player.FrameCount, player.Pack().CellCount, player.State().StateOfCharge_Q30.Length));
        Assert.False(player.Fill(new SensorFrame()));
    }

    [Fact]
    public void Whatever_bytes_a_trace_is_made_of_it_is_played_to_an_end()
        => Gen.Byte.Array[0, 60].Sample(bytes => Frames([1, .. bytes], most: 1000) <= 1000);

    [Fact]
    public void Playing_allocates_nothing()
    {
        byte[] trace = EmbeddedTrace.Bytes();
        TracePlayer player = new(trace);
        SensorFrame frame = new();
        Assert.Equal(0, Garbage.Of(Play, prepare: () => player = new TracePlayer(trace)));

        void Play()
        {
            while (player.Fill(frame))
            {
                frame.Value[Channel.Gas]++;
            }
        }
    }

    private static int Frames(byte[] trace, int most = int.MaxValue)
    {
        TracePlayer player = new(trace);
        SensorFrame frame = new();
        int frames = 0;
        while (frames < most && player.Fill(frame))
        {
            frames++;
        }

        return frames;
    }
}
