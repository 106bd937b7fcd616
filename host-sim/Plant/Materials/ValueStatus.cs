namespace Bms.Plant.Materials;

/// <summary>How far a number can be trusted.</summary>
public enum ValueStatus
{
    /// <summary>Measured or printed by its source.</summary>
    Measured,

    /// <summary>Fitted by its source.</summary>
    Fitted,

    /// <summary>Computed from other numbers; the source says how.</summary>
    Derived,

    /// <summary>A handbook's value of the pure substance.</summary>
    Handbook,

    /// <summary>No public value was found: a parameter, never a fact.</summary>
    Tunable,
}
