using System;

namespace Bms.VirtualBoard.Faults;

/// <summary>A fault was asked for in words that are not understood; the message says what would be.</summary>
public sealed class FaultSpecException : FormatException
{
    /// <summary>Something was not understood.</summary>
    public FaultSpecException()
    {
    }

    /// <summary>What was not understood.</summary>
    public FaultSpecException(string message)
        : base(message)
    {
    }

    /// <summary>What was not understood, and why.</summary>
    public FaultSpecException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
