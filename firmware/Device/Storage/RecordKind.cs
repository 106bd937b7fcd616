namespace Bms.Device.Storage;

/// <summary>The records a device keeps: what is in them, and the names of their files.</summary>
public static class RecordKind
{
    /// <summary>Settings of the core.</summary>
    public const int Settings = 1;

    /// <summary>Settings of the board.</summary>
    public const int Board = 2;

    /// <summary>What the pack remembers.</summary>
    public const int State = 3;

    /// <summary>Files of <see cref="Settings"/>.</summary>
    public const string SettingsName = "settings";

    /// <summary>Files of <see cref="Board"/>.</summary>
    public const string BoardName = "board";

    /// <summary>Files of <see cref="State"/>.</summary>
    public const string StateName = "state";

    /// <summary>Bytes of a slot in ferroelectric memory, at most: <see cref="State"/> is there, from address 0 on.</summary>
    public const int SlotLength = 1024;
}
