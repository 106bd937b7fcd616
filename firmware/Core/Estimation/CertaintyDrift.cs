namespace Bms.Core.Estimation;

/// <summary>What time does to the certainty of what is known of a cell: variances a second.</summary>
public static class CertaintyDrift
{
    /// <summary>Of the state of charge at rest, ppm² a second: 0.2 % in an hour.</summary>
    public const long Charge_ppm2 = 1000;

    /// <summary>What is added to it at a current of 1C: 0.8 % over a full charge.</summary>
    public const long PerCharge_ppm2 = 17778;

    /// <summary>Of the scales of the resistances: 3 % in an hour, as temperature sensors are off by other amounts elsewhere.</summary>
    public const long Resistance_ppm2 = 250000;

    /// <summary>Of the capacity, beyond what is known of ageing: 0.1 % in an hour.</summary>
    public const long Capacity_ppm2 = 278;
}
