namespace Bms.VirtualBoard;

/// <summary>Why the firmware stopped running.</summary>
public enum RunEnd
{
    /// <summary>Its main method returned.</summary>
    Returned,

    /// <summary>The supply went away.</summary>
    PowerLost,

    /// <summary>It asked to be started again.</summary>
    Rebooted,
}
