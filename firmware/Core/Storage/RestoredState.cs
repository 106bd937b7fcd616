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

    /// <summary>Square of the interphase's growth, µV² per C²; 0 when new.</summary>
    public readonly long[] InterphaseSquare_Q20;

    /// <summary>Square of the share of capacity that time took; 0 when new.</summary>
    public readonly long[] CalendarSquare_Q60;

    /// <summary>Share of capacity that use took; 0 when new.</summary>
    public readonly long[] CycleFade_Q60;

    /// <summary>Makes a state of so many cells, all zero.</summary>
    public RestoredState(int cells)
    {
        StateOfCharge_Q30 = new int[cells];
        Contact_Q30 = new int[cells];
        Filament_Q30 = new int[cells];
        InterphaseSquare_Q20 = new long[cells];
        CalendarSquare_Q60 = new long[cells];
        CycleFade_Q60 = new long[cells];
    }
}
