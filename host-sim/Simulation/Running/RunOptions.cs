using Bms.Plant.Parameters;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Running;

/// <summary>What a run is made of.</summary>
public sealed record RunOptions
{
    /// <summary>What the load asks for, and what befalls the pack.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The cell: the firmware's image is built from it.</summary>
    public required CellParameters Cell { get; init; }

    /// <summary>The cell of the true pack; null: the same. A perturbed copy makes the firmware's knowledge wrong.</summary>
    public CellParameters? TrueCell { get; init; }

    /// <summary>How far sensors are off.</summary>
    public SensorErrors Sensors { get; init; } = new();

    /// <summary>Whether the load keeps to the limits; if not, it takes what it asks for and the contactors stay closed.</summary>
    public bool RespectLimits { get; init; } = true;

    /// <summary>Limiters of the firmware that are switched off, bit k for the limiter of number k; 0: all are on.</summary>
    public int LimitersOff { get; init; }

    /// <summary>Whether the firmware corrects the voltage of its model by what it was off by.</summary>
    public bool CorrectsVoltage { get; init; } = true;

    /// <summary>Threads that may advance a large pack, at least 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Where to record the frames; null for nowhere.</summary>
    public string? FrameFile { get; init; }
}
