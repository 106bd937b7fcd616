using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>What the pack remembers across a restart, as it lies in its record: cell after cell.</summary>
public static class StateRecord
{
    /// <summary>Bytes a cell.</summary>
    public const int CellLength = 36;

    /// <summary>Content of a record that says: what is remembered is older than the last use.</summary>
    public const int OutdatedLength = 1;

    /// <summary>Writes one cell into an image.</summary>
    public static void Put(byte[] image, RestoredState state, int cell)
    {
        int at = RecordSlots.ContentAt + (cell * CellLength);
        LittleEndian.Put(image, at, state.StateOfCharge_Q30[cell]);
        LittleEndian.Put(image, at + 4, state.Contact_Q30[cell]);
        LittleEndian.Put(image, at + 8, state.Filament_Q30[cell]);
        LittleEndian.Put64(image, at + 12, state.InterphaseSquare_Q20[cell]);
        LittleEndian.Put64(image, at + 20, state.CalendarSquare_Q60[cell]);
        LittleEndian.Put64(image, at + 28, state.CycleFade_Q60[cell]);
    }

    /// <summary>Reads the newest record.</summary>
    /// <param name="record">Its slots.</param>
    /// <param name="cells">Cells in the pack.</param>
    /// <returns>The state; null if there is none of so many cells.</returns>
    public static RestoredState Load(RecordSlots record, int cells)
    {
        if (record.Load() != cells * CellLength)
        {
            return null;
        }

        RestoredState state = new RestoredState(cells);
        byte[] image = record.Image;
        for (int cell = 0; cell < cells; cell++)
        {
            int at = RecordSlots.ContentAt + (cell * CellLength);
            state.StateOfCharge_Q30[cell] = LittleEndian.Take(image, at);
            state.Contact_Q30[cell] = LittleEndian.Take(image, at + 4);
            state.Filament_Q30[cell] = LittleEndian.Take(image, at + 8);
            state.InterphaseSquare_Q20[cell] = LittleEndian.Take64(image, at + 12);
            state.CalendarSquare_Q60[cell] = LittleEndian.Take64(image, at + 20);
            state.CycleFade_Q60[cell] = LittleEndian.Take64(image, at + 28);
        }

        return state;
    }

    /// <summary>Writes a whole state at once, outside the loop.</summary>
    /// <returns>False if the medium failed.</returns>
    public static bool Save(RecordSlots record, RestoredState state)
    {
        int cells = state.StateOfCharge_Q30.Length;
        for (int cell = 0; cell < cells; cell++)
        {
            Put(record.Image, state, cell);
        }

        return record.Save(cells * CellLength);
    }
}
