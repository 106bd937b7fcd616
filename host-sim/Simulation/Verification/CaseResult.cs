namespace Bms.Simulation.Verification;

/// <summary>How far the models came apart in one case.</summary>
public sealed record CaseResult
{
    /// <summary>Name of the load.</summary>
    public required string Case { get; init; }

    /// <summary>Ambient temperature, degC.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>Highest discharge rate, 1/h.</summary>
    public required double DischargeRate { get; init; }

    /// <summary>Highest charge rate, 1/h.</summary>
    public required double ChargeRate { get; init; }

    /// <summary>Simulated time, h; less than the load would take where the cell was worn out before.</summary>
    public required double Hours { get; init; }

    /// <summary>Firmware against the same scheme in double precision, down to the last of the charge but while contact holds, mV RMS.</summary>
    public required double FixedVsDoubleMvRms { get; init; }

    /// <inheritdoc cref="FixedVsDoubleMvRms"/>
    public required double FixedVsDoubleMvMax { get; init; }

    /// <summary>Firmware against the full-order plant, but for the last 3 % of charge at either end, mV RMS.</summary>
    public required double RomVsPlantMvRms { get; init; }

    /// <inheritdoc cref="RomVsPlantMvRms"/>
    public required double RomVsPlantMvMax { get; init; }

    /// <summary>Core temperature of the firmware, told only the ambient, against the plant's, K.</summary>
    public required double TemperatureKMax { get; init; }

    /// <summary>Pressure the firmware predicts from swelling alone, against the plant's, MPa.</summary>
    public required double PressureMpaMax { get; init; }

    /// <summary>Whether the true cell lost contact, or was driven beyond its stripping or plating limit: then its interface is no longer
    /// what it was, and the figures against the plant do not count.</summary>
    public required bool ContactLost { get; init; }

    /// <summary>Whether every figure that counts is within its bound.</summary>
    public bool Pass => FixedVsDoubleMvRms <= ModelCheck.FixedVsDoubleRms && FixedVsDoubleMvMax <= ModelCheck.FixedVsDoubleMax
        && (ContactLost || RomVsPlantMvRms <= ModelCheck.RomVsPlantRms);
}
