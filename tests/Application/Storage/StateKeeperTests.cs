using System.Collections.Generic;
using System.Linq;
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

    [Fact]
    public void Every_field_of_every_cell_comes_back() =>
        Gen.Select(Gen.Int.Array[Cells], Gen.Int.Array[Cells], Gen.Int.Array[Cells], Gen.Long.Array[Cells], Gen.Long.Array[Cells], Gen.Long.Array[Cells])
            .Sample((charge, contact, filament, interphase, calendar, cycle) =>
            {
                RestoredState state = new(Cells);
                charge.CopyTo(state.StateOfCharge_Q30, 0);
                contact.CopyTo(state.Contact_Q30, 0);
                filament.CopyTo(state.Filament_Q30, 0);
                interphase.CopyTo(state.InterphaseSquare_Q20, 0);
                calendar.CopyTo(state.CalendarSquare_Q60, 0);
                cycle.CopyTo(state.CycleFade_Q60, 0);
                MemoryMedium medium = new(RecordKind.SlotLength);
                Assert.True(StateRecord.Save(Record(medium), state));
                RestoredState again = Assert.IsType<RestoredState>(StateRecord.Load(Record(medium), Cells));
                Assert.Equal(Content(state), Content(again));
            });

    [Fact]
    public void The_state_of_another_number_of_cells_is_none()
    {
        MemoryMedium medium = new(RecordKind.SlotLength);
        StateRecord.Save(Record(medium), new RestoredState(Cells));
        Assert.Null(StateRecord.Load(new RecordSlots(medium, RecordKind.State, 16 * StateRecord.CellLength), 16));
    }

    [Fact]
    public void Sixteen_cells_fit_a_slot_of_the_memory() =>
        Assert.InRange(RecordSlots.ContentAt + (16 * StateRecord.CellLength) + 4, 0, RecordKind.SlotLength);

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
            StateRecord.Save(record, State(0));
            StateRecord.Save(record, old);
            medium.Budget = budget;
            Assert.Throws<PowerCutException>(() => StateRecord.Save(record, next));
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
        StateRecord.Save(Record(medium), pack.State);
        StateKeeper keeper = Keeper(medium, pack);
        Go(pack, keeper, 5_000);
        Assert.NotNull(StateRecord.Load(Record(medium.Copy()), Cells));

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
                Assert.Null(StateRecord.Load(Record(medium.Copy()), Cells));
            }
        }

        Assert.Equal(ContactorState.Open, pack.Contactors);
        Assert.Equal(before + 2, medium.Writes);
        Assert.NotNull(StateRecord.Load(Record(medium), Cells));
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
        Assert.Null(StateRecord.Load(Record(medium.Copy()), Cells));
        for (int tick = 0; tick < 600; tick++)
        {
            keeper.Prepare(false);
            keeper.Advance(pack.Step().Time_ms);
        }

        Assert.NotNull(StateRecord.Load(Record(medium), Cells));
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

    private static RecordSlots Record(MemoryMedium medium) => new(medium, RecordKind.State, Length);

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

    private static string Content(RestoredState state) => string.Join(
        ' ',
        state.StateOfCharge_Q30.Concat(state.Contact_Q30).Concat(state.Filament_Q30).Select(number => (long)number)
            .Concat(state.InterphaseSquare_Q20).Concat(state.CalendarSquare_Q60).Concat(state.CycleFade_Q60));
}
