using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Sensing;
using Bms.Device.Demo;
using Bms.Device.Storage;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Files;
using Xunit;

namespace Bms.Application.Tests.Starting;

/// <summary>The firmware finds out what it is connected to, and in doubt connects nothing.</summary>
public class ModeTests
{
    private const string Profile = "profile.img";
    private const double Never = double.MaxValue;

    public static TheoryData<string> Boards => [BoardWiring.Esp32DevKitC.TargetName, BoardWiring.Esp32S3DevKitC1.TargetName];

    [Theory, MemberData(nameof(Boards))]
    public void No_contactor_is_told_to_close_during_the_start_and_then_the_negative_and_the_precharge_relay_come_first(string target)
    {
        BoardBench bench = new(new BoardSetup { Wiring = Wiring(target) }) { Connects = true };
        long first_us = 0;
        bench.Stepped = () => first_us = first_us == 0 ? bench.Machine.Time_us : first_us;
        bench.Run(30);
        Assert.Equal(["+precharge", "+negative", "-precharge", "+positive"], bench.Commands.Select(command => command.Change));
        Assert.True(bench.Commands[0].Time_us > first_us);
        Assert.True(bench.IsConnected);
        Assert.False(bench.IsBlocked);
        Assert.Equal(0, bench.Board.Watchdog.Drops);
    }

    [Theory, MemberData(nameof(Boards))]
    public void Chips_that_answer_are_managed(string target)
    {
        BoardBench bench = new(new BoardSetup { Wiring = Wiring(target) });
        bench.Run(5);
        Assert.Contains("mode board, 8 cells", bench.Lines);
        Assert.Equal(2, bench.Host.Identity?.Number("mode"));
        Assert.DoesNotContain(bench.Lines, line => line.Contains("answer", System.StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Boards))]
    public void A_bare_board_demonstrates_and_can_be_looked_at(string target)
    {
        BoardBench bench = Bare(hostFrom_s: 10, target);
        bench.Run(20);
        Assert.Contains("mode demo, 4 cells", bench.Lines);
        Assert.Equal(1, bench.Host.Identity?.Number("mode"));
        Assert.NotNull(bench.Host.Decision);
        Assert.Empty(bench.Commands);
    }

    [Fact]
    public void A_demonstration_has_its_digest_whatever_profile_is_stored_and_whatever_a_host_asks()
    {
        BoardBench bench = Bare(hostFrom_s: 20);
        bench.Machine.Flash.Put(FlashDisk.Root + Profile, FirmwareImage.Build(ProfileLibrary.Load("pellet-llzo-nmc")));
        bench.Connects = true;
        bench.Run(10_000);
        Assert.Equal(EmbeddedTrace.Digest, bench.Application.Manager.Digest);
        Assert.Equal($"digest {Replay.Print(EmbeddedTrace.Digest)} after 30000 frames", bench.Lines[^1]);
        Assert.Equal(0, bench.Application.Missed);
        Assert.Empty(bench.Commands);
        Assert.Null(bench.File("log.txt"));
    }

    [Fact]
    public void A_host_that_looks_at_a_demonstration_sees_the_readings_of_the_recorded_pack()
    {
        BoardBench bench = Bare(hostFrom_s: 10);
        bench.Connects = true;
        bench.Run(20);
        SensorFrame frame = bench.Application.Frame;
        Assert.Equal("demo", bench.Application.Mode.Name);
        Assert.InRange(frame.Value[Channel.CellVoltage + 3], 2_500_000, 4_300_000);
        Assert.Equal(frame.Time_ms, (long?)bench.Host.Decision?.Time_ms);
    }

    [Fact]
    public void The_program_is_over_after_a_demonstration()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        Assert.Equal(RunEnd.Returned, machine.Run(Device.Program.Main));
        Assert.StartsWith("digest ", machine.Console.Lines[^1], System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "hil")]
    [InlineData(1.8, "hil")]
    [InlineData(2.1, "demo")]
    public void A_host_that_says_hello_within_two_seconds_takes_part(double after_s, string mode)
    {
        BoardBench silent = Bare(Never);
        silent.Run(15);                         // chips are looked for first: how long that takes their drivers know
        Assert.Equal("demo", silent.Application.Mode.Name);

        BoardBench bench = Bare(silent.LinkOpened_s + after_s);
        bench.Run(15);
        Assert.Equal(mode, bench.Application.Mode.Name);
    }

    [Fact]
    public void A_host_brings_a_board_back_from_any_mode()
    {
        BoardBench bench = new(new BoardSetup { Settings = new Dictionary<int, int> { [BoardSetting.Mode] = 1 } });
        bench.Command(2, "set mode", 2).Command(2.5, "reboot");
        Assert.Equal(RunEnd.Rebooted, bench.Run(60));
        Assert.Equal("demo", bench.Application.Mode.Name);
        bench.Run(10);
        Assert.Equal("board", bench.Application.Mode.Name);
    }

    [Fact]
    public void A_profile_that_is_not_sound_leaves_the_pack_disconnected_and_says_so()
    {
        byte[] image = FirmwareImage.Build(ProfileLibrary.Load(ProfileLibrary.Default));
        image[200] ^= 1;
        BoardBench bench = new() { Connects = true };
        bench.Machine.Flash.Put(FlashDisk.Root + Profile, image);
        bench.Run(30);
        Assert.Contains(bench.Lines, line => line.StartsWith("profile.img refused", System.StringComparison.Ordinal) && line.EndsWith("the pack stays disconnected", System.StringComparison.Ordinal));
        Assert.Equal("demo", bench.Application.Mode.Name);
        Assert.Empty(bench.Commands);
    }

    [Fact]
    public void A_sound_profile_is_used()
    {
        BoardBench bench = new();
        bench.Machine.Flash.Put(FlashDisk.Root + Profile, FirmwareImage.Build(ProfileLibrary.Load("pellet-llzo-nmc")));
        bench.Run(5);
        Assert.Contains("profile profile.img", bench.Lines);
        Assert.Equal((uint)bench.Application.Mode.Profile.Checksum, bench.Host.Identity?.Number("profile"));
        Assert.NotEqual(StoredProfile.Embedded().Checksum, bench.Application.Mode.Profile.Checksum);
    }

    [Theory]
    [InlineData("board")]
    [InlineData("settings")]
    public void Settings_of_which_no_copy_is_sound_leave_the_pack_disconnected_and_say_so(string name)
    {
        BoardBench bench = new() { Connects = true };
        bench.Machine.Flash.Put($"{FlashDisk.Root}{name}.0", [1, 2, 3]);
        bench.Machine.Flash.Put($"{FlashDisk.Root}{name}.1", [.. Enumerable.Repeat((byte)0xFF, 200)]);
        bench.Run(30);
        Assert.Contains(name + " damaged: the pack stays disconnected", bench.Lines);
        Assert.Equal("demo", bench.Application.Mode.Name);
        Assert.Empty(bench.Commands);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_sound_copy_of_the_settings_is_enough(int damaged)
    {
        BoardBench bench = new(new BoardSetup { Cells = 16 });
        bench.Machine.Flash.Put($"{FlashDisk.Root}board.{damaged}", [1, 2, 3]);
        bench.Run(5);
        Assert.Equal("board", bench.Application.Mode.Name);
    }

    private static BoardWiring Wiring(string target) => target == BoardWiring.Esp32DevKitC.TargetName ? BoardWiring.Esp32DevKitC : BoardWiring.Esp32S3DevKitC1;

    private static BoardBench Bare(double hostFrom_s, string? target = null) =>
        new(new BoardSetup { Wiring = Wiring(target ?? BoardWiring.Esp32DevKitC.TargetName), IsFitted = false, HostFrom_s = hostFrom_s });
}
