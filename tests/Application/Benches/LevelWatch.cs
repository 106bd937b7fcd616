using System;
using Bms.VirtualBoard.Pins;

namespace Bms.Application.Tests.Benches;

/// <summary>Sees every change of a line, however short, and passes it on to what the line drives.</summary>
internal sealed class LevelWatch : ILineListener
{
    private readonly ILineListener? _next;
    private readonly Action<bool> _changed;

    public LevelWatch(Line line, Action<bool> changed)
    {
        _next = line.Listener;
        _changed = changed;
        line.Listener = this;
    }

    public void LevelChanged(Line line, bool isHigh)
    {
        _changed(isHigh);
        _next?.LevelChanged(line, isHigh);
    }
}
