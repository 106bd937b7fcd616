namespace Bms.Simulation.Boards;

/// <summary>What the firmware on the virtual board is connected to.</summary>
public enum BoardMode
{
    /// <summary>Nothing: it replays the trace it carries.</summary>
    Demo,

    /// <summary>Chips and pins.</summary>
    Board,

    /// <summary>A host that injects readings over the serial link.</summary>
    Hil,
}
