namespace Bms.Device.Link;

/// <summary>Stable numbers of what can become of a command, as they stand in the device's reply.</summary>
public enum CommandResult
{
    /// <summary>Done; what had to be kept is in the flash.</summary>
    Done = 0,

    /// <summary>No hello of this protocol version since the device started.</summary>
    NoHello = 1,

    /// <summary>No message has this number.</summary>
    UnknownMessage = 2,

    /// <summary>The message is shorter than its fields, or its readings do not fill it.</summary>
    BadLength = 3,

    /// <summary>No setting, load cell, message or channel has this number.</summary>
    UnknownNumber = 4,

    /// <summary>The value is outside the range of its row.</summary>
    OutOfRange = 5,

    /// <summary>A contactor is told to be closed.</summary>
    ContactorsClosed = 6,

    /// <summary>Not in the mode the firmware runs in.</summary>
    WrongMode = 7,

    /// <summary>Flash or chip did not take it; nothing has changed.</summary>
    Failed = 8,
}
