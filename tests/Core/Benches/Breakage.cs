namespace Bms.Core.Tests.Benches;

/// <summary>How a channel can fail.</summary>
public enum Breakage
{
    /// <summary>It works.</summary>
    None,

    /// <summary>No new conversion comes.</summary>
    Silent,

    /// <summary>Every conversion fails.</summary>
    Failed,

    /// <summary>New values come, but marked as failed.</summary>
    Doubted,

    /// <summary>Conversions bear times still to come.</summary>
    Early,

    /// <summary>Conversions lie just below the plausible range.</summary>
    TooLow,

    /// <summary>Conversions lie just above the plausible range.</summary>
    TooHigh,
}
