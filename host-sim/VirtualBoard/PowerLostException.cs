using System;

namespace Bms.VirtualBoard;

/// <summary>The supply is gone (or the microcontroller starts again): the firmware does not run on. Every call of the hardware throws it until <see cref="Machine.Run"/> is left.</summary>
public sealed class PowerLostException : Exception
{
    /// <summary>The supply is gone.</summary>
    public PowerLostException()
        : base("the supply of the virtual board is gone")
    {
    }

    /// <summary>The supply is gone, for a reason.</summary>
    public PowerLostException(string message)
        : base(message)
    {
    }

    /// <summary>The supply is gone because of something else.</summary>
    public PowerLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
