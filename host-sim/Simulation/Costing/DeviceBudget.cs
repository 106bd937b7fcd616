namespace Bms.Simulation.Costing;

/// <summary>
/// What the core may cost on the device: 16 cells fit one module. It is the chip's budget, so more cells have no more.
/// </summary>
public static class DeviceBudget
{
    /// <summary>Cells of the pack that has to keep it.</summary>
    public const int Cells = 16;

    /// <summary>All the core does, weighted instructions per battery second. With all limits, diagnoses and the journal of the
    /// end state it is to be 140 000; what stands today must leave room for them.</summary>
    public const int WeightedIlPerSecond = 130_000;

    /// <summary>What fills every tick of a second, weighted instructions: all that runs on the chip must stay below.</summary>
    public const int FullIlPerSecond = 150_000;

    /// <summary>The cell models, weighted instructions per battery second.</summary>
    public const int ModelIlPerSecond = 40_000;

    /// <summary>Garbage per battery second, bytes: a collection stops everything.</summary>
    public const int GarbageBytesPerSecond = 0;

    /// <summary>A whole tick of 20 ms, weighted instructions.</summary>
    public const int LongestTickIl = 3_000;

    /// <summary>Time of a tick, µs.</summary>
    public const int Tick_us = 20_000;

    /// <summary>Time of a weighted instruction on the chip, µs: the longest tick that is allowed takes all of its time.</summary>
    public const double InstructionTime_us = (double)Tick_us / LongestTickIl;

    /// <summary>What every tick does, weighted instructions.</summary>
    public const int FastPassIl = 500;

    /// <summary>Managed heap, bytes, of about 100 kB without external memory.</summary>
    public const int HeapBytes = 60_000;

    /// <summary>IL of one assembly, bytes; the loader refuses 64 kB.</summary>
    public const int IlBytes = 48_000;
}
