namespace Bms.Plant.Parameters;

/// <summary>What becomes of an interface between electrode and electrolyte once they touch (review section 3.4.1: the three types).</summary>
public enum InterfaceKind
{
    /// <summary>Nothing reacts: no layer grows.</summary>
    Stable,

    /// <summary>The layer conducts ions but no electrons and slows its own growth: resistance grows with the square root of time.</summary>
    Passivating,

    /// <summary>The layer conducts ions and electrons and feeds its own growth: resistance grows in proportion to time.</summary>
    MixedConducting,
}
