namespace Bms.VirtualBoard.Pins;

/// <summary>The resistor on a line outside the microcontroller; it is stronger than the internal ones.</summary>
public enum Pull
{
    /// <summary>None.</summary>
    None,

    /// <summary>To the supply.</summary>
    Up,

    /// <summary>To ground.</summary>
    Down,
}
