using System;
using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>All settings of the device, as the flash holds them.</summary>
public sealed class SettingsStore
{
    /// <summary>The core's settings.</summary>
    public readonly Settings Core = new Settings();

    /// <summary>The board's settings.</summary>
    public readonly BoardSettings Board = new BoardSettings();

    /// <summary>Where the core's settings are kept.</summary>
    public readonly RecordSlots CoreRecord;

    /// <summary>Where the board's settings are kept.</summary>
    public readonly RecordSlots BoardRecord;

    /// <summary>Whether some were found, but none that is sound: what is connected is unknown then.</summary>
    public readonly bool IsDamaged;

    /// <summary>Reads the settings; defaults where the flash holds none.</summary>
    public SettingsStore(FileStore store)
    {
        CoreRecord = SettingsRecord.Slots(new FileMedium(store, RecordKind.SettingsName), RecordKind.Settings, Core);
        BoardRecord = SettingsRecord.Slots(new FileMedium(store, RecordKind.BoardName), RecordKind.Board, Board);
        IsDamaged = !Load(CoreRecord, Core, RecordKind.SettingsName) | !Load(BoardRecord, Board, RecordKind.BoardName);
    }

    /// <summary>The core's settings once more, for the core to work with: what a command changes takes effect with the next start.</summary>
    public Settings InEffect()
    {
        Settings settings = new Settings();
        for (int number = 0; number < settings.Count; number++)
        {
            settings.Change(number, Core.Value(number));
        }

        return settings;
    }

    private static bool Load(RecordSlots record, Settings settings, string name)
    {
        SettingsRecord.Load(record, settings);
        if (record.IsDamaged)
        {
            Console.WriteLine(name + " damaged: the pack stays disconnected");
        }

        return !record.IsDamaged;
    }
}
