using System;
using System.IO;
using Bms.VirtualBoard.Files;
using Xunit;
using Directory = Bms.VirtualBoard.Desktop.Directory;
using File = Bms.VirtualBoard.Desktop.File;
using FileStream = Bms.VirtualBoard.Desktop.FileStream;
using Path = Bms.VirtualBoard.Desktop.Path;

namespace Bms.VirtualBoard.Tests;

public sealed class FlashTests
{
    [Fact]
    public void A_file_has_what_was_written_and_outlives_the_supply()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            File.WriteAllBytes(@"I:\a.bin", [1, 2, 3]);
            File.AppendAllText(@"I:\a.bin", "A");
        });
        machine.SwitchOff();
        machine.PowerUp();
        machine.Run(() => Assert.Equal([1, 2, 3, 65], File.ReadAllBytes("I:/a.bin")));
    }

    [Fact]
    public void Writing_takes_time()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            File.WriteAllBytes(@"I:\a.bin", new byte[1024]);
            Assert.InRange(machine.Time_us, 10_000, 100_000);
        });
    }

    [Fact]
    public void A_brown_out_in_a_write_keeps_the_old_content()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Flash.Put(@"I:\a.bin", [1, 2, 3]);
        Assert.Equal(RunEnd.PowerLost, machine.Run(() =>
        {
            using FileStream stream = File.Create(@"I:\a.bin");
            stream.Write(new byte[2000], 0, 2000);
            stream.Flush();
            machine.SwitchOffAt(machine.Time_us + 100);
            stream.Write(new byte[2000], 0, 2000);
        }));
        Assert.Equal([1, 2, 3], machine.Flash.Peek(@"I:\a.bin"));
    }

    [Fact]
    public void A_brown_out_in_the_closing_keeps_the_old_content()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Flash.Put(@"I:\a.bin", [1, 2, 3]);
        machine.Run(() =>
        {
            FileStream stream = File.OpenWrite(@"I:\a.bin");
            stream.Write([9], 0, 1);
            machine.SwitchOffAt(machine.Time_us + 100);
            stream.Close();
        });
        Assert.Equal([1, 2, 3], machine.Flash.Peek(@"I:\a.bin"));
    }

    [Fact]
    public void A_file_created_but_not_closed_is_left_empty()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            FileStream stream = File.Create(@"I:\new.bin");
            stream.Write(new byte[10], 0, 10);
            machine.SwitchOff();
            Assert.Throws<PowerLostException>(() => stream.Write(new byte[10], 0, 10));
        });
        Assert.Empty(machine.Flash.Peek(@"I:\new.bin")!);
    }

    [Fact]
    public void Another_opening_sees_only_what_was_closed_and_is_refused_meanwhile()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            FileStream stream = File.Create(@"I:\a.bin");
            stream.WriteByte(7);
            Assert.Throws<IOException>(() => File.OpenRead(@"I:\a.bin"));
            Assert.Throws<IOException>(() => File.Delete(@"I:\a.bin"));
            stream.Dispose();
            Assert.Equal([7], File.ReadAllBytes(@"I:\a.bin"));
        });
    }

    [Fact]
    public void Moving_deleting_and_folders()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            Assert.Throws<IOException>(() => File.Create(@"I:\logs\a"));
            Directory.CreateDirectory(@"I:\logs");
            File.WriteAllText(@"I:\logs\a", "a");
            File.WriteAllText(@"I:\b", "b");
            Assert.Equal([@"I:\logs\a"], Directory.GetFiles(@"I:\logs"));
            Assert.Equal([@"I:\logs"], Directory.GetDirectories(@"I:\"));
            Assert.Throws<IOException>(() => File.Move(@"I:\b", @"I:\logs\a"));
            File.Delete(@"I:\logs\a");
            File.Move(@"I:\b", @"I:\logs\a");
            Assert.False(File.Exists(@"I:\b"));
            File.Delete(@"I:\b");
            Assert.Equal("b", File.ReadAllText(@"I:\logs\a"));
            Assert.Throws<IOException>(() => Directory.Delete(@"I:\logs"));
            Directory.Delete(@"I:\logs", recursive: true);
            Assert.False(Directory.Exists(@"I:\logs"));
            Assert.Throws<IOException>(() => File.OpenRead(@"I:\b"));
            Assert.Throws<IOException>(() => File.Create(@"D:\b"));
        });
    }

    [Fact]
    public void The_disk_gets_full()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            File.WriteAllBytes(@"I:\a", new byte[FlashDisk.Capacity - 4096]);
            Assert.Throws<IOException>(() => File.WriteAllBytes(@"I:\b", new byte[5000]));
            File.WriteAllBytes(@"I:\b", new byte[4096]);
        });
    }

    [Fact]
    public void Streams_seek_truncate_and_append()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            File.WriteAllBytes(@"I:\a", [0, 1, 2, 3, 4, 5]);
            using (var stream = new FileStream(@"I:\a", FileMode.Open))
            {
                stream.Seek(-2, SeekOrigin.End);
                stream.WriteByte(9);
                stream.Position = 1;
                byte[] two = new byte[2];
                Assert.Equal(2, stream.Read(new SpanByte(two)));
                Assert.Equal([1, 2], two);
                stream.SetLength(5);
            }

            using (var stream = new FileStream(@"I:\a", FileMode.Append))
            {
                Assert.False(stream.CanRead);
                stream.WriteByte(7);
            }

            Assert.Equal([0, 1, 2, 3, 9, 7], File.ReadAllBytes(@"I:\a"));
            Assert.Throws<IOException>(() => new FileStream(@"I:\a", FileMode.CreateNew));
            using FileStream first = File.OpenRead(@"I:\a");
            using FileStream second = File.OpenRead(@"I:\a");
            Assert.Throws<NotSupportedException>(() => first.WriteByte(1));
            Assert.Throws<IOException>(() => File.OpenWrite(@"I:\a"));
            Assert.Throws<ArgumentException>(() => new FileStream(@"I:\b", FileMode.Create, FileAccess.Read));
        });
    }

    [Theory]
    [InlineData(@"I:\logs", "a.bin", @"I:\logs\a.bin")]
    [InlineData(@"I:\", "a", @"I:\a")]
    [InlineData("I:", "a", "I:a")]
    [InlineData(@"I:\x", @"I:\y", @"I:\y")]
    public void Paths_combine_as_on_the_device(string first, string second, string whole) => Assert.Equal(whole, Path.Combine(first, second));

    [Fact]
    public void Parts_of_a_path()
    {
        Assert.Equal("b.txt", Path.GetFileName(@"I:\a\b.txt"));
        Assert.Equal("b", Path.GetFileNameWithoutExtension(@"I:\a\b.txt"));
        Assert.Equal(".txt", Path.GetExtension(@"I:\a\b.txt"));
        Assert.Equal(@"I:\a", Path.GetDirectoryName(@"I:\a\b.txt"));
        Assert.Equal(@"I:\", Path.GetDirectoryName(@"I:\b.txt"));
        Assert.Null(Path.GetDirectoryName(@"I:\"));
    }
}
