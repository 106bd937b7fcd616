namespace Bms.Core.Cells;

/// <summary>The published state of all cells: one array a quantity, one entry a cell.</summary>
public sealed class CellStates
{
    /// <summary>Number of cells.</summary>
    public readonly int Count;

    /// <summary>Lithium in the positive electrode, µA ms; exact.</summary>
    public readonly long[] Lithium_uAms;

    /// <summary>State of charge: 0 empty, 2^30 full; may leave that range.</summary>
    public readonly int[] StateOfCharge_Q30;

    /// <summary>Mean stoichiometry of the positive electrode.</summary>
    public readonly int[] MeanStoichiometry_Q30;

    /// <summary>Surface stoichiometry of the positive electrode.</summary>
    public readonly int[] SurfaceStoichiometry_Q30;

    /// <summary>Mean rate since the cell's slice before, C, positive on charge.</summary>
    public readonly int[] Rate_Q24;

    /// <summary>Core temperature, µK.</summary>
    public readonly int[] Core_uK;

    /// <summary>Surface temperature, µK.</summary>
    public readonly int[] Surface_uK;

    /// <summary>Core temperature, mK.</summary>
    public readonly int[] CoreTemperature_mK;

    /// <summary>Contact factor of the lithium interface: 2^30 is full contact.</summary>
    public readonly int[] Contact_Q30;

    /// <summary>Filament index: 2^30 is a short.</summary>
    public readonly int[] Filament_Q30;

    /// <summary>Filament index with ten more fraction bits, so that slow healing is not lost.</summary>
    public readonly long[] Filament_Q40;

    /// <summary>Contact drop per C at the present temperature and pressure and full contact, µV.</summary>
    public readonly int[] ContactDrop_Q8;

    /// <summary>Modelled terminal voltage at the current of the last voltage scan, µV.</summary>
    public readonly int[] ModelVoltage_uV;

    /// <summary>Slope of the open-circuit voltage over state of charge at the surface, µV for 2^-10 of full charge.</summary>
    public readonly int[] Slope_uV;

    /// <summary>Modelled overpotential at the current of the last voltage scan, µV, positive on charge.</summary>
    public readonly int[] Overpotential_uV;

    /// <summary>Square of <see cref="InterphaseGrowth_Q10"/>, in which slow growth is not lost.</summary>
    public readonly long[] InterphaseSquare_Q20;

    /// <summary>Drop per C that the interphase has gained, as it would be at the reference temperature, µV; never falls.</summary>
    public readonly int[] InterphaseGrowth_Q10;

    /// <summary>The same at the present temperature, µV per C.</summary>
    public readonly int[] InterphaseDrop_Q8;

    /// <summary>Square of <see cref="CalendarFade_Q30"/>.</summary>
    public readonly long[] CalendarSquare_Q60;

    /// <summary>Share of the new capacity that time took; never falls.</summary>
    public readonly int[] CalendarFade_Q30;

    /// <summary>Share of the new capacity that use took; never falls.</summary>
    public readonly long[] CycleFade_Q60;

    /// <summary>Capacity over the profile's: what age has left of it times <see cref="CapacityScale_Q20"/>; 2^29 is the least that is taken into account.</summary>
    public readonly int[] Capacity_Q30;

    /// <summary>How much more a charge moves the stoichiometry than when the cell was new: 1/capacity - 1.</summary>
    public readonly int[] Crowding_Q30;

    /// <summary>Variance of the state of charge, ppm squared.</summary>
    public readonly long[] Variance_ppm2;

    /// <summary>Ohmic drop, contact included, over the model's: 2^20 is what the profile says.</summary>
    public readonly int[] OhmicScale_Q20;

    /// <summary>Charge transfer resistance over the model's: 2^20 is what the profile says.</summary>
    public readonly int[] ReactionScale_Q20;

    /// <summary>Capacity over that of a cell of the same age as the profile knows it: 2^20 is as much.</summary>
    public readonly int[] CapacityScale_Q20;

    /// <summary>Standard deviation of <see cref="OhmicScale_Q20"/>, ppm of it.</summary>
    public readonly int[] OhmicDeviation_ppm;

    /// <summary>Standard deviation of <see cref="ReactionScale_Q20"/>, ppm of it.</summary>
    public readonly int[] ReactionDeviation_ppm;

    /// <summary>Standard deviation of <see cref="Contact_Q30"/>, ppm of it.</summary>
    public readonly int[] ContactDeviation_ppm;

    /// <summary>Standard deviation of <see cref="CapacityScale_Q20"/>, ppm of it.</summary>
    public readonly int[] CapacityDeviation_ppm;

    /// <summary>Ohmic drop per C at the present temperature, pressure and contact, scale included, µV.</summary>
    public readonly long[] OhmicDrop_Q8;

    /// <summary>Overpotential of the positive interface at the current of the last voltage scan, in 2RT/F.</summary>
    public readonly int[] PositiveReaction_Q16;

    /// <summary>The same of the lithium interface.</summary>
    public readonly int[] NegativeReaction_Q16;

    /// <summary>Makes the states of so many cells, all zero.</summary>
    public CellStates(int count)
    {
        Count = count;
        Lithium_uAms = new long[count];
        StateOfCharge_Q30 = new int[count];
        MeanStoichiometry_Q30 = new int[count];
        SurfaceStoichiometry_Q30 = new int[count];
        Rate_Q24 = new int[count];
        Core_uK = new int[count];
        Surface_uK = new int[count];
        CoreTemperature_mK = new int[count];
        Contact_Q30 = new int[count];
        Filament_Q30 = new int[count];
        Filament_Q40 = new long[count];
        ContactDrop_Q8 = new int[count];
        ModelVoltage_uV = new int[count];
        Slope_uV = new int[count];
        Overpotential_uV = new int[count];
        InterphaseSquare_Q20 = new long[count];
        InterphaseGrowth_Q10 = new int[count];
        InterphaseDrop_Q8 = new int[count];
        CalendarSquare_Q60 = new long[count];
        CalendarFade_Q30 = new int[count];
        CycleFade_Q60 = new long[count];
        Capacity_Q30 = new int[count];
        Crowding_Q30 = new int[count];
        Variance_ppm2 = new long[count];
        OhmicScale_Q20 = new int[count];
        ReactionScale_Q20 = new int[count];
        CapacityScale_Q20 = new int[count];
        OhmicDeviation_ppm = new int[count];
        ReactionDeviation_ppm = new int[count];
        ContactDeviation_ppm = new int[count];
        CapacityDeviation_ppm = new int[count];
        PositiveReaction_Q16 = new int[count];
        NegativeReaction_Q16 = new int[count];
        OhmicDrop_Q8 = new long[count];
        for (int cell = 0; cell < count; cell++)
        {
            Capacity_Q30[cell] = 1 << 30;
            OhmicScale_Q20[cell] = 1 << 20;
            ReactionScale_Q20[cell] = 1 << 20;
            CapacityScale_Q20[cell] = 1 << 20;
        }
    }
}
