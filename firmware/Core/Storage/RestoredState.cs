namespace Bms.Core.Storage;

/// <summary>What a device remembers across a restart: one entry a cell.</summary>
public sealed class RestoredState
{
    /// <summary>State of charge, 2^30 is full.</summary>
    public readonly int[] StateOfCharge_Q30;

    /// <summary>Contact factor, 2^30 is full contact.</summary>
    public readonly int[] Contact_Q30;

    /// <summary>Filament index, 2^30 is a short.</summary>
    public readonly int[] Filament_Q30;

    /// <summary>Makes a state of so many cells, all zero.</summary>
    public RestoredState(int cells)
    {
        StateOfCharge_Q30 = new int[cells];
        Contact_Q30 = new int[cells];
        Filament_Q30 = new int[cells];
    }
}
