namespace Bms.Plant.Parameters;

/// <summary>What the electrolyte of a cell does with the moisture of air that gets in through a breached case.</summary>
/// <remarks>Review Table 1: sulfides give H2S, LiPON gives PH3 and NH3, garnets grow LiOH and Li2CO3 and give no gas. Footprint is
/// the area of all layers. The default reacts with nothing.</remarks>
public sealed record MoistureReaction
{
    /// <summary>No reaction.</summary>
    public static MoistureReaction None { get; } = new();

    /// <summary>Water that the whole electrolyte takes up, mol per m² of footprint; 0: does not react.</summary>
    public double WaterCapacity { get; init; }

    /// <summary>Uptake by the bare electrolyte per concentration of vapour, m³ of air per s and m² of footprint.</summary>
    public double Uptake { get; init; }

    /// <summary>Vapour let in by a breach, m³ of air per s.</summary>
    public double BreachConductance { get; init; } = 2.5e-7;

    /// <summary>Resistance gained once the whole electrolyte has reacted, Ohm m², at the reference temperature; proportionally before.</summary>
    public double ResistanceGain { get; init; }

    /// <summary>Hydrogen sulfide per water, mol/mol.</summary>
    public double HydrogenSulfide { get; init; }

    /// <summary>Phosphine per water, mol/mol.</summary>
    public double Phosphine { get; init; }

    /// <summary>Ammonia per water, mol/mol.</summary>
    public double Ammonia { get; init; }
}
