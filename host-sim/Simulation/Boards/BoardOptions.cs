using System.Collections.Generic;
using Bms.Simulation.Running;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Faults;

namespace Bms.Simulation.Boards;

/// <summary>What a run on the virtual board is made of.</summary>
public sealed record BoardOptions
{
    /// <summary>Scenario, cell, frame file.</summary>
    public required RunOptions Run { get; init; }

    /// <summary>The board.</summary>
    public BoardWiring Wiring { get; init; } = BoardWiring.Esp32DevKitC;

    /// <summary>What the firmware is connected to: chips, or a host over the link.</summary>
    public BoardMode Mode { get; init; } = BoardMode.Board;

    /// <summary>What fails, and when.</summary>
    public IReadOnlyList<FaultEvent> Faults { get; init; } = [];

    /// <summary>Whether the board has memory that needs no supply.</summary>
    public bool HasFram { get; init; } = true;
}
