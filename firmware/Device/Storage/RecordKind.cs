namespace Bms.Device.Storage;

/// <summary>The records a device keeps: what is in them, and the names of their files.</summary>
public static class RecordKind
{
    /// <summary>Settings of the core.</summary>
    public const int Settings = 1;

    /// <summary>Settings of the board.</summary>
    public const int Board = 2;

    /// <summary>What the pack remembered before certainty was kept with it; only read.</summary>
    public const int FirstState = 3;

    /// <summary>What the pack remembered before pressure and voids were kept with it; only read.</summary>
    public const int SecondState = 4;

    /// <summary>What the pack remembers. A layout that changes is another kind, so none is taken for another.</summary>
    public const int State = 5;

    /// <summary>Files of <see cref="Settings"/>.</summary>
    public const string SettingsName = "settings";

    /// <summary>Files of <see cref="Board"/>.</summary>
    public const string BoardName = "board";

    /// <summary>Files of <see cref="State"/>.</summary>
    public const string StateName = "state";

    /// <summary>Bytes of a slot of <see cref="FirstState"/> in ferroelectric memory; its two begin at address 0.</summary>
    public const int FirstSlotLength = 1024;

    /// <summary>Bytes of a slot of <see cref="State"/> and of <see cref="SecondState"/> in ferroelectric memory.</summary>
    public const int SlotLength = 2048;

    /// <summary>Where their two begin: beyond those of <see cref="FirstState"/>, which last until one has been written.</summary>
    public const int StateAddress = 2048;
}
