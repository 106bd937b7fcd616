using System.Collections.Generic;
using System.Linq;
using Bms.Core.Storage;
using Bms.Device.Storage;
using Bms.Simulation.Link;
using Xunit;
using Firmware = Bms.Device.Link;

namespace Bms.Link.Tests;

/// <summary>What the host can tell the device to do.</summary>
public class CommandTests
{
    public static TheoryData<string> ChangingCommands => [.. LinkMessageTable.All.Where(row => row.NeedsOpenContactors).Select(row => row.Name)];

    [Fact]
    public void Settings_are_read_and_written_by_their_numbers()
    {
        LinkBench bench = LinkBench.Greeted();
        Assert.Equal(("done", 2000), Result(bench.Send("read setting", 1, 0, Setting.OpeningDelay)));
        Assert.Equal(("done", 1500), Result(bench.Send("write setting", 2, 0, Setting.OpeningDelay, 1500)));
        Assert.Equal(("done", 1500), Result(bench.Send("read setting", 3, 0, Setting.OpeningDelay)));
        Assert.Equal(("done", -42), Result(bench.Send("write setting", 4, 1, BoardSetting.LoadCellTare + 3, -42)));
        Assert.Equal(["core 5 = 1500", "board 11 = -42"], bench.Told);
    }

    [Fact]
    public void A_setting_that_does_not_exist_is_refused()
    {
        LinkBench bench = LinkBench.Greeted();
        Assert.Equal(("unknown number", 0), Result(bench.Send("read setting", 1, 0, Setting.Count)));
        Assert.Equal(("unknown number", 0), Result(bench.Send("write setting", 1, 1, BoardSetting.Count, 0)));
        Assert.Equal(("unknown number", 0), Result(bench.Send("read setting", 1, 2, 0)));
        Assert.Equal(("unknown number", 0), Result(bench.Send("write setting", 1, 255, 0, 0)));
        Assert.Empty(bench.Told);
    }

    [Fact]
    public void A_value_out_of_range_is_refused_and_the_reply_has_the_one_that_stays() =>
        Assert.Equal(("out of range", 2000), Result(LinkBench.Greeted().Send("write setting", 1, 0, Setting.OpeningDelay, 60_001)));

    [Fact]
    public void A_flash_that_does_not_take_it_is_told()
    {
        LinkBench bench = LinkBench.Greeted();
        bench.Result = Firmware.CommandResult.Failed;
        Assert.Equal("failed", Result(bench.Send("write setting", 1, 0, Setting.OpeningDelay, 100)).Name);
        Assert.Equal("failed", Result(bench.Send("tare", 1, 0)).Name);
    }

    [Fact]
    public void Load_cells_are_calibrated_by_their_numbers()
    {
        LinkBench bench = LinkBench.Greeted();
        Assert.Equal("done", Result(bench.Send("tare", 1, 3)).Name);
        Assert.Equal("done", Result(bench.Send("span", 1, 2, 3_500_000)).Name);
        Assert.Equal(["tare 3", "span 2 3500000"], bench.Told);
    }

    [Fact]
    public void The_mode_is_a_setting_of_the_board()
    {
        LinkBench bench = LinkBench.Greeted();
        Assert.Equal(("done", 3), Result(bench.Send("set mode", 1, 3)));
        Assert.Equal(("out of range", 3), Result(bench.Send("set mode", 1, 4)));
        Assert.Equal([$"board {BoardSetting.Mode} = 3", $"board {BoardSetting.Mode} = 4"], bench.Told);
    }

    [Fact]
    public void Before_a_reboot_the_reply_is_out()
    {
        LinkBench bench = LinkBench.Greeted().Send("reboot", 1).Tick();
        Assert.Equal(["reboot after reply"], bench.Told);
    }

    [Theory, MemberData(nameof(ChangingCommands))]
    public void With_a_contactor_closed_nothing_is_changed(string name)
    {
        object[] values = [.. LinkMessageTable.Named(name).Fields.Select(_ => (object)1)];
        for (int contactor = 0; contactor < 3; contactor++)
        {
            LinkBench bench = LinkBench.Greeted();
            bench.Decision.CloseNegative = contactor == 0;
            bench.Decision.ClosePrecharge = contactor == 1;
            bench.Decision.ClosePositive = contactor == 2;
            bench.Tick();
            Assert.Equal("contactors closed", Result(bench.Send(name, values)).Name);
            Assert.Empty(bench.Told);
            bench.Decision.CloseNegative = bench.Decision.ClosePrecharge = bench.Decision.ClosePositive = false;
            bench.Tick().Send(name, values).Tick();
            Assert.Single(bench.Told);
        }
    }

    [Fact]
    public void A_reply_has_the_tag_and_number_of_its_command()
    {
        LinkBench bench = LinkBench.Greeted();
        foreach (int tag in new[] { 0, 1, 77, 255 })
        {
            LinkMessage reply = bench.Send("tare", tag, 0).Reply();
            Assert.Equal((tag, 7), (reply.Number("tag"), reply.Number("message")));
        }
    }

    [Fact]
    public void A_message_that_does_not_exist_or_is_too_short_is_refused()
    {
        LinkBench bench = LinkBench.Greeted();
        HashSet<int> known = [.. LinkMessageTable.All.Select(row => row.Number)];
        for (int number = 0; number < LinkMessageRow.FirstOfDevice; number++)
        {
            bench.Line.Send(Frames.Of(number));
            Assert.Equal(known.Contains(number) ? "bad length" : "unknown message", CommandResult.Of((int)bench.Reply().Number("result")).Name);
        }

        foreach (LinkMessageRow row in LinkMessageTable.All.Where(row => row.IsFromHost))
        {
            bench.Line.Send(Frames.Of(row.Number, new byte[row.Length - 1]));
            Assert.Equal("bad length", CommandResult.Of((int)bench.Reply().Number("result")).Name);
        }

        Assert.Empty(bench.Told);
    }

    [Fact]
    public void Commands_sent_at_once_are_carried_out_one_a_tick_in_their_order()
    {
        LinkBench bench = LinkBench.Greeted();
        for (int k = 0; k < 10; k++)
        {
            bench.Send("tare", k, k);
        }

        for (int k = 0; k < 10; k++)
        {
            Assert.Equal(k, bench.Reply().Number("tag"));
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(k => $"tare {k}"), bench.Told);
    }

    private static (string Name, int Value) Result(LinkBench bench)
    {
        LinkMessage reply = bench.Reply();
        return (CommandResult.Of((int)reply.Number("result")).Name, (int)reply.Number("value"));
    }
}
