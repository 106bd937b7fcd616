using System;
using Bms.Core.Storage;
using Bms.Device.Storage;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Scenarios;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Chips;
using Bms.VirtualBoard.Files;

namespace Bms.Simulation.Boards;

/// <summary>What a board remembers that has been in use before: profile image, board settings, state of the cells.</summary>
internal static class BoardMemory
{
    private const string ProfileName = "profile.img";

    /// <summary>Writes flash and ferroelectric memory as the firmware itself would have.</summary>
    /// <param name="battery">The board.</param>
    /// <param name="scenario">Size of the pack.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="header">The state that is remembered.</param>
    /// <param name="mode">Number of the mode, see <see cref="BoardSetting.Mode"/>.</param>
    public static void Write(BatteryBoard battery, Scenario scenario, CellParameters cell, FrameHeader header, int mode)
    {
        FlashDisk flash = battery.Machine.Flash;
        flash.Put(FlashDisk.Root + ProfileName, FirmwareImage.Build(cell));
        BoardSettings board = new();
        board.Change(BoardSetting.Mode, mode);
        board.Change(BoardSetting.Cells, scenario.Cells);
        board.Change(BoardSetting.CellsPerClamp, Math.Min(scenario.Cells, scenario.CellsPerClamp));
        Slots settings = new(flash, RecordKind.BoardName, null);
        SettingsRecord.Save(SettingsRecord.Slots(settings, RecordKind.Board, board), board);
        Slots memory = new(flash, RecordKind.StateName, battery.Fram);
        StateRecord.Save(new RecordSlots(memory, RecordKind.State, StateRecord.Capacity(scenario.Cells)), header.Restored, false);
    }

    /// <summary>The slots seen from outside: files of the virtual flash, or the content of the ferroelectric memory.</summary>
    private sealed class Slots(FlashDisk flash, string name, Mb85rc256v? memory) : IMedium
    {
        public int LongestWrite => int.MaxValue;

        public int Read(int slot, byte[] image, int count) => 0;

        public bool Write(int slot, byte[] image, int start, int count)
        {
            ReadOnlySpan<byte> bytes = image.AsSpan(start, count);
            if (memory is null)
            {
                flash.Put($"{FlashDisk.Root}{name}.{slot}", bytes.ToArray());
            }
            else
            {
                bytes.CopyTo(memory.Content[(RecordKind.StateAddress + (slot * RecordKind.SlotLength) + start)..]);
            }

            return true;
        }
    }
}
