namespace Bms.Plant.Materials;

/// <summary>Which side of a threshold is the good one.</summary>
public enum Bound
{
    /// <summary>The threshold and above.</summary>
    AtLeast,

    /// <summary>The threshold and below.</summary>
    AtMost,

    /// <summary>Below the threshold.</summary>
    Below,
}
