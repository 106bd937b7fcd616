namespace Bms.Device.Link;

/// <summary>
/// Stable numbers of the messages of the serial link; <see cref="LinkMessageTable"/> has their rows, hardware/protocol.md
/// their fields. A number never changes its meaning; fields are only ever added at the end.
/// </summary>
public static class LinkMessage
{
    /// <summary>Version of the protocol; it changes only when an old host would misread a message.</summary>
    public const int Version = 1;

    /// <summary>The host begins a session.</summary>
    public const int Hello = 1;

    /// <summary>Readings and requests for the frame.</summary>
    public const int Update = 2;

    /// <summary>Asks for a message of the device.</summary>
    public const int Ask = 3;

    /// <summary>Asks for the newest readings of some channels.</summary>
    public const int ReadChannels = 4;

    /// <summary>Asks for the value of a setting.</summary>
    public const int ReadSetting = 5;

    /// <summary>Changes a setting.</summary>
    public const int WriteSetting = 6;

    /// <summary>What a load cell shows now is no pressure.</summary>
    public const int Tare = 7;

    /// <summary>What a load cell shows now is a known pressure.</summary>
    public const int Span = 8;

    /// <summary>Chooses what the firmware runs as from its next start on.</summary>
    public const int SetMode = 9;

    /// <summary>Starts the firmware anew.</summary>
    public const int Reboot = 10;

    /// <summary>One more than the highest number of the host's.</summary>
    public const int EndOfHost = 11;

    /// <summary>Numbers from here on are the device's.</summary>
    public const int FirstOfDevice = 128;

    /// <summary>What the device is.</summary>
    public const int Identity = 129;

    /// <summary>What the newest step decided.</summary>
    public const int Decision = 130;

    /// <summary>How the device fares.</summary>
    public const int Status = 131;

    /// <summary>What became of a command.</summary>
    public const int Reply = 132;

    /// <summary>Newest readings of some channels.</summary>
    public const int Readings = 133;

    /// <summary>What the device believes of a cell, and how surely.</summary>
    public const int Estimates = 134;
}
