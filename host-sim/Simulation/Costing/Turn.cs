namespace Bms.Simulation.Costing;

/// <summary>When a task's turn comes.</summary>
public enum Turn
{
    /// <summary>In every tick: part of the fast pass.</summary>
    EveryTick,

    /// <summary>In some ticks: a slice of the slow work.</summary>
    Slice,
}
