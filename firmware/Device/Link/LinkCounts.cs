namespace Bms.Device.Link;

/// <summary>What the link has counted since start.</summary>
public sealed class LinkCounts
{
    /// <summary>Whole messages.</summary>
    public int Received;

    /// <summary>Damaged messages.</summary>
    public int Damaged;

    /// <summary>Whole messages that were refused.</summary>
    public int Refused;
}
