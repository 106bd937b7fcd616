using System;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Device.Storage;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Storage;

/// <summary>A record survives whatever happens to one of its writes.</summary>
public class RecordSlotsTests
{
    private const int Kind = 7;
    private const int Capacity = 100;
    private const int Frame = 20;

    private static readonly Gen<byte[]> _contents = Gen.Byte.Array[1, Capacity];

    public static TheoryData<int> EveryPiece => [0, 1, 7, 32, 33];

    [Theory, MemberData(nameof(EveryPiece))]
    public void Power_lost_at_any_byte_of_any_write_leaves_the_newest_complete_record(int piece) =>
        Gen.Select(_contents.Array[1, 6], Gen.Double[0, 1], _contents).Sample((before, where, last) =>
        {
            MemoryMedium medium = new(Capacity + Frame, piece);
            RecordSlots record = new(medium, Kind, Capacity);
            foreach (byte[] content in before)
            {
                Assert.True(Save(record, content));
            }

            int length = last.Length + Frame;
            medium.Budget = Math.Min((int)(where * length), length - 1);
            Assert.Throws<PowerCutException>(() => Save(record, last));
            medium.Budget = null;

            // of what was left to write, all may have been there already by chance
            bool isWhole = medium.Slot(before.Length % 2).AsSpan(0, length).SequenceEqual(record.Image.AsSpan(0, length));
            RecordSlots again = new(medium, Kind, Capacity);
            Assert.Equal(isWhole ? last : before[^1], Load(again));
            Assert.True(Save(again, last));
            Assert.Equal(last, Load(new RecordSlots(medium, Kind, Capacity)));
        });

    [Theory, MemberData(nameof(EveryPiece))]
    public void Power_lost_in_the_very_first_write_leaves_nothing(int piece)
    {
        byte[] content = [.. Enumerable.Range(1, 50).Select(k => (byte)k)];
        for (int budget = 0; budget < content.Length + Frame; budget++)
        {
            MemoryMedium medium = new(Capacity + Frame, piece) { Budget = budget };
            Assert.Throws<PowerCutException>(() => Save(new RecordSlots(medium, Kind, Capacity), content));
            medium.Budget = null;
            Assert.Empty(Load(new RecordSlots(medium, Kind, Capacity)));
        }
    }

    [Fact]
    public void Numbers_wrap_around()
    {
        MemoryMedium medium = new(Capacity + Frame);
        RecordSlots record = new(medium, Kind, Capacity);
        Save(record, [1]);
        Renumber(medium.Slot(0), int.MaxValue - 1, 1);
        RecordSlots old = new(medium, Kind, Capacity);
        Assert.Equal([1], Load(old));
        for (byte k = 2; k < 9; k++)
        {
            Save(old, [k]);
            Assert.Equal([k], Load(new RecordSlots(medium, Kind, Capacity)));
        }
    }

    [Fact]
    public void A_bit_that_is_wrong_anywhere_in_the_newest_brings_the_one_before() =>
        Gen.Select(_contents, _contents, Gen.Double[0, 1]).Sample((first, second, where) =>
        {
            MemoryMedium medium = new(Capacity + Frame);
            RecordSlots record = new(medium, Kind, Capacity);
            Save(record, first);
            Save(record, second);
            int bit = (int)(where * ((second.Length + Frame) * 8 - 1));
            medium.Slot(1)[bit / 8] ^= (byte)(1 << (bit % 8));

            RecordSlots again = new(medium, Kind, Capacity);
            Assert.Equal(first, Load(again));
            Assert.False(again.IsDamaged);
        });

    [Fact]
    public void Two_damaged_slots_are_told_from_none()
    {
        MemoryMedium medium = new(Capacity + Frame);
        RecordSlots record = new(medium, Kind, Capacity);
        Assert.Empty(Load(record));
        Assert.False(record.IsDamaged);

        Save(record, [1, 2, 3]);
        medium.Slot(0)[17] ^= 4;
        Assert.Empty(Load(record));
        Assert.True(record.IsDamaged);
        Save(record, [4]);
        Assert.Equal([4], Load(record));
        Assert.False(record.IsDamaged);
    }

    [Fact]
    public void Another_kind_is_not_taken_for_it()
    {
        MemoryMedium medium = new(Capacity + Frame);
        Save(new RecordSlots(medium, Kind, Capacity), [1, 2, 3]);
        RecordSlots other = new(medium, Kind + 1, Capacity);
        Assert.Empty(Load(other));
        Assert.True(other.IsDamaged);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void Firmware_with_room_for_more_reads_what_one_with_room_for_less_wrote(int piece)
    {
        MemoryMedium medium = new(1024, piece);
        RecordSlots small = new(medium, Kind, 40);
        byte[] content = [.. Enumerable.Range(0, 40).Select(k => (byte)(k * 7))];
        Save(small, [9]);
        Save(small, content);

        RecordSlots large = new(medium, Kind, 400);
        Assert.Equal(content, Load(large));
        Save(large, [.. content, .. content]);
        Assert.Equal(80, Load(new RecordSlots(medium, Kind, 400)).Length);
        Assert.Equal(content, Load(small));     // what has grown too long is as if it were damaged: the one before counts
    }

    [Fact]
    public void A_medium_that_refuses_keeps_the_record_and_takes_the_next()
    {
        MemoryMedium medium = new(Capacity + Frame, 16);
        RecordSlots record = new(medium, Kind, Capacity);
        Save(record, [1]);
        medium.Refuses = true;
        Assert.False(Save(record, [2]));
        Assert.False(record.IsWriting);
        medium.Refuses = false;
        Assert.Equal([1], Load(new RecordSlots(medium, Kind, Capacity)));
        Assert.True(Save(record, [3]));
        Assert.Equal([3], Load(new RecordSlots(medium, Kind, Capacity)));
    }

    [Theory, MemberData(nameof(EveryPiece))]
    public void No_piece_is_longer_than_the_medium_takes_but_for_the_checksum(int piece) =>
        _contents.Sample(content =>
        {
            MemoryMedium medium = new(Capacity + Frame, piece);
            RecordSlots record = new(medium, Kind, Capacity);
            content.CopyTo(record.Image, RecordSlots.ContentAt);
            record.Begin(content.Length);
            while (record.IsWriting)
            {
                int before = medium.Written;
                Assert.True(record.Continue());
                Assert.InRange(medium.Written - before, 1, (piece == 0 ? Capacity + Frame : piece) + 4);
            }

            Assert.Equal(content.Length + Frame, medium.Written);
        });

    private static bool Save(RecordSlots record, byte[] content)
    {
        content.CopyTo(record.Image, RecordSlots.ContentAt);
        return record.Save(content.Length);
    }

    private static byte[] Load(RecordSlots record)
    {
        int length = record.Load();
        return record.Image[RecordSlots.ContentAt..(RecordSlots.ContentAt + length)];
    }

    private static void Renumber(byte[] slot, int sequence, int length)
    {
        LittleEndian.Put(slot, 4, sequence);
        Crc32 crc = new();
        crc.Begin();
        crc.Add(slot, 0, RecordSlots.ContentAt + length);
        LittleEndian.Put(slot, RecordSlots.ContentAt + length, crc.Value);
    }
}
