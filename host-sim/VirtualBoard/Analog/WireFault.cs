namespace Bms.VirtualBoard.Analog;

/// <summary>How a sensor's wires can fail.</summary>
public enum WireFault
{
    /// <summary>Sound.</summary>
    None,

    /// <summary>A wire is broken.</summary>
    Open,

    /// <summary>The wires touch.</summary>
    Short,
}
