using System.Collections.Generic;

namespace Bms.Simulation.Costing;

/// <summary>Copies of assemblies with counters woven in, and what each counter stands for.</summary>
public sealed record WovenImage
{
    /// <summary>Full name of the class that holds the counters.</summary>
    public const string CountersType = "Bms.Counters";

    /// <summary>Its field with the counters of the task that runs: one array a task.</summary>
    public const string RunningField = "Running";

    /// <summary>Its field with the counters of all tasks.</summary>
    public const string AllField = "All";

    /// <summary>Place of the sum of all weights in a task's counters.</summary>
    public const int WeightSlot = 0;

    /// <summary>Place of the bytes of all arrays made.</summary>
    public const int ArraySlot = 1;

    /// <summary>Place of the first block's counter.</summary>
    public const int FirstBlockSlot = 2;

    /// <summary>The assemblies by name; one of them holds the counters.</summary>
    public required IReadOnlyDictionary<string, byte[]> Assemblies { get; init; }

    /// <summary>Methods by number, as type::method.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Blocks in the order of their counters.</summary>
    public required IReadOnlyList<CountedBlock> Blocks { get; init; }

    /// <summary>Titles of the tasks in the order of their counters; the last is the rest.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }
}
