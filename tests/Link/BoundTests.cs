using System;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Device.Link;
using CsCheck;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>A tick of the link is short whatever the host does, makes no garbage and never throws.</summary>
public class BoundTests
{
    [Fact]
    public void A_flood_is_read_no_faster_than_the_bound_and_answered_once_a_tick() =>
        Gen.OneOf(Gen.Byte.Array[2000], Messages.FromHost.Select(Simulation.Link.LinkEncoder.Encode).Array[60].Select(all => all.SelectMany(one => one).ToArray())).Sample(
            flood =>
            {
                LinkBench bench = LinkBench.Greeted();
                bench.Line.Send(flood);
                long before = bench.Line.BytesRead;
                for (int tick = 0; bench.Line.Waiting > 0; tick++)
                {
                    Assert.InRange(bench.Answers().Count, 0, 2);
                    long now = bench.Line.BytesRead;
                    Assert.InRange(now - before, 0, MessageReceiver.MostBytes);
                    before = now;
                    Assert.InRange(tick, 0, 1000);
                }
            },
            iter: 60);

    [Fact]
    public void Updates_are_taken_as_fast_as_they_may_come()
    {
        LinkBench bench = LinkBench.Greeted();
        int[] cells = Enumerable.Repeat(3_700_000, 16).ToArray();
        for (int tick = 0; tick < 100; tick++)
        {
            bench.Update(20 * tick, Channel.CellVoltage, 0, cells).Update(20 * tick, Channel.PackCurrentA, 0, 1, 2).Update(20 * tick, Channel.ClampPressure, 0, 1, 2).Tick();
            Assert.Equal(0, bench.Line.Waiting);
            Assert.Equal(bench.Frame.Time_ms, bench.Frame.Timestamp_ms[Channel.ClampPressure + 1]);
        }
    }

    [Fact]
    public void Whole_messages_of_any_content_harm_nothing() =>
        Gen.Select(Gen.Byte, Gen.Byte.Array[0, Framing.LongestFields]).List[1, 20].Sample(
            messages =>
            {
                LinkBench bench = LinkBench.Greeted();
                foreach ((byte number, byte[] fields) in messages)
                {
                    bench.Line.Send(Frames.Of(number, fields));
                    bench.Tick();
                }
            });

    [Fact]
    public void The_periodic_path_allocates_nothing()
    {
        MemoryLine line = new() { IsDeaf = true };
        LinkBench bench = LinkBench.Greeted(line: line);
        byte[] update = Simulation.Link.LinkEncoder.Encode(Simulation.Link.LinkMessage.Of("update", 0, new[] { new Simulation.Link.ReadingRun(0, true, 0, new int[16]) }));
        byte[] command = Simulation.Link.LinkEncoder.Encode(Simulation.Link.LinkMessage.Of("read setting", 1, 0, 1));
        byte[] ask = Simulation.Link.LinkEncoder.Encode(Simulation.Link.LinkMessage.Of("read channels", 1, 0, 12));
        byte[] all = [.. update, .. command, .. ask, 1, 2, 3, 0, .. update];
        for (int k = 0; k < 300; k++)
        {
            line.Send(all);
        }

        bench.Tick(100);
        Assert.Equal(0, Garbage.Of(() => bench.Tick(40)));
    }
}
