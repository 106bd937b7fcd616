namespace Bms.Plant.Parameters;

/// <summary>The boundaries between the grains of a ceramic, in series with the grains.</summary>
public sealed record GrainBoundaries
{
    /// <summary>Their share of the separator's resistance at the reference temperature, 0..1.</summary>
    public required double ResistanceShare { get; init; }

    /// <summary>Activation energy of conduction across them, J/mol; the grains keep that of the separator.</summary>
    public required double Activation { get; init; }

    /// <summary>Their capacitance across the separator, F/m²: the arc between that of the grains and that of the electrodes.</summary>
    public required double Capacitance { get; init; }
}
