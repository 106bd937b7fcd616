namespace Bms.VirtualBoard.Circuits;

/// <summary>How a contactor fails.</summary>
public enum ContactorFault
{
    /// <summary>Sound.</summary>
    None,

    /// <summary>Its contacts are welded once they have been closed: it does not open.</summary>
    Welded,

    /// <summary>It does not close.</summary>
    StuckOpen,
}
