using Bms.Core.Estimation;
using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>
/// What the pack remembers across a restart, as it lies in its record: cell after cell. A byte more at the end says that the
/// pack has been in use since: age and what was learnt of the cells still count, charge does not.
/// </summary>
/// <remarks>Nothing on the board tells how long it was without power, so a state that is read is taken as a month old. That also
/// covers what flowed in the ten seconds between two records.</remarks>
public static class StateRecord
{
    /// <summary>Bytes a cell.</summary>
    public const int CellLength = 76;

    /// <summary>Bytes a cell in a record of <see cref="RecordKind.SecondState"/>, which ends where pressure and voids begin.</summary>
    public const int SecondCellLength = 60;

    /// <summary>Bytes a cell in a record of <see cref="RecordKind.FirstState"/>, which ends where certainty begins.</summary>
    public const int FirstCellLength = 36;

    /// <summary>How old a state is taken for, s.</summary>
    public const int AssumedAge_s = 30 * 24 * 3600;

    // what nobody wrote down: better than 10 %, or no current would flow until the voltages have spoken
    private const int FirstDeviation_ppm = 50000;

    /// <summary>Bytes of content of a record.</summary>
    /// <param name="cells">Cells in the pack.</param>
    public static int Capacity(int cells)
    {
        return (cells * CellLength) + 1;
    }

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
        LittleEndian.Put(image, at + 36, state.Deviation_ppm[cell]);
        LittleEndian.Put(image, at + 40, state.OhmicScale_Q20[cell]);
        LittleEndian.Put(image, at + 44, state.ReactionScale_Q20[cell]);
        LittleEndian.Put(image, at + 48, state.ResistanceDeviation_ppm[cell]);
        LittleEndian.Put(image, at + 52, state.CapacityScale_Q20[cell]);
        LittleEndian.Put(image, at + 56, state.CapacityDeviation_ppm[cell]);
        LittleEndian.Put(image, at + 60, state.ClampPressure_Pa[cell]);
        LittleEndian.Put(image, at + 64, state.CoreTemperature_mK[cell]);
        LittleEndian.Put64(image, at + 68, state.Stripped_Q24[cell]);
    }

    /// <summary>Reads the newest record.</summary>
    /// <param name="record">Its slots.</param>
    /// <param name="cells">Cells in the pack.</param>
    /// <returns>The state; null if there is none of so many cells. Its charge is unknown if the pack has been in use since.</returns>
    public static RestoredState Load(RecordSlots record, int cells)
    {
        return Load(record, cells, CellLength);
    }

    /// <summary>Reads the newest record of firmware that kept neither pressures nor voids.</summary>
    /// <param name="record">Slots of <see cref="RecordKind.SecondState"/>.</param>
    /// <param name="cells">Cells in the pack.</param>
    /// <returns>The state without these, as <see cref="Load(RecordSlots, int)"/> gives it.</returns>
    public static RestoredState LoadSecond(RecordSlots record, int cells)
    {
        return Load(record, cells, SecondCellLength);
    }

    /// <summary>Reads the newest record of firmware that learnt nothing but charge, contact and age.</summary>
    /// <param name="record">Slots of <see cref="RecordKind.FirstState"/>.</param>
    /// <param name="cells">Cells in the pack.</param>
    /// <returns>The state, all else as the profile says; null if there is none of so many cells, or the pack has been in use since.</returns>
    public static RestoredState LoadFirst(RecordSlots record, int cells)
    {
        return Load(record, cells, FirstCellLength);
    }

    /// <summary>Whether a state says nothing about the charge of some cell: the pack has been in use since it was written, or
    /// it was not known then.</summary>
    public static bool IsChargeUnknown(RestoredState state)
    {
        bool isUnknown = false;
        for (int cell = 0; cell < state.Deviation_ppm.Length; cell++)
        {
            isUnknown |= state.Deviation_ppm[cell] >= StateCovariance.Highest_ppm;
        }

        return isUnknown;
    }

    /// <summary>Writes a whole state at once, outside the loop.</summary>
    /// <param name="record">Its slots.</param>
    /// <param name="state">The state.</param>
    /// <param name="isOutdated">Whether the pack is about to be used: its charge will not be what is written.</param>
    /// <returns>False if the medium failed.</returns>
    public static bool Save(RecordSlots record, RestoredState state, bool isOutdated)
    {
        int cells = state.StateOfCharge_Q30.Length;
        for (int cell = 0; cell < cells; cell++)
        {
            Put(record.Image, state, cell);
        }

        record.Image[RecordSlots.ContentAt + (cells * CellLength)] = 1;
        return record.Save((cells * CellLength) + (isOutdated ? 1 : 0));
    }

    private static RestoredState Load(RecordSlots record, int cells, int cellLength)
    {
        int length = record.Load();
        bool isOutdated = cellLength > FirstCellLength && length == (cells * cellLength) + 1;
        if (length != cells * cellLength && !isOutdated)
        {
            return null;
        }

        RestoredState state = new RestoredState(cells);
        byte[] image = record.Image;
        for (int cell = 0; cell < cells; cell++)
        {
            int at = RecordSlots.ContentAt + (cell * cellLength);
            state.StateOfCharge_Q30[cell] = LittleEndian.Take(image, at);
            state.Contact_Q30[cell] = LittleEndian.Take(image, at + 4);
            state.Filament_Q30[cell] = LittleEndian.Take(image, at + 8);
            state.InterphaseSquare_Q20[cell] = LittleEndian.Take64(image, at + 12);
            state.CalendarSquare_Q60[cell] = LittleEndian.Take64(image, at + 20);
            state.CycleFade_Q60[cell] = LittleEndian.Take64(image, at + 28);
            state.Deviation_ppm[cell] = FirstDeviation_ppm;
            if (cellLength >= SecondCellLength)
            {
                state.Deviation_ppm[cell] = LittleEndian.Take(image, at + 36);
                state.OhmicScale_Q20[cell] = LittleEndian.Take(image, at + 40);
                state.ReactionScale_Q20[cell] = LittleEndian.Take(image, at + 44);
                state.ResistanceDeviation_ppm[cell] = LittleEndian.Take(image, at + 48);
                state.CapacityScale_Q20[cell] = LittleEndian.Take(image, at + 52);
                state.CapacityDeviation_ppm[cell] = LittleEndian.Take(image, at + 56);
            }

            if (cellLength >= CellLength)
            {
                state.ClampPressure_Pa[cell] = LittleEndian.Take(image, at + 60);
                state.CoreTemperature_mK[cell] = LittleEndian.Take(image, at + 64);
                state.Stripped_Q24[cell] = LittleEndian.Take64(image, at + 68);
            }

            state.Deviation_ppm[cell] = isOutdated ? StateCovariance.Highest_ppm : state.Deviation_ppm[cell];
        }

        state.Age_s = AssumedAge_s;
        return state;
    }
}
