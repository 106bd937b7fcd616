namespace Bms.Plant.Materials;

/// <summary>What a criterion says of a material.</summary>
public enum Verdict
{
    /// <summary>It holds over the whole range of the sources.</summary>
    Holds,

    /// <summary>It holds for some specimens of the range and not for others.</summary>
    Depends,

    /// <summary>It does not hold anywhere in the range.</summary>
    Fails,
}
