namespace Bms.Plant.Parameters;

/// <summary>Static limits as a data sheet would print them.</summary>
public sealed record DatasheetLimits
{
    /// <summary>Fixed discharge limit, multiples of 1C.</summary>
    public required double Discharge { get; init; }

    /// <summary>Fixed charge limit, multiples of 1C.</summary>
    public required double Charge { get; init; }

    /// <summary>Temperature window, degC.</summary>
    public required double TemperatureMinimum { get; init; }

    /// <inheritdoc cref="TemperatureMinimum"/>
    public required double TemperatureMaximum { get; init; }

    /// <summary>Pressure window, MPa.</summary>
    public required double PressureMinimum { get; init; }

    /// <inheritdoc cref="PressureMinimum"/>
    public required double PressureMaximum { get; init; }
}
