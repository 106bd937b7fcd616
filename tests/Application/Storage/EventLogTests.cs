using System;
using System.Linq;
using System.Text;
using Bms.Application.Tests.Benches;
using Bms.Core.Sensing;
using Bms.Device.Storage;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Files;
using Xunit;

namespace Bms.Application.Tests.Storage;

/// <summary>What happened is in the flash, one line each, in the order it happened.</summary>
public class EventLogTests
{
    private const string LogFile = FlashDisk.Root + "log.txt";
    private const string OldFile = FlashDisk.Root + "log.old";

    [Fact]
    public void A_start_a_use_and_a_fault_are_lines_with_their_times()
    {
        Machine machine = Controller.Run(_ =>
        {
            EventLog log = new(new FileStore());
            SteadyPack pack = new SteadyPack();
            log.NoteStart(1_234, "board");
            Go(log, pack, 5_000);
            pack.IsRead[Channel.PackCurrentA] = false;
            pack.IsRead[Channel.PackCurrentB] = false;
            Go(log, pack, 5_000);
            pack.IsRead[Channel.PackCurrentA] = true;
            pack.IsRead[Channel.PackCurrentB] = true;
            Go(log, pack, 20_000);
            log.NoteFailure(pack.Time_ms, "it broke");
            log.Flush(pack.Manager.Diagnosis, pack.Time_ms);
        });
        string[] lines = Lines(machine, LogFile);
        Assert.Equal(
            [
                "start, mode board", "contactors precharging", "contactors closed", "raised: pack current missing", "contactors opening",
                "contactors open", "over: pack current missing", "contactors precharging", "contactors closed", "stopped: it broke",
            ],
            lines.Select(line => line[(line.IndexOf(" ms ", StringComparison.Ordinal) + 4)..]));
        long[] times = [.. lines.Select(line => long.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)], null))];
        Assert.Equal(1_234, times[0]);
        Assert.InRange(times[3], 5_500, 5_700);
        Assert.Equal(times[1..].Order(), times[1..]);
    }

    [Fact]
    public void A_file_that_has_grown_long_becomes_the_old_one()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        machine.Flash.Put(LogFile, Encoding.ASCII.GetBytes(new string('x', 32_769)));
        machine.Flash.Put(OldFile, [1]);
        machine.Run(() =>
        {
            EventLog log = new(new FileStore());
            SteadyPack pack = new();
            log.NoteStart(1, "board");
            log.Flush(pack.Manager.Diagnosis, 1);
        });
        Assert.Equal(32_769, machine.Flash.Peek(OldFile)!.Length);
        Assert.Equal(["1 ms start, mode board"], Lines(machine, LogFile));
    }

    [Fact]
    public void Lines_wait_for_ten_seconds_after_the_last_ones() => Controller.Run(_ =>
    {
        EventLog log = new(new FileStore());
        SteadyPack pack = new();
        Assert.False(log.IsDue(0));
        log.NoteStart(0, "board");
        Assert.True(log.IsDue(0));
        log.Flush(pack.Manager.Diagnosis, 100);
        Assert.False(log.IsDue(50_000));
        log.NoteStart(200, "board");
        Assert.False(log.IsDue(10_099));
        Assert.True(log.IsDue(10_100));
    });

    [Fact]
    public void What_finds_no_room_in_memory_is_counted_and_told()
    {
        Machine machine = Controller.Run(_ =>
        {
            EventLog log = new(new FileStore());
            SteadyPack pack = new();
            for (int k = 0; k < 70; k++)
            {
                log.NoteStart(k, "board");
            }

            Assert.Equal(6, log.Lost);
            log.NoteFailure(70, "it broke");
            log.Flush(pack.Manager.Diagnosis, 71);
            Assert.Equal(7, log.Lost);
            log.NoteStart(72, "board");
            log.Flush(pack.Manager.Diagnosis, 73);
        });
        string[] lines = Lines(machine, LogFile);
        Assert.Equal(66, lines.Length);
        Assert.Equal(["70 ms stopped: it broke", "71 ms lost: 7 events", "72 ms start, mode board"], lines[^3..]);
    }

    [Fact]
    public void A_flash_that_is_full_is_not_tried_again_and_again()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        machine.Flash.Put(FlashDisk.Root + "large", new byte[FlashDisk.Capacity]);
        machine.Run(() =>
        {
            EventLog log = new(new FileStore());
            SteadyPack pack = new();
            log.NoteStart(1, "board");
            log.Flush(pack.Manager.Diagnosis, 1);
            Assert.False(log.IsDue(long.MaxValue));
            Assert.Equal(1, log.Lost);
        });
    }

    private static void Go(EventLog log, SteadyPack pack, int ms)
    {
        for (int done = 0; done < ms; done += 20)
        {
            pack.Step();
            log.Watch(pack.Manager, pack.Time_ms);
        }
    }

    private static string[] Lines(Machine machine, string file) =>
        Encoding.ASCII.GetString(machine.Flash.Peek(file)!).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
