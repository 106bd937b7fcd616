namespace Bms.Core.Diagnostics;

/// <summary>What a diagnosis leads to.</summary>
public enum Severity
{
    /// <summary>Recorded.</summary>
    Note = 0,

    /// <summary>Recorded and shown.</summary>
    Warning = 1,

    /// <summary>Limits to zero and a warning, contactors open after the profile's time.</summary>
    Fault = 2,

    /// <summary>Contactors open at once.</summary>
    Emergency = 3,
}
