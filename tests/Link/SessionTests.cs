using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Link;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>A session begins with a hello of the right version.</summary>
public class SessionTests
{
    [Fact]
    public void At_its_start_the_device_says_what_it_is()
    {
        LinkMessage identity = Assert.Single(new LinkBench().Line.TakeMessages());
        Assert.Equal("identity: version 1, session 0, mode 3, cells 8, clamps 1, sensors 4, profile " + identity.Number("profile")
            + ", product 'BmsFirmware', firmware '0.1.0', board 'ESP32-DevKitC'", identity.ToString());
        Assert.NotEqual(0, identity.Number("profile"));
    }

    [Fact]
    public void A_line_that_does_not_open_is_told_and_harms_nothing()
    {
        LinkBench bench = new(line: new MemoryLine { Opens = false });
        Assert.False(bench.Starts);
        bench.Tick(100);
    }

    [Fact]
    public void A_hello_is_answered_with_the_identity()
    {
        LinkBench bench = new();
        bench.Line.Take();
        LinkMessage identity = bench.Send("hello", 1).Answers()[0];
        Assert.Equal("identity", identity.Row.Name);
        Assert.Equal(1, identity.Number("session"));
    }

    [Fact]
    public void A_hello_of_another_version_opens_no_session_and_ends_one()
    {
        LinkBench bench = LinkBench.Greeted();
        Assert.Equal(0, bench.Send("hello", 2).Answers()[0].Number("session"));
        Assert.Equal("no hello", ResultOf(bench.Send("read setting", 9, 0, 0).Reply()));
    }

    [Fact]
    public void Before_a_hello_every_message_is_refused()
    {
        foreach (LinkMessageRow row in LinkMessageTable.All.Where(row => row.IsFromHost && row.Name != "hello"))
        {
            LinkBench bench = new();
            bench.Line.Take();
            object[] values = [.. row.Fields.Select(field => field.Type == FieldType.Runs ? new List<ReadingRun> { new(0, true, 0, [5]) } : (object)1)];
            LinkMessage reply = bench.Send(row.Name, values).Reply();
            Assert.Equal((row.Number, "no hello"), ((int)reply.Number("message"), ResultOf(reply)));
            Assert.Empty(bench.Told);
            Assert.DoesNotContain(true, bench.Frame.IsValid);
        }
    }

    [Fact]
    public void Messages_of_the_device_itself_are_not_answered()
    {
        LinkBench bench = LinkBench.Greeted();
        bench.Send("reply", 1, 2, 3, 4).Send("ask", 1, 131);
        Assert.DoesNotContain(bench.Answers(4), message => message.Row.Name == "reply");
        Assert.Equal(1, Assert.Single(bench.Send("ask", 1, 131).Answers(2), message => message.Row.Name == "status").Number("refused"));
    }

    [Fact]
    public void What_is_asked_for_comes()
    {
        LinkBench bench = LinkBench.Greeted().Tick(7);
        bench.Line.Take();
        Assert.Equal(["identity"], Names(bench.Send("ask", 1, 129).Answers()));
        Assert.Equal(["decision"], Names(bench.Send("ask", 1, 130).Answers()));
        Assert.Equal(["status"], Names(bench.Send("ask", 1, 131).Answers()));
        Assert.Equal("unknown number", ResultOf(bench.Send("ask", 1, 5).Reply()));
    }

    [Fact]
    public void Readings_asked_for_come_with_age_and_validity()
    {
        LinkBench bench = LinkBench.Greeted();
        bench.Frame.Set(13, 3_700_000, bench.Frame.Time_ms);
        bench.Frame.Set(14, 3_600_000, bench.Frame.Time_ms - 100);
        bench.Frame.Invalidate(14);
        LinkMessage readings = Assert.Single(bench.Send("read channels", 4, 13, 2).Answers(), message => message.Row.Name == "readings");
        Assert.Equal([new ReadingRun(13, true, 20, [3_700_000]), new ReadingRun(14, false, 120, [3_600_000])], readings.Runs);
        Assert.Equal("out of range", ResultOf(bench.Send("read channels", 4, 0, 13).Reply()));
        Assert.Equal("out of range", ResultOf(bench.Send("read channels", 4, 0, 0).Reply()));
        Assert.Equal("unknown number", ResultOf(bench.Send("read channels", 4, 231, 2).Reply()));
        Assert.Equal(12, Assert.Single(bench.Send("read channels", 4, 220, 12).Answers(), message => message.Row.Name == "readings").Runs.Count);
    }

    private static IEnumerable<string> Names(List<LinkMessage> messages) => messages.Select(message => message.Row.Name);

    private static string ResultOf(LinkMessage reply) => CommandResult.Of((int)reply.Number("result")).Name;
}
