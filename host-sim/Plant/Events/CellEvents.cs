using System;

namespace Bms.Plant.Events;

/// <summary>What can happen to a cell once and for all.</summary>
[Flags]
public enum CellEvents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The cell heats itself by 0.02 K a minute or more.</summary>
    RunawayOnset = 1,

    /// <summary>Lithium has begun to melt.</summary>
    LithiumMelted = 2,

    /// <summary>Lithium pressed through the separator has shorted the cell.</summary>
    MechanicalShort = 4,

    /// <summary>Lithium grown through the separator has shorted the cell.</summary>
    FilamentShort = 8,

    /// <summary>A crack has run in the solid electrolyte.</summary>
    ElectrolyteCracked = 16,

    /// <summary>The case has been breached.</summary>
    CaseBreached = 32,
}
