namespace Bms.VirtualBoard.Analog;

/// <summary>How a load cell fails.</summary>
public enum LoadCellFault
{
    /// <summary>Sound.</summary>
    None,

    /// <summary>A signal wire is broken: the converter's input floats to a rail.</summary>
    Open,

    /// <summary>The supply of the bridge is broken: no signal at all.</summary>
    NoExcitation,
}
