namespace System.Device.Gpio;

/// <summary>How pins are numbered.</summary>
public enum PinNumberingScheme
{
    /// <summary>By GPIO number.</summary>
    Logical = 0,

    /// <summary>By place on the board.</summary>
    Board = 1,
}
