namespace Bms.Simulation.Verification;

/// <summary>The worst figures of a check: against the plant, of the cases in which contact is kept.</summary>
public sealed record WorstFigures
{
    /// <inheritdoc cref="CaseResult.FixedVsDoubleMvRms"/>
    public required double FixedVsDoubleMvRms { get; init; }

    /// <inheritdoc cref="CaseResult.FixedVsDoubleMvRms"/>
    public required double FixedVsDoubleMvMax { get; init; }

    /// <inheritdoc cref="CaseResult.RomVsPlantMvRms"/>
    public required double RomVsPlantMvRms { get; init; }

    /// <inheritdoc cref="CaseResult.RomVsPlantMvRms"/>
    public required double RomVsPlantMvMax { get; init; }

    /// <summary>Charge lost or won by rounding in 10 000 cycles, ppm of the charge between empty and full.</summary>
    public required double SocDriftPpm { get; init; }

    /// <inheritdoc cref="CaseResult.TemperatureKMax"/>
    public required double TemperatureKMax { get; init; }

    /// <inheritdoc cref="CaseResult.PressureMpaMax"/>
    public required double PressureMpaMax { get; init; }
}
