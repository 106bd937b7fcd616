using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Profiles;
using Bms.Simulation.Frames;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Frames;

/// <summary>What is written is read back.</summary>
public class FrameFileTests
{
    private static readonly Gen<(int Channel, int Value, int Age, bool IsValid)> GenConversion =
        Gen.Select(Gen.Int[0, Channel.Count - 1], Gen.Int, Gen.Int[0, 5000], Gen.Bool);

    private static readonly Gen<int[]> GenMap = Gen.Int[0, 7].Array[1, Channel.MaximumCells];

    [Fact]
    public void Frames_come_back_as_they_were() =>
        Gen.Select(Gen.Long[-1_000_000, 1_000_000_000_000], Gen.Select(Gen.Int[-5, 100_000], GenConversion.Array[0, 12]).Array[0, 30]).Sample(
            (start, ticks) =>
            {
                using Scratch scratch = new();
                string path = scratch.Path("a.frames");
                List<Copy> written = [];
                using (FrameRecorder recorder = new(path, HandWritten.Header() with { Start_ms = start }))
                {
                    SensorFrame frame = new() { Time_ms = start };
                    foreach ((int passed, (int Channel, int Value, int Age, bool IsValid)[] conversions) in ticks)
                    {
                        frame.Time_ms += passed;
                        foreach (var conversion in conversions)
                        {
                            frame.Set(conversion.Channel, conversion.Value, frame.Time_ms - conversion.Age);
                            if (!conversion.IsValid)
                            {
                                frame.Invalidate(conversion.Channel);
                            }
                        }

                        recorder.Record(frame);
                        written.Add(new Copy(frame));
                    }

                    recorder.Complete();
                }

                Assert.Equal(written.Select(frame => frame.ToString()), ReadAll(path).Select(frame => frame.ToString()));
            },
            iter: 100);

    [Fact]
    public void A_header_comes_back_as_it_was() =>
        Gen.Select(GenMap, Gen.Int.Array[0, 40], Gen.Bool, Gen.Byte.Array[0, 3000], Gen.Long, Gen.Int).Sample(
            (map, settings, isRestored, profile, start, value) =>
            {
                RestoredState state = new(isRestored ? map.Length : 0) { Age_s = value };
                foreach (RestoredField field in RestoredField.Rows)
                {
                    Assert.True(field.Fill(state, [.. field.Values(state).Select((_, cell) => (long)(value - field.Number) * (map[cell] + cell))]));
                }

                FrameHeader header = new()
                {
                    Profile = profile,
                    ClampOfCell = map,
                    SensorOfCell = [.. map.Reverse()],
                    Settings = settings,
                    Restored = state,
                    Start_ms = start,
                };
                using Scratch scratch = new();
                using (FrameRecorder recorder = new(scratch.Path("a.frames"), header))
                {
                    recorder.Complete();
                }

                using FrameReader reader = new(scratch.Path("a.frames"));
                Assert.Equivalent(header, reader.Header, strict: true);
                Assert.False(reader.Next(new SensorFrame()));
                Assert.Equal(0, reader.Count);
            },
            iter: 50);

    [Fact]
    public void Every_field_of_the_restored_state_has_a_row_and_every_row_a_number_of_its_own()
    {
        IEnumerable<string> fields = typeof(RestoredState).GetFields().Where(field => field.FieldType.IsArray).Select(field => field.Name);
        Assert.Equal(fields.Order(), RestoredField.Rows.Select(row => row.Name).Order());
        Assert.Distinct(RestoredField.Rows.Select(row => row.Number));
    }

    [Fact]
    public void A_field_that_an_older_file_does_not_have_is_that_of_new_cells()
    {
        using Scratch scratch = new();
        FrameHeader header = HandWritten.Header(2);
        byte[] file = new HandWritten().Map(header).Unsigned(2).Signed(7).Unsigned(1).Unsigned(2).Many([11, 12]).Signed(5).Close().ToArray();
        using FrameReader reader = new(scratch.Write("a.frames", file));
        RestoredState expected = new(2) { Age_s = 7 };
        expected.Contact_Q30[0] = 11;
        expected.Contact_Q30[1] = 12;
        Assert.Equivalent(expected, reader.Header.Restored, strict: true);
    }

    [Fact]
    public void The_form_is_the_one_described()
    {
        using Scratch scratch = new();
        FrameHeader header = HandWritten.Header(3);
        string path = scratch.Path("a.frames");
        using (FrameRecorder recorder = new(path, header))
        {
            SensorFrame frame = new() { Time_ms = 20 };
            frame.Set(Channel.PackCurrentA, -1_234_567, 20);
            frame.Set(Channel.CellVoltage, 3_700_000, 3);
            recorder.Record(frame);
            frame.Time_ms = 40;
            frame.Invalidate(Channel.CellVoltage);
            recorder.Record(frame);
            recorder.Complete();
        }

        byte[] expected = new HandWritten().Begin(header)
            .Signed(20).Unsigned(2).Unsigned((Channel.CellVoltage << 1) | 1).Signed(3_700_000, 17).Unsigned((Channel.PackCurrentA << 1) | 1).Signed(-1_234_567, 0)
            .Signed(20).Unsigned(1).Unsigned(Channel.CellVoltage << 1).Signed(0, 37)
            .Close().ToArray();
        Assert.Equal(HandWritten.Content(expected), HandWritten.Content(File.ReadAllBytes(path)));
    }

    [Fact]
    public void Channels_of_a_later_version_are_skipped()
    {
        using Scratch scratch = new();
        ulong[] unknown = [Channel.Count, Channel.Count + 1, 70_000, ulong.MaxValue >> 2];
        HandWritten with = new HandWritten().Begin(HandWritten.Header());
        HandWritten without = new HandWritten().Begin(HandWritten.Header());
        for (int tick = 0; tick < 200; tick++)
        {
            with.Signed(20).Unsigned(1 + (ulong)unknown.Length);
            foreach (ulong channel in unknown)
            {
                with.Unsigned((channel << 1) | 1).Signed(123456, 5);
            }

            foreach (HandWritten file in new[] { with, without.Signed(20).Unsigned(1) })
            {
                file.Unsigned((Channel.PackCurrentA << 1) | 1).Signed(1000, 0);
            }
        }

        ReplayResult expected = Replay.Run(scratch.Write("without.frames", without.Close().ToArray()));
        Assert.Equal(200, expected.Frames);
        Assert.Equal(expected, Replay.Run(scratch.Write("with.frames", with.Close().ToArray())));
    }

    [Fact]
    public void The_file_appears_only_when_it_is_whole()
    {
        using Scratch scratch = new();
        using (FrameRecorder recorder = new(scratch.Path("a.frames"), HandWritten.Header()))
        {
            recorder.Record(new SensorFrame());
            Assert.DoesNotContain("a.frames", scratch.Names);
            recorder.Complete();
            Assert.Equal(["a.frames"], scratch.Names);
        }

        Assert.Equal(["a.frames"], scratch.Names);
    }

    [Fact]
    public void A_file_that_is_not_completed_leaves_nothing_and_the_old_one_as_it_was()
    {
        using Scratch scratch = new();
        string path = scratch.Write("a.frames", [1, 2, 3]);
        using (FrameRecorder recorder = new(path, HandWritten.Header()))
        {
            recorder.Record(new SensorFrame());
        }

        Assert.Equal(["a.frames"], scratch.Names);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void Folders_on_the_way_are_made()
    {
        using Scratch scratch = new();
        using (FrameRecorder recorder = new(Path.Combine(scratch.Folder, "runs", "today", "a.frames"), HandWritten.Header()))
        {
            recorder.Complete();
        }

        Assert.True(File.Exists(Path.Combine(scratch.Folder, "runs", "today", "a.frames")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused_in_one_line()
    {
        using Scratch scratch = new();
        string file = scratch.Write("file", [1]);
        foreach (string path in new[] { scratch.Folder, Path.Combine(file, "a.frames"), string.Empty, "a\0b" })
        {
            Refused(path, () => new FrameRecorder(path, HandWritten.Header()).Dispose());
        }

        Assert.Equal(["file"], scratch.Names);
    }

    [Fact]
    public void A_full_disk_is_told_in_one_line_and_leaves_nothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs a device that is always full");
        using Scratch scratch = new();
        File.CreateSymbolicLink(scratch.Path("a.frames.part"), "/dev/full");
        Refused(scratch.Path("a.frames"), () =>
        {
            using FrameRecorder recorder = new(scratch.Path("a.frames"), HandWritten.Header());
            recorder.Record(new SensorFrame());
            recorder.Complete();
        });
        Assert.Empty(scratch.Names);
    }

    private static void Refused(string path, Action write)
    {
        BadInputException failure = Assert.Throws<BadInputException>(write);
        Assert.StartsWith($"--frames {path}: can't be written", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private static List<Copy> ReadAll(string path)
    {
        using FrameReader reader = new(path);
        SensorFrame frame = new();
        List<Copy> read = [];
        while (reader.Next(frame))
        {
            read.Add(new Copy(frame));
        }

        Assert.Equal(read.Count, reader.Count);
        return read;
    }

    private sealed class Copy(SensorFrame frame)
    {
        private readonly string _text = $"{frame.Time_ms}: {string.Join(' ', frame.Value)} | {string.Join(' ', frame.Timestamp_ms)} | {string.Join(' ', frame.IsValid)}";

        public override string ToString() => _text;
    }
}
