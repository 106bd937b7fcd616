namespace Bms.Plant.Parameters;

/// <summary>Operating windows (firmware) and true constraints (judge).</summary>
public sealed record OperatingLimits
{
    /// <summary>Lowest and highest working voltage, V.</summary>
    public required double VoltageMinimum { get; init; }

    /// <inheritdoc cref="VoltageMinimum"/>
    public required double VoltageMaximum { get; init; }

    /// <summary>Fault thresholds, V.</summary>
    public required double VoltageMinimumHard { get; init; }

    /// <inheritdoc cref="VoltageMinimumHard"/>
    public required double VoltageMaximumHard { get; init; }

    /// <summary>Lowest and highest core temperature, K.</summary>
    public required double TemperatureMinimum { get; init; }

    /// <inheritdoc cref="TemperatureMinimum"/>
    public required double TemperatureMaximum { get; init; }

    /// <summary>Duty window, K: advice, and the heater's target.</summary>
    public required double DutyTemperatureMinimum { get; init; }

    /// <inheritdoc cref="DutyTemperatureMinimum"/>
    public required double DutyTemperatureMaximum { get; init; }

    /// <summary>Warning thresholds of stack pressure, MPa.</summary>
    public required double PressureMinimum { get; init; }

    /// <inheritdoc cref="PressureMinimum"/>
    public required double PressureMaximum { get; init; }

    /// <summary>Fault thresholds of stack pressure, MPa.</summary>
    public required double PressureMinimumHard { get; init; }

    /// <inheritdoc cref="PressureMinimumHard"/>
    public required double PressureMaximumHard { get; init; }

    /// <summary>True constraints of stack pressure, MPa.</summary>
    public required double TruePressureMinimum { get; init; }

    /// <inheritdoc cref="TruePressureMinimum"/>
    public required double TruePressureMaximum { get; init; }

    /// <summary>Terminal ratings, multiples of 1C.</summary>
    public required double DischargeRateMaximum { get; init; }

    /// <inheritdoc cref="DischargeRateMaximum"/>
    public required double ChargeRateMaximum { get; init; }

    /// <summary>Rated current of the pack fuse, A.</summary>
    public required double FuseRatedCurrent { get; init; }

    /// <summary>Melting integral of the fuse above its rated current, A² s.</summary>
    public required double FuseI2t { get; init; }

    /// <summary>Highest discharge rate at which contact holds, over temperature in degC, multiples of 1C.</summary>
    public required Table DischargeRateByTemperature { get; init; }

    /// <summary>Highest charge rate at which contact holds, over temperature in degC, multiples of 1C.</summary>
    public required Table ChargeRateByTemperature { get; init; }

    /// <summary>The static data-sheet rival.</summary>
    public required DatasheetLimits Datasheet { get; init; }
}
