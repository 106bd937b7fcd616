namespace Bms.Plant.Degradation;

/// <summary>Gases that an electrolyte sets free in humid air (review Table 1).</summary>
public enum GasSpecies
{
    /// <summary>H2S, of sulfides.</summary>
    HydrogenSulfide,

    /// <summary>PH3, of LiPON.</summary>
    Phosphine,

    /// <summary>NH3, of LiPON.</summary>
    Ammonia,
}
