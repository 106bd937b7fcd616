namespace System.IO.Ports;

/// <summary>Parity bit of a serial line.</summary>
public enum Parity
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Makes the number of ones odd.</summary>
    Odd = 1,

    /// <summary>Makes the number of ones even.</summary>
    Even = 2,
}
