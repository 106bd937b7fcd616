using System.Collections.Generic;

namespace Bms.Simulation.Sensors;

/// <summary>
/// How far sensors are off. A bound is that of a uniform draw fixed for a run; a sigma is noise of every sample.
/// </summary>
/// <remarks>The defaults are those of usual automotive parts; currents are relative to 1C, so that they fit any cell. The ambient
/// sensor is a temperature sensor like the others, and the second pack voltage is off by as much of its range as a cell voltage.</remarks>
public sealed record SensorErrors
{
    /// <summary>Cell voltage noise, V.</summary>
    public double VoltageSigma { get; init; } = 0.002;

    /// <summary>Cell voltage offset bound, V.</summary>
    public double VoltageOffset { get; init; } = 0.005;

    /// <summary>Cell voltage gain bound, relative.</summary>
    public double VoltageGain { get; init; } = 0.001;

    /// <summary>Cell voltage resolution, V.</summary>
    public double VoltageStep { get; init; } = 0.001;

    /// <summary>Temperature noise, K.</summary>
    public double TemperatureSigma { get; init; } = 0.5;

    /// <summary>Temperature offset bound, K.</summary>
    public double TemperatureOffset { get; init; } = 1;

    /// <summary>Temperature resolution, K.</summary>
    public double TemperatureStep { get; init; } = 0.1;

    /// <summary>Current noise, multiples of 1C.</summary>
    public double CurrentSigma { get; init; } = 0.008;

    /// <summary>Current offset bound, multiples of 1C.</summary>
    public double CurrentOffset { get; init; } = 0.0017;

    /// <summary>Current gain bound, relative.</summary>
    public double CurrentGain { get; init; } = 0.002;

    /// <summary>Current resolution, multiples of 1C.</summary>
    public double CurrentStep { get; init; } = 1.0 / 16384;

    /// <summary>Pressure noise, MPa (a tunable).</summary>
    public double PressureSigma { get; init; } = 0.005;

    /// <summary>Pressure gain bound, relative.</summary>
    public double PressureGain { get; init; } = 0.01;

    /// <summary>Creep of a load cell, relative to its reading (a tunable).</summary>
    public double PressureCreep { get; init; } = 0.002;

    /// <summary>Time constant of that creep, s (a tunable).</summary>
    public double PressureCreepTime { get; init; } = 1800;

    /// <summary>Pressure resolution, MPa.</summary>
    public double PressureStep { get; init; } = 0.001;

    /// <summary>Whether every draw lies at its bound, on one side or the other: the edge of the tolerance.</summary>
    public bool AtBounds { get; init; }

    /// <summary>Load cells that fail during the run; none as a rule.</summary>
    public IReadOnlyList<LoadCellFault> LoadCellFaults { get; init; } = [];

    /// <summary>Sensors without errors, but with their resolution and their times of conversion.</summary>
    public static SensorErrors None { get; } = new()
    {
        VoltageSigma = 0,
        VoltageOffset = 0,
        VoltageGain = 0,
        TemperatureSigma = 0,
        TemperatureOffset = 0,
        CurrentSigma = 0,
        CurrentOffset = 0,
        CurrentGain = 0,
        PressureSigma = 0,
        PressureGain = 0,
        PressureCreep = 0,
    };
}
