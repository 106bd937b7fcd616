using System.Collections.Generic;

namespace Bms.Simulation.Costing;

/// <summary>What a task costs, per battery second unless it says otherwise.</summary>
public sealed record TaskCost
{
    /// <summary>The task.</summary>
    public required string Name { get; init; }

    /// <summary>Weighted instructions.</summary>
    public required double WeightedIlPerS { get; init; }

    /// <summary>Its part of the whole, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>The most it weighs in one tick.</summary>
    public required long LongestTickIl { get; init; }

    /// <summary>What it weighs in the tick that weighs most altogether.</summary>
    public required long InLongestTickIl { get; init; }

    /// <summary>IL instructions, each counted as one.</summary>
    public required double InstructionsPerS { get; init; }

    /// <summary>Calls.</summary>
    public required double CallsPerS { get; init; }

    /// <summary>Objects made.</summary>
    public required double ObjectsPerS { get; init; }

    /// <summary>Struct values made.</summary>
    public required double StructsPerS { get; init; }

    /// <summary>Garbage, bytes.</summary>
    public required double GarbageBytesPerS { get; init; }

    /// <summary>Weighted instructions by class; together those of the task.</summary>
    public required IReadOnlyDictionary<InstructionClass, double> Classes { get; init; }
}
