using System;
using Bms.Device;
using Bms.Simulation.Frames;
using Bms.VirtualBoard;

namespace Bms.Simulation.Boards;

/// <summary>What the firmware does on a board to which nothing is connected.</summary>
/// <param name="Digest">Digest of the replayed trace, 16 hexadecimal digits.</param>
/// <param name="Frames">Frames replayed.</param>
/// <param name="Missed">Ticks that were not over when the next was due.</param>
public sealed record DemoOutcome(string Digest, int Frames, int Missed);

/// <summary>Runs the firmware on a bare development board: it finds no sensor and replays the trace it carries.</summary>
public static class DemoBoard
{
    /// <summary>Runs until the trace is over.</summary>
    /// <param name="wiring">The board.</param>
    /// <param name="line">Told each line that the firmware writes; may be null.</param>
    public static DemoOutcome Run(BoardWiring wiring, Action<string>? line = null)
    {
        Machine machine = new(wiring);
        machine.Console.LineWritten = line;
        Application application = new(new Clock());
        machine.Run(application.Run);
        return new DemoOutcome(Replay.Print(application.Manager.Digest), application.Steps, application.Missed);
    }
}
