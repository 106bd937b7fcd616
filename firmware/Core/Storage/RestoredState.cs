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

    /// <summary>Standard deviation of the state of charge, ppm of full charge; 0 when it was not kept.</summary>
    public readonly int[] Deviation_ppm;

    /// <summary>Scale of the ohmic drop, 2^20 is what the profile says.</summary>
    public readonly int[] OhmicScale_Q20;

    /// <summary>Scale of the charge transfer resistance, 2^20 is what the profile says.</summary>
    public readonly int[] ReactionScale_Q20;

    /// <summary>Standard deviation of both, ppm of them; 0 when they were not kept.</summary>
    public readonly int[] ResistanceDeviation_ppm;

    /// <summary>Scale of the capacity, 2^20 is what profile and age say.</summary>
    public readonly int[] CapacityScale_Q20;

    /// <summary>Its standard deviation, ppm of it; 0 when it was not kept.</summary>
    public readonly int[] CapacityDeviation_ppm;

    /// <summary>Charge stripped beyond a cautious limit that creep had not healed, C ms; 0 when none.</summary>
    public readonly long[] Stripped_Q24;

    /// <summary>Pressure of the cell's clamp when it was written, Pa; 0 when it was not kept.</summary>
    public readonly int[] ClampPressure_Pa;

    /// <summary>Temperature of the cell's core when it was written.</summary>
    public readonly int[] CoreTemperature_mK;

    /// <summary>How long ago it was written, s; 0 when that is not known. Certainty fades with it.</summary>
    public int Age_s;

    /// <summary>Makes a state of so many cells: scales are those of the profile, all else zero.</summary>
    public RestoredState(int cells)
    {
        StateOfCharge_Q30 = new int[cells];
        Contact_Q30 = new int[cells];
        Filament_Q30 = new int[cells];
        InterphaseSquare_Q20 = new long[cells];
        CalendarSquare_Q60 = new long[cells];
        CycleFade_Q60 = new long[cells];
        Deviation_ppm = new int[cells];
        OhmicScale_Q20 = new int[cells];
        ReactionScale_Q20 = new int[cells];
        ResistanceDeviation_ppm = new int[cells];
        CapacityScale_Q20 = new int[cells];
        CapacityDeviation_ppm = new int[cells];
        Stripped_Q24 = new long[cells];
        ClampPressure_Pa = new int[cells];
        CoreTemperature_mK = new int[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            OhmicScale_Q20[cell] = 1 << 20;
            ReactionScale_Q20[cell] = 1 << 20;
            CapacityScale_Q20[cell] = 1 << 20;
        }
    }
}
