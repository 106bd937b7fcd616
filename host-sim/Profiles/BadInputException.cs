using System;

namespace Bms.Profiles;

/// <summary>
/// Input a user gave that can't be used: one line that says where it stands, what was found and what would be right.
/// Commands print <see cref="Exception.Message"/> as it is and end with exit code 2.
/// </summary>
public sealed class BadInputException : Exception
{
    /// <summary>Makes the message <c>where: what was found; what would be right</c>.</summary>
    /// <param name="where">File with line and key, or option, e.g. <c>commute.yaml:14</c> or <c>--cells</c>.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="expected">What would be right.</param>
    public BadInputException(string where, string found, string expected)
        : base($"{where}: {found}; {expected}")
    {
    }

    /// <summary>Takes a message that already says where, what was found and what would be right.</summary>
    public BadInputException(string message)
        : base(message)
    {
    }

    /// <summary>Takes such a message and the failure behind it.</summary>
    public BadInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
