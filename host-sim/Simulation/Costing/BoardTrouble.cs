using System;
using Bms.Simulation.Boards;

namespace Bms.Simulation.Costing;

/// <summary>Something that is wrong on the board for a while.</summary>
/// <param name="Set">Makes it so, or ends it.</param>
/// <param name="From_s">Since when, s from power-up.</param>
/// <param name="Until_s">Until when.</param>
internal sealed record BoardTrouble(Action<BoardLoop, bool> Set, double From_s, double Until_s)
{
    /// <summary>Makes it as it is at a time.</summary>
    /// <param name="loop">The board.</param>
    /// <param name="time_us">Time since power-up.</param>
    public void Follow(BoardLoop loop, long time_us) => Set(loop, time_us >= From_s * 1e6 && time_us < Until_s * 1e6);
}
