using System;
using System.IO;
using System.Linq;
using System.Text;
using Bms.Core.Storage;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Tests.Running;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Frames;

/// <summary>Whatever is wrong with a file is told in one line, and the file is let go.</summary>
public class BadFrameFileTests
{
    private static readonly Lazy<(byte[] Bytes, string Digest)> Good = new(Record);

    [Fact]
    public void A_file_that_breaks_off_is_refused() =>
        Gen.Double.Unit.Sample(
            part =>
            {
                byte[] whole = Good.Value.Bytes;
                string said = Refused(whole[..(int)(part * (whole.Length - 1))]);
                Assert.Contains("frames); expected a whole frame file", said, StringComparison.Ordinal);
            },
            iter: 60);

    [Fact]
    public void A_damaged_file_is_refused_or_its_damage_changes_nothing() =>
        Gen.Select(Gen.Double.Unit, Gen.Int[0, 7]).Sample(
            (place, bit) =>
            {
                byte[] bytes = [.. Good.Value.Bytes];
                bytes[(int)(place * bytes.Length)] ^= (byte)(1 << bit);
                using Scratch scratch = new();
                string path = scratch.Write("a.frames", bytes);
                try
                {
                    Assert.Equal(Good.Value.Digest, Replay.Run(path).Digest);
                }
                catch (BadInputException refusal)
                {
                    OneLine(path, refusal);
                }
            },
            iter: 150);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Random_bytes_are_refused(int length)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            byte[] bytes = new byte[length];
            new Random(seed).NextBytes(bytes);
            Refused(bytes);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("test_time_second,current_ampere\n0,1\n")]
    [InlineData("{ \"profile\": \"pouch\" }")]
    public void A_file_of_something_else_is_refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        using Scratch scratch = new();
        OneLine(scratch.Path("none"), Assert.Throws<BadInputException>(() => Replay.Run(scratch.Path("none"))), "no such file");
        OneLine(scratch.Folder, Assert.Throws<BadInputException>(() => Replay.Run(scratch.Folder)), "a folder");
    }

    [Fact]
    public void What_is_wrong_with_a_header_is_told()
    {
        FrameHeader good = HandWritten.Header();
        Assert.Contains("not a frame file", Refused(new HandWritten().Unsigned(77).ToArray()), StringComparison.Ordinal);
        Assert.Contains("version 9", Refused(new HandWritten().Unsigned(HandWritten.Magic, 9).ToArray()), StringComparison.Ordinal);
        Assert.Contains("impossible length", Refused(new HandWritten().Unsigned(HandWritten.Magic, 3, 1UL << 40).ToArray()), StringComparison.Ordinal);
        Assert.Contains("number without end", Refused(new HandWritten().Raw([.. Enumerable.Repeat((byte)0xFF, 20)]).ToArray()), StringComparison.Ordinal);
        Assert.Contains("maps", Refused(File(good with { ClampOfCell = [] })), StringComparison.Ordinal);
        Assert.Contains("maps", Refused(File(good with { ClampOfCell = new int[200], SensorOfCell = new int[200] })), StringComparison.Ordinal);
        Assert.Contains("maps", Refused(File(good with { SensorOfCell = [0] })), StringComparison.Ordinal);
        Assert.Contains("maps", Refused(File(good with { Restored = new RestoredState(1) })), StringComparison.Ordinal);
        Assert.Contains("maps", Refused(File(good with { Restored = new RestoredState(3) })), StringComparison.Ordinal);
        HandWritten longer = new HandWritten().Map(good).Unsigned(2).Signed(0).Unsigned(1).Unsigned(4).Many([1, 2, 3]);
        Assert.Contains("restored field 4 does not fit", Refused(longer.ToArray()), StringComparison.Ordinal);
        HandWritten later = new HandWritten().Map(good).Unsigned(2).Signed(0).Unsigned(1).Unsigned(99).Many([1, 2]);
        Assert.Contains("restored field 99, which", Refused(later.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_the_core_cannot_take_is_refused()
    {
        FrameHeader good = HandWritten.Header();
        int[] settings = [.. good.Settings];
        settings[Setting.PrechargeTime] = -1;
        string said = Refused(File(good with { Settings = settings }));
        Assert.Contains("setting 'precharge time' is -1; ", said, StringComparison.Ordinal);
        Assert.EndsWith("100 to 10000 ms", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "not a profile image; ")]
    [InlineData(4, "a version this loader does not know (")]
    [InlineData(200, "its checksum does not fit its content (")]
    public void A_damaged_profile_image_is_refused_in_words(int place, string reason)
    {
        FrameHeader good = HandWritten.Header();
        byte[] profile = [.. good.Profile];
        profile[place] ^= 1;
        string said = Refused(File(good with { Profile = profile }));
        Assert.Contains($": its profile image is refused: {reason}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_restored_state_is_the_core_takes_it() =>
        Gen.Select(Gen.Long.Array[RestoredField.Rows.Count], Gen.Int, Gen.Int).Sample(
            (values, map, age) =>
            {
                using Scratch scratch = new();
                RestoredState state = new(1) { Age_s = age };
                foreach ((RestoredField field, long value) in RestoredField.Rows.Zip(values))
                {
                    field.Fill(state, [value]);
                }

                FrameHeader header = HandWritten.Header(1) with { ClampOfCell = [map], SensorOfCell = [map], Restored = state };
                Assert.Equal(0, Replay.Run(scratch.Write("a.frames", File(header))).Frames);
            },
            iter: 50);

    [Fact]
    public void A_refused_file_is_let_go()
    {
        using Scratch scratch = new();
        foreach (byte[] bytes in new byte[][] { [], [1, 2, 3], new HandWritten().Unsigned(77).ToArray(), Good.Value.Bytes[..5000] })
        {
            string path = scratch.Write("a.frames", bytes);
            Assert.Throws<BadInputException>(() => Replay.Run(path));
            using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
    }

    private static byte[] File(FrameHeader header) => new HandWritten().Begin(header).Close().ToArray();

    private static string Refused(byte[] bytes)
    {
        using Scratch scratch = new();
        string path = scratch.Write("a.frames", bytes);
        return OneLine(path, Assert.Throws<BadInputException>(() => Replay.Run(path)));
    }

    private static string OneLine(string path, BadInputException refusal, string found = "")
    {
        Assert.StartsWith($"{path}: {found}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }

    private static (byte[] Bytes, string Digest) Record()
    {
        using Scratch scratch = new();
        string path = scratch.Path("good.frames");
        string digest = Loop.Run(Loop.Scenario("Drive urban for 20 s"), with => with with { FrameFile = path }).Summary.Digest;
        return (System.IO.File.ReadAllBytes(path), digest);
    }
}
