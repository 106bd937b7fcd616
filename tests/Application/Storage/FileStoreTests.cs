using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Device.Storage;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Files;
using Xunit;

namespace Bms.Application.Tests.Storage;

/// <summary>The flash as the firmware sees it: nothing that fails there is ever more than a result.</summary>
public class FileStoreTests
{
    private static readonly byte[] _content = [.. Enumerable.Range(0, 1_000).Select(k => (byte)k)];

    [Fact]
    public void What_is_not_there_is_empty() => Controller.Run(_ =>
    {
        FileStore store = new();
        Assert.Null(store.ReadAll("nothing"));
        Assert.Equal(0, store.Read("nothing", new byte[10]));
        Assert.Equal(0, store.Length("nothing"));
        Assert.Equal(0, store.Failures);
        Assert.False(store.Rename("nothing", "something"));
        Assert.Equal(1, store.Failures);
    });

    [Fact]
    public void What_is_written_is_read() => Controller.Run(machine =>
    {
        FileStore store = new();
        Assert.True(store.Write("file", _content, 600));
        Assert.True(store.Append("file", _content, 400));
        Assert.True(store.Append("other", _content, 3));
        byte[] expected = [.. _content.Take(600), .. _content.Take(400)];
        Assert.Equal(expected, store.ReadAll("file"));
        Assert.Equal((1_000, 3), (store.Length("file"), store.Length("other")));
        byte[] some = new byte[10];
        Assert.Equal(10, store.Read("file", some));
        Assert.Equal(_content.Take(10), some);
        Assert.True(store.Rename("file", "other"));
        Assert.Equal(expected, store.ReadAll("other"));
        Assert.Null(store.ReadAll("file"));
        Assert.True(store.Write("other", _content, 5));
        Assert.Equal(5, store.Length("other"));
        Assert.Equal(0, store.Failures);
    });

    [Fact]
    public void A_full_flash_refuses_and_keeps_what_it_has()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        machine.Flash.Put(FlashDisk.Root + "old", _content);
        machine.Flash.Put(FlashDisk.Root + "large", new byte[FlashDisk.Capacity - 8_192]);
        machine.Run(() =>
        {
            FileStore store = new();
            Assert.False(store.Write("old", new byte[9_000], 9_000));
            Assert.False(store.Append("new", new byte[9_000], 9_000));
            Assert.Equal(2, store.Failures);
            Assert.Equal(_content, store.ReadAll("old"));
            Assert.Equal(0, store.Length("new"));
        });
    }

    [Fact]
    public void A_supply_that_goes_in_a_write_leaves_the_old_content_or_the_new()
    {
        bool[] seen = new bool[2];
        for (int delay_us = 0; delay_us < 40_000; delay_us += 250)
        {
            Machine machine = new(BoardWiring.Esp32DevKitC);
            machine.Flash.Put(FlashDisk.Root + "file", [1, 2, 3]);
            machine.SwitchOffAt(delay_us);
            FileStore store = new();
            RunEnd end = machine.Run(() =>
            {
                store.Write("file", _content, _content.Length);
                machine.Advance(0);
            });
            byte[] found = machine.Flash.Peek(FlashDisk.Root + "file")!;
            bool isNew = found.Length == _content.Length;
            Assert.Equal(isNew ? _content : [1, 2, 3], found);
            Assert.True(isNew || end == RunEnd.PowerLost);
            seen[isNew ? 1 : 0] = true;
        }

        Assert.Equal([true, true], seen);
    }
}
