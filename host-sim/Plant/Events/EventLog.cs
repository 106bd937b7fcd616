using System;
using System.Numerics;

namespace Bms.Plant.Events;

/// <summary>The events of a pack in the order of their time, each kind at most once a cell.</summary>
/// <remarks>Room for all that can ever happen is made at the start: nothing is allocated later.</remarks>
public sealed class EventLog
{
    private static readonly int _kinds = Enum.GetValues<CellEvents>().Length - 1;

    private readonly PlantEvent[] _events;
    private readonly CellEvents[] _seen;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="cells">Cells of the pack.</param>
    public EventLog(int cells)
    {
        _events = new PlantEvent[cells * _kinds];
        _seen = new CellEvents[cells];
    }

    /// <summary>What has happened so far.</summary>
    public ReadOnlySpan<PlantEvent> All => _events.AsSpan(0, _count);

    /// <summary>Takes over what has happened to a cell; only what is new is written down.</summary>
    /// <param name="time">Now, s.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="happened">All that ever happened to it.</param>
    public void Note(double time, int cell, CellEvents happened)
    {
        if (happened != _seen[cell])
        {
            Write(time, cell, happened & ~_seen[cell]);
            _seen[cell] |= happened;
        }
    }

    private void Write(double time, int cell, CellEvents fresh)
    {
        for (uint flags = (uint)fresh; flags != 0; flags &= flags - 1)
        {
            _events[_count++] = new PlantEvent(time, cell, (CellEvents)(1 << BitOperations.TrailingZeroCount(flags)));
        }
    }
}
