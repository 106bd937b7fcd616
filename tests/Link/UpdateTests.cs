using System.Collections.Generic;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Simulation.Link;
using CsCheck;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>The host's readings in the firmware's frame.</summary>
public class UpdateTests
{
    [Fact]
    public void A_reading_is_stamped_with_the_time_of_the_tick_less_its_age()
    {
        LinkBench bench = LinkBench.Greeted().Update(500_000, Channel.ClampPressure, 37, 5_000_000, -7).Tick();
        Assert.Equal([5_000_000, -7], bench.Frame.Value[Channel.ClampPressure..(Channel.ClampPressure + 2)]);
        Assert.Equal([true, true, false], bench.Frame.IsValid[Channel.ClampPressure..(Channel.ClampPressure + 3)]);
        Assert.Equal(bench.Frame.Time_ms - 37, bench.Frame.Timestamp_ms[Channel.ClampPressure + 1]);
    }

    [Fact]
    public void Without_updates_readings_grow_old()
    {
        LinkBench bench = LinkBench.Greeted().Update(0, Channel.PackCurrentA, 0, 1234).Tick();
        long stamp_ms = bench.Frame.Timestamp_ms[Channel.PackCurrentA];
        bench.Tick(50);
        Assert.Equal(stamp_ms, bench.Frame.Timestamp_ms[Channel.PackCurrentA]);
        Assert.Equal(1000, bench.Frame.Time_ms - stamp_ms);
    }

    [Fact]
    public void Any_frame_arrives_as_it_is() =>
        Gen.Select(Gen.Int[0, Channel.Count - 1], Gen.Int, Gen.Bool, Gen.Int[0, 300]).List[0, 300].List[1, 5].Sample(
            steps =>
            {
                LinkBench bench = LinkBench.Greeted();
                SensorFrame sent = new() { Time_ms = 1_000_000 };
                FrameUpdates updates = new();
                long offset_ms = sent.Time_ms + 400 - (bench.Frame.Time_ms + 20);   // the first update is taken in the first tick
                foreach (List<(int, int, bool, int)> changes in steps)
                {
                    sent.Time_ms += 400;
                    foreach ((int channel, int value, bool isValid, int age_ms) in changes)
                    {
                        sent.Set(channel, value, sent.Time_ms - age_ms);
                        if (!isValid)
                        {
                            sent.Invalidate(channel);
                        }
                    }

                    foreach (LinkMessage update in updates.Since(sent))
                    {
                        bench.Line.Send(LinkEncoder.Encode(update));
                    }

                    bench.Tick(20);
                    Assert.Equal(0, bench.Line.Waiting);
                    Assert.Equal(sent.Value, bench.Frame.Value);
                    Assert.Equal(sent.IsValid, bench.Frame.IsValid);
                    for (int channel = 0; channel < Channel.Count; channel++)
                    {
                        // large changes take several ticks; what waited is so much older when it is taken
                        long error_ms = sent.Timestamp_ms[channel] == 0 ? 0 : bench.Frame.Timestamp_ms[channel] + offset_ms - sent.Timestamp_ms[channel];
                        Assert.InRange(error_ms, 0, 1);
                    }
                }
            },
            iter: 60);

    [Fact]
    public void Only_what_has_changed_is_sent()
    {
        SensorFrame frame = new() { Time_ms = 1000 };
        FrameUpdates updates = new();
        frame.Set(0, 5, 990);
        frame.Set(1, 6, 990);
        frame.Set(3, 7, 990);
        Assert.Equal([new(0, true, 10, [5, 6]), new(3, true, 10, [7])], Assert.Single(updates.Since(frame)).Runs);
        Assert.Empty(Assert.Single(updates.Since(frame)).Runs);
        frame.Time_ms = 1020;
        frame.Set(1, 6, 1015);
        Assert.Equal([new(1, true, 5, [6])], Assert.Single(updates.Since(frame)).Runs);
        updates.Forget();
        Assert.Equal(3, Assert.Single(updates.Since(frame)).Runs.Sum(run => run.Values.Count));
    }

    [Fact]
    public void A_host_that_stalls_does_not_make_old_readings_look_new()
    {
        LinkBench bench = LinkBench.Greeted();
        long host_ms = 70_000;
        for (int k = 0; k < 50; k++)
        {
            bench.Update(host_ms += 20, Channel.PackCurrentA, 0, k).Tick();
        }

        bench.Tick(25);
        for (int k = 0; k < 5; k++)
        {
            bench.Update(host_ms += 20, Channel.PackCurrentA, 0, 100 + k);
        }

        bench.Tick();
        long age_ms = bench.Frame.Time_ms - bench.Frame.Timestamp_ms[Channel.PackCurrentA];
        Assert.Equal(104, bench.Frame.Value[Channel.PackCurrentA]);
        Assert.InRange(age_ms, 415, 420);     // 26 ticks went by, the host's clock says 5
    }

    [Fact]
    public void Clocks_may_drift_apart_without_making_readings_old()
    {
        LinkBench bench = LinkBench.Greeted();
        for (int k = 0; k < 20_000; k++)
        {
            bench.Update((long)(k * 20 * 0.9998), Channel.PackCurrentA, 0, k).Tick();
            Assert.InRange(bench.Frame.Time_ms - bench.Frame.Timestamp_ms[Channel.PackCurrentA], 0, 2);
        }
    }

    [Fact]
    public void A_hello_lets_the_host_set_its_clock()
    {
        LinkBench bench = LinkBench.Greeted().Update(900_000, Channel.PackCurrentA, 0, 1).Tick().Update(0, Channel.PackCurrentA, 0, 2).Tick();
        Assert.Equal(900_020, bench.Frame.Time_ms - bench.Frame.Timestamp_ms[Channel.PackCurrentA]);
        bench.Send("hello", 1).Tick().Update(0, Channel.PackCurrentA, 0, 3).Tick();
        Assert.Equal(bench.Frame.Time_ms, bench.Frame.Timestamp_ms[Channel.PackCurrentA]);
    }

    [Fact]
    public void The_lowest_32_bits_of_the_hosts_time_may_wrap()
    {
        LinkBench bench = LinkBench.Greeted();
        bench.Update(uint.MaxValue - 9, Channel.PackCurrentA, 0, 1).Tick().Update(10, Channel.PackCurrentA, 0, 2).Tick();
        Assert.Equal(bench.Frame.Time_ms, bench.Frame.Timestamp_ms[Channel.PackCurrentA]);
    }

    [Fact]
    public void An_update_whose_runs_do_not_fill_it_changes_nothing()
    {
        Gen.Byte.Array[0, 40].Sample(runs =>
        {
            LinkBench bench = LinkBench.Greeted();
            byte[] fields = [0, 0, 0, 0, .. runs];
            bench.Line.Send(Frames.Of(2, fields));
            bool isTaken = bench.Answers().All(message => message.Row.Name != "reply");
            Assert.Equal(Receivers.Receive("host", Frames.Of(2, fields)).Messages.Count == 1, isTaken);
            Assert.True(isTaken || !bench.Frame.IsValid.Contains(true));
        });
    }

    [Fact]
    public void On_a_board_only_what_a_load_may_ask_for_is_taken()
    {
        for (int channel = 0; channel < Channel.Count; channel++)
        {
            LinkBench bench = LinkBench.Greeted(takesReadings: false).Update(0, channel, 0, 1).Tick();
            Assert.Equal(channel is Channel.LoadRequest or Channel.ConnectRequest or Channel.HeatRequest, bench.Frame.IsValid[channel]);
        }

        LinkBench whole = LinkBench.Greeted(takesReadings: false).Update(0, Channel.LoadRequest, 0, 1, 1, 1, 0);
        Assert.Equal(7, whole.Reply().Number("result"));
        Assert.DoesNotContain(true, whole.Frame.IsValid);
        Assert.Equal([true, true, true], whole.Update(0, Channel.LoadRequest, 0, -5, 1, 0).Tick().Frame.IsValid[Channel.LoadRequest..(Channel.HeatRequest + 1)]);
    }
}
