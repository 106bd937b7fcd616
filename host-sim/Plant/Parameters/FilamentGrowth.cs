namespace Bms.Plant.Parameters;

/// <summary>dF/dt = c max(0, |j|/theta - CCD) [plating] + r_mech(P) arr(creep) min(1, |j|/j_ref); both 0: -heal arr(heal).</summary>
public sealed record FilamentGrowth
{
    /// <summary>c, cm²/(mA s).</summary>
    public required double GrowthRate { get; init; }

    /// <summary>Healing rate at the reference temperature, 1/s.</summary>
    public required double HealingRate { get; init; }

    /// <summary>Activation energy of healing, J/mol.</summary>
    public required double HealingActivation { get; init; }

    /// <summary>Mechanical growth r_mech over stack pressure (MPa), 1/s. Its temperature factor is arr(E_creep, T) relative to the cell's reference temperature.</summary>
    public required Table MechanicalRate { get; init; }

    /// <summary>Current density above which the mechanical rate is full, mA/cm².</summary>
    public required double MechanicalReferenceCurrent { get; init; }

    /// <summary>Share of the lithium plated beyond the plating limit that is cut off for good, 0..1.</summary>
    public double DeadShare { get; init; }
}
