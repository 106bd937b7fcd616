using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>Settings in the flash: pairs of number and value, so that a later firmware with more rows reads an older record.</summary>
public static class SettingsRecord
{
    private const int PairLength = 8;

    /// <summary>Takes over what the record holds; values that no longer fit their row stay at their default.</summary>
    /// <returns>Whether there was a record.</returns>
    public static bool Load(RecordSlots record, Settings settings)
    {
        int length = record.Load();
        for (int at = 0; at + PairLength <= length; at += PairLength)
        {
            int number = LittleEndian.Take(record.Image, RecordSlots.ContentAt + at);
            settings.Change(number, LittleEndian.Take(record.Image, RecordSlots.ContentAt + at + 4));
        }

        return length > 0;
    }

    /// <summary>Writes all settings.</summary>
    /// <returns>False if the flash failed.</returns>
    public static bool Save(RecordSlots record, Settings settings)
    {
        for (int number = 0; number < settings.Count; number++)
        {
            LittleEndian.Put(record.Image, RecordSlots.ContentAt + (number * PairLength), number);
            LittleEndian.Put(record.Image, RecordSlots.ContentAt + (number * PairLength) + 4, settings.Value(number));
        }

        return record.Save(settings.Count * PairLength);
    }

    /// <summary>The slots for some settings.</summary>
    public static RecordSlots Slots(IMedium medium, int kind, Settings settings)
    {
        return new RecordSlots(medium, kind, settings.Count * PairLength);
    }
}
