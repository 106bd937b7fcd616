using System.Collections.Generic;
using System.Linq;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Pins;

namespace Bms.Drivers.Tests;

/// <summary>Every level that lines took, in order.</summary>
internal sealed class LevelLog : ILineListener
{
    private readonly List<(int Pin, bool IsHigh)> _changes = [];

    public LevelLog(Machine machine, params int[] pins)
    {
        foreach (int pin in pins)
        {
            machine.Pins[pin].ExternalPull = Pull.Down;
            machine.Pins[pin].Listener = this;
        }
    }

    public IReadOnlyList<(int Pin, bool IsHigh)> Changes => _changes;

    public int Pulses(int pin) => _changes.Count(change => change == (pin, true));

    public void Forget() => _changes.Clear();

    public void LevelChanged(Line line, bool isHigh) => _changes.Add((line.Number, isHigh));
}
