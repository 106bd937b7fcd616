namespace Bms.Plant.Parameters;

/// <summary>What takes up the lithium; the number is the one in parameter files.</summary>
public enum NegativeKind
{
    /// <summary>Lithium metal with more of it than is ever used.</summary>
    LithiumMetal = 0,

    /// <summary>A bare current collector: all lithium comes from the positive electrode.</summary>
    LithiumFree = 1,

    /// <summary>Active particles in electrolyte.</summary>
    Composite = 2,
}
