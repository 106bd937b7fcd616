using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Bms.Application.Tests.Benches;
using Bms.Core.Pack;
using Bms.Core.Storage;
using Bms.Device.Storage;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Storage;

/// <summary>What the pack remembers is kept whatever happens to the power, and never taken for newer than it is.</summary>
public class StateKeeperTests
{
    private const int Cells = 8;
    private const int Length = Cells * StateRecord.CellLength;
    private const int PieceLength = 32;

    private static readonly FieldInfo[] Arrays = [.. typeof(RestoredState).GetFields().Where(field => field.FieldType.IsArray)];

    private static readonly Gen<RestoredState> GenState = Gen.Long.Array[Cells].Array[Arrays.Length].Select(values =>
    {
        RestoredState state = new(Cells);
        foreach ((FieldInfo field, long[] numbers) in Arrays.Zip(values))
        {
            Array to = (Array)field.GetValue(state)!;
            for (int cell = 0; cell < Cells; cell++)
            {
                to.SetValue(to is int[]? (object)(int)numbers[cell] : numbers[cell], cell);
            }
        }

        return state;
    });

    [Fact]
    public void Every_field_of_every_cell_comes_back_and_counts_as_a_month_old() =>
        GenState.Sample(state =>
        {
            MemoryMedium medium = new(RecordKind.SlotLength);
            Assert.True(StateRecord.Save(Record(medium), state, false));
            RestoredState again = Assert.IsType<RestoredState>(StateRecord.Load(Record(medium), Cells));
            Assert.Equal(Content(state), Content(again));
            Assert.Equal(30 * 24 * 3600, again.Age_s);
        });

    [Fact]
    public void Of_a_state_that_was_used_since_all_but_the_charge_counts() =>
        GenState.Sample(state =>
        {
            MemoryMedium medium = new(RecordKind.SlotLength);
            Assert.True(StateRecord.Save(Record(medium), state, true));
            RestoredState again = Assert.IsType<RestoredState>(StateRecord.Load(Record(medium), Cells));
            Assert.True(StateRecord.IsChargeUnknown(again));
            Assert.All(again.Deviation_ppm, deviation => Assert.Equal(400_000, deviation));
            state.Deviation_ppm.CopyTo(again.Deviation_ppm, 0);
            Assert.Equal(Content(state), Content(again));
        });

    [Fact]
    public void A_record_of_older_firmware_is_read_and_what_it_lacks_is_that_of_the_profile() =>
        GenState.Sample(state =>
        {
            MemoryMedium medium = new(RecordKind.SlotLength);
            WriteFirst(medium, state);
            Assert.Null(StateRecord.Load(Record(medium), Cells));
            RestoredState again = Assert.IsType<RestoredState>(StateRecord.LoadFirst(First(medium), Cells));
            RestoredState expected = new(Cells);
            foreach (string kept in new[] { "StateOfCharge_Q30", "Contact_Q30", "Filament_Q30", "InterphaseSquare_Q20", "CalendarSquare_Q60", "CycleFade_Q60" })
            {
                FieldInfo field = typeof(RestoredState).GetField(kept)!;
                field.SetValue(expected, field.GetValue(state));
            }

            Array.Fill(expected.Deviation_ppm, 50_000);
            Assert.Equal(Content(expected), Content(again));
            Assert.True(StateRecord.Save(Record(medium), state, false));
            Assert.Equal(Content(state), Content(StateRecord.Load(Record(medium), Cells)));
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_without_pressures_is_read_and_outlasts_a_write_that_fails(bool wasUsed) =>
        GenState.Sample(state =>
        {
            MemoryMedium medium = new(RecordKind.SlotLength, PieceLength);
            WriteSecond(medium, State(1), false);
            WriteSecond(medium, state, wasUsed);
            RecordSlots record = Record(medium);
            Assert.Null(StateRecord.Load(record, Cells));
            RecordSlots second = Second(medium);
            RestoredState again = Assert.IsType<RestoredState>(StateRecord.LoadSecond(second, Cells));
            Assert.True(!wasUsed || StateRecord.IsChargeUnknown(again));
            RestoredState expected = Without(state, wasUsed);
            Assert.Equal(Content(expected), Content(again));

            // power fails in the middle of the first record of the new layout
            record.Follow(second);
            medium.Budget = 40;
            Assert.Throws<PowerCutException>(() => StateRecord.Save(record, state, false));
            Assert.Equal(Content(expected), Content(StateRecord.LoadSecond(Second(medium.Copy()), Cells)));
        });

    [Fact]
    public void A_record_of_older_firmware_is_never_taken_for_one_of_fewer_cells()
    {
        // 5 cells of 36 bytes are as long as 3 of 60
        MemoryMedium medium = new(RecordKind.SlotLength);
        RecordSlots first = new(medium, RecordKind.FirstState, 5 * StateRecord.FirstCellLength);
        Assert.True(first.Save(5 * StateRecord.FirstCellLength));
        Assert.Null(StateRecord.Load(new RecordSlots(medium, RecordKind.State, StateRecord.Capacity(16)), 3));
        Assert.Null(StateRecord.LoadFirst(first, 3));
    }

    [Fact]
    public void The_state_of_another_number_of_cells_is_none()
    {
        MemoryMedium medium = new(RecordKind.SlotLength);
        StateRecord.Save(Record(medium), new RestoredState(Cells), false);
        Assert.Null(StateRecord.Load(new RecordSlots(medium, RecordKind.State, StateRecord.Capacity(16)), 16));
    }

    [Fact]
    public void Sixteen_cells_fit_a_slot_of_the_memory() =>
        Assert.InRange(RecordSlots.ContentAt + StateRecord.Capacity(16) + 4, 0, RecordKind.SlotLength);

    [Fact]
    public void Memory_that_takes_pieces_gets_one_a_tick_and_a_whole_record_every_ten_seconds()
    {
        MemoryMedium medium = new(RecordKind.SlotLength, PieceLength);
        SteadyPack pack = new();
        StateKeeper keeper = Keeper(medium, pack);
        for (int tick = 0; tick < 3_100; tick++)
        {
            pack.Step();
            (int writes, int written) = (medium.Writes, medium.Written);
            Assert.True(keeper.Prepare(true));
            keeper.Advance(pack.Time_ms);
            Assert.InRange(medium.Writes - writes, 0, 1);
            Assert.InRange(medium.Written - written, 0, PieceLength + 4);
        }

        Assert.Equal(6 * (Length + 20), medium.Written);
        Assert.Equal(0, keeper.Failures);
        Assert.Equal(Content(pack.State), Content(StateRecord.Load(Record(medium), Cells)));
    }

    [Fact]
    public void Power_lost_between_any_two_ticks_leaves_the_old_state_or_the_new()
    {
        MemoryMedium medium = new(RecordKind.SlotLength, PieceLength);
        SteadyPack pack = new();
        StateKeeper keeper = Keeper(medium, pack);
        HashSet<string> seen = [];
        MemoryMedium? last = null;
        for (int tick = 0; tick < 1_600; tick++)
        {
            pack.Step();
            pack.State.Filament_Q30[0] = 0;     // the keeper's copy: what it remembers must be one moment's
            keeper.Advance(pack.Time_ms);
            if (last is not null && medium.Holds(last))
            {
                continue;
            }

            last = medium.Copy();
            RestoredState? found = StateRecord.Load(Record(last.Copy()), Cells);
            seen.Add(found is null ? "none" : Content(found));
        }

        Assert.Equal(4, seen.Count);            // none, then those of 10, 20 and 30 s
    }

    [Fact]
    public void Power_lost_within_any_piece_leaves_the_old_state_or_the_new()
    {
        RestoredState old = State(1);
        RestoredState next = State(2);
        for (int budget = 0; budget < Length + 20; budget++)
        {
            MemoryMedium medium = new(RecordKind.SlotLength, PieceLength);
            RecordSlots record = Record(medium);
            StateRecord.Save(record, State(0), false);
            StateRecord.Save(record, old, false);
            medium.Budget = budget;
            Assert.Throws<PowerCutException>(() => StateRecord.Save(record, next, false));
            Assert.Equal(Content(old), Content(StateRecord.Load(Record(medium.Copy()), Cells)));
        }
    }

    [Fact]
    public void A_memory_that_refuses_is_tried_again_ten_seconds_later()
    {
        MemoryMedium medium = new(RecordKind.SlotLength, PieceLength) { Refuses = true };
        SteadyPack pack = new();
        StateKeeper keeper = Keeper(medium, pack);
        Go(pack, keeper, 25_000);
        Assert.Equal((2, 2), (medium.Writes, keeper.Failures));
        medium.Refuses = false;
        Go(pack, keeper, 10_000);
        Assert.NotNull(StateRecord.Load(Record(medium), Cells));
    }

    [Fact]
    public void A_flash_is_written_only_while_contactors_are_open_and_says_outdated_before_they_close()
    {
        MemoryMedium medium = new(RecordKind.SlotLength);
        SteadyPack pack = new SteadyPack().Connect(false);
        StateRecord.Save(Record(medium), pack.State, false);
        StateKeeper keeper = Keeper(medium, pack);
        Go(pack, keeper, 5_000);
        Assert.True(IsWhole(medium));

        int before = medium.Writes;
        bool isAsked = true;
        for (int tick = 0; tick < 1_500; tick++)
        {
            isAsked = tick < 1_000;
            pack.Connect(keeper.Prepare(isAsked) && isAsked).Step();
            int writes = medium.Writes;
            keeper.Advance(pack.Time_ms);
            if (pack.Contactors != ContactorState.Open)
            {
                Assert.Equal(writes, medium.Writes);
                Assert.False(IsWhole(medium));
            }
        }

        Assert.Equal(ContactorState.Open, pack.Contactors);
        Assert.Equal(before + 2, medium.Writes);
        Assert.True(IsWhole(medium));
    }

    [Fact]
    public void A_flash_that_does_not_take_the_note_keeps_the_pack_open()
    {
        MemoryMedium medium = new(RecordKind.SlotLength) { Refuses = true };
        SteadyPack pack = new();
        StateKeeper keeper = Keeper(medium, pack);
        for (int tick = 0; tick < 2_000; tick++)
        {
            medium.Refuses = tick < 1_500;
            Assert.Equal(medium.Writes == 4, keeper.Prepare(true));
            pack.Connect(false).Step();
            keeper.Advance(pack.Time_ms);
        }

        Assert.Equal((4, 3), (medium.Writes, keeper.Failures));
    }

    [Fact]
    public void A_request_that_went_before_anything_closed_leaves_the_state_remembered()
    {
        MemoryMedium medium = new(RecordKind.SlotLength);
        SteadyPack pack = new SteadyPack().Connect(false).Run(1_000);
        StateKeeper keeper = Keeper(medium, pack);
        keeper.Prepare(true);
        keeper.Advance(pack.Time_ms);
        Assert.False(IsWhole(medium));
        for (int tick = 0; tick < 600; tick++)
        {
            keeper.Prepare(false);
            keeper.Advance(pack.Step().Time_ms);
        }

        Assert.True(IsWhole(medium));
    }

    private static void Go(SteadyPack pack, StateKeeper keeper, int ms)
    {
        for (int done = 0; done < ms; done += 20)
        {
            pack.Step();
            keeper.Prepare(false);
            keeper.Advance(pack.Time_ms);
        }
    }

    private static RecordSlots Record(MemoryMedium medium) => new(medium, RecordKind.State, StateRecord.Capacity(Cells));

    private static RecordSlots First(MemoryMedium medium) => new(medium, RecordKind.FirstState, Cells * StateRecord.FirstCellLength);

    private static RecordSlots Second(MemoryMedium medium) => new(medium, RecordKind.SecondState, (Cells * StateRecord.SecondCellLength) + 1);

    /// <summary>Whether what is remembered tells the charge.</summary>
    private static bool IsWhole(MemoryMedium medium) => StateRecord.Load(Record(medium.Copy()), Cells) is RestoredState state && !StateRecord.IsChargeUnknown(state);

    /// <summary>The layout of kind 3, by other code than the firmware's.</summary>
    private static void WriteFirst(MemoryMedium medium, RestoredState state)
    {
        RecordSlots record = First(medium);
        using BinaryWriter writer = new(new MemoryStream(record.Image, RecordSlots.ContentAt, Cells * 36));
        for (int cell = 0; cell < Cells; cell++)
        {
            WriteFirst(writer, state, cell);
        }

        Assert.True(record.Save(Cells * 36));
    }

    private static void WriteFirst(BinaryWriter writer, RestoredState state, int cell)
    {
        writer.Write(state.StateOfCharge_Q30[cell]);
        writer.Write(state.Contact_Q30[cell]);
        writer.Write(state.Filament_Q30[cell]);
        writer.Write(state.InterphaseSquare_Q20[cell]);
        writer.Write(state.CalendarSquare_Q60[cell]);
        writer.Write(state.CycleFade_Q60[cell]);
    }

    /// <summary>The layout of kind 4, by other code than the firmware's, over the older slot.</summary>
    private static void WriteSecond(MemoryMedium medium, RestoredState state, bool wasUsed)
    {
        RecordSlots record = Second(medium);
        record.Load();
        using BinaryWriter writer = new(new MemoryStream(record.Image, RecordSlots.ContentAt, (Cells * 60) + 1));
        for (int cell = 0; cell < Cells; cell++)
        {
            WriteFirst(writer, state, cell);
            writer.Write(state.Deviation_ppm[cell]);
            writer.Write(state.OhmicScale_Q20[cell]);
            writer.Write(state.ReactionScale_Q20[cell]);
            writer.Write(state.ResistanceDeviation_ppm[cell]);
            writer.Write(state.CapacityScale_Q20[cell]);
            writer.Write(state.CapacityDeviation_ppm[cell]);
        }

        writer.Write((byte)1);
        Assert.True(record.Save((Cells * 60) + (wasUsed ? 1 : 0)));
    }

    /// <summary>A state as it comes back without pressures.</summary>
    private static RestoredState Without(RestoredState state, bool wasUsed)
    {
        RestoredState left = new(Cells);
        foreach (FieldInfo field in Arrays)
        {
            field.SetValue(left, ((Array)field.GetValue(state)!).Clone());
        }

        Array.Clear(left.ClampPressure_Pa);
        Array.Clear(left.CoreTemperature_mK);
        Array.Clear(left.Stripped_Q24);
        if (wasUsed)
        {
            Array.Fill(left.Deviation_ppm, 400_000);
        }

        return left;
    }

    private static StateKeeper Keeper(MemoryMedium medium, SteadyPack pack) => new(Record(medium), medium, pack.Manager, pack.State);

    private static RestoredState State(int seed)
    {
        RestoredState state = new(Cells);
        for (int cell = 0; cell < Cells; cell++)
        {
            state.StateOfCharge_Q30[cell] = (seed * 1_000_003) + cell;
            state.CycleFade_Q60[cell] = ((long)seed << 40) + cell;
        }

        return state;
    }

    // every array there is: a field that the record does not carry is found out
    private static string Content(RestoredState state) =>
        string.Join('\n', Arrays.Select(field => $"{field.Name} {string.Join(' ', ((Array)field.GetValue(state)!).Cast<object>())}"));
}
