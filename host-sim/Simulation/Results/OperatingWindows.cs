using System;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Results;

/// <summary>The windows a report draws as bands.</summary>
public sealed record OperatingWindows
{
    private const double ZeroCelsius = 273.15;

    /// <summary>Cell voltage, V.</summary>
    public required Window Voltage_V { get; init; }

    /// <summary>Core temperature, degC.</summary>
    public required Window Temperature_C { get; init; }

    /// <summary>Core temperature for duty (advice, and the heater's target), degC.</summary>
    public required Window DutyTemperature_C { get; init; }

    /// <summary>Stack pressure at which the firmware warns, MPa.</summary>
    public required Window PressureWarning_MPa { get; init; }

    /// <summary>Stack pressure at which the firmware calls a fault, MPa.</summary>
    public required Window PressureHard_MPa { get; init; }

    /// <summary>Stack pressure the true cell must keep, MPa.</summary>
    public required Window PressureTrue_MPa { get; init; }

    /// <summary>The windows of a cell profile.</summary>
    public static OperatingWindows Of(OperatingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new OperatingWindows
        {
            Voltage_V = new Window(limits.VoltageMinimum, limits.VoltageMaximum),
            Temperature_C = new Window(limits.TemperatureMinimum - ZeroCelsius, limits.TemperatureMaximum - ZeroCelsius),
            DutyTemperature_C = new Window(limits.DutyTemperatureMinimum - ZeroCelsius, limits.DutyTemperatureMaximum - ZeroCelsius),
            PressureWarning_MPa = new Window(limits.PressureMinimum, limits.PressureMaximum),
            PressureHard_MPa = new Window(limits.PressureMinimumHard, limits.PressureMaximumHard),
            PressureTrue_MPa = new Window(limits.TruePressureMinimum, limits.TruePressureMaximum),
        };
    }
}
