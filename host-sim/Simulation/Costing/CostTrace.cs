using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Storage;
using Bms.Plant.Parameters;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Costing;

/// <summary>A stretch of operation over which the core is counted: a closed loop with the usual sensor errors, recorded.</summary>
internal sealed record CostTrace
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Steps of the load.</summary>
    public required string[] Steps { get; init; }

    /// <summary>What befalls the pack.</summary>
    public string[] Events { get; init; } = [];

    /// <summary>State of charge at the start, percent.</summary>
    public double Soc { get; init; } = 60;

    /// <summary>Temperature at the start, degC; null is the reference temperature of the cell.</summary>
    public double? Temperature { get; init; }

    /// <summary>Whether the load keeps to the limits.</summary>
    public bool RespectLimits { get; init; } = true;

    /// <summary>What goes wrong on the way to the core.</summary>
    public IReadOnlyList<IFrameTrouble> Troubles { get; init; } = [];

    /// <summary>What the core remembers beside the state at the start.</summary>
    public Action<RestoredState> Memory { get; init; } = _ => { };

    /// <summary>Runs the loop and records what the core takes in.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series.</param>
    /// <param name="frames">Path of the recording.</param>
    public void Record(CellParameters cell, int cells, string frames)
    {
        Scenario scenario = new()
        {
            Name = Name,
            Title = Name,
            Cells = cells,
            Soc = Soc,
            Temperature = Temperature,
            Heater = true,
            Steps = [.. Steps.Select(sentence => StepSentence.Parse(sentence))],
            Events = [.. Events.Select(sentence => EventSentence.Parse(sentence))],
        };
        new ClosedLoop(new RunOptions { Scenario = scenario, Cell = cell, RespectLimits = RespectLimits, FrameFile = frames }).Run();
    }
}
