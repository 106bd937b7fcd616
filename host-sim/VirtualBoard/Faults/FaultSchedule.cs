using System;
using System.Collections.Generic;

namespace Bms.VirtualBoard.Faults;

/// <summary>Makes faults happen on a board at their times.</summary>
public sealed class FaultSchedule : Part
{
    private readonly BatteryBoard _board;
    private readonly FaultEvent[] _events;
    private readonly bool[] _isActive;
    private readonly bool[] _isOver;

    /// <summary>Faults to come on a board; it starts with its soldering: <c>board.Machine.Add(schedule)</c>.</summary>
    /// <exception cref="FaultSpecException">A fault is aimed at something that is not fitted.</exception>
    public FaultSchedule(BatteryBoard board, IReadOnlyList<FaultEvent> events)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(events);
        _board = board;
        _events = [.. events];
        _isActive = new bool[_events.Length];
        _isOver = new bool[_events.Length];
        foreach (FaultEvent fault in _events)
        {
            CheckFitted(fault);
        }
    }

    /// <summary>The faults, in the order they were given.</summary>
    public IReadOnlyList<FaultEvent> Events => _events;

    /// <summary>Told when a fault begins (true) or ends (false).</summary>
    public Action<FaultEvent, bool>? Changed { get; set; }

    /// <summary>Reads several faults.</summary>
    /// <exception cref="FaultSpecException">One is not understood; the message says what would be.</exception>
    public static IReadOnlyList<FaultEvent> Parse(IEnumerable<string> specs)
    {
        ArgumentNullException.ThrowIfNull(specs);
        var events = new List<FaultEvent>();
        foreach (string spec in specs)
        {
            events.Add(FaultEvent.Parse(spec));
        }

        return events;
    }

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        long next_us = long.MaxValue;
        for (int i = 0; i < _events.Length; i++)
        {
            FaultEvent fault = _events[i];
            if (!_isActive[i] && !_isOver[i] && now_us >= fault.Start_us)
            {
                _isActive[i] = true;
                Turn(fault, isOn: true);
            }

            if (_isActive[i] && now_us >= fault.End_us)
            {
                _isActive[i] = false;
                _isOver[i] = true;
                if (!Overlaps(fault))
                {
                    Turn(fault, isOn: false);
                }
            }

            next_us = _isOver[i] ? next_us : Math.Min(next_us, _isActive[i] ? fault.End_us : fault.Start_us);
        }

        WakeAt(next_us);
    }

    private void Turn(FaultEvent fault, bool isOn)
    {
        fault.Kind.Apply(_board, fault, isOn);
        Changed?.Invoke(fault, isOn);
    }

    private bool Overlaps(FaultEvent ended)
    {
        for (int i = 0; i < _events.Length; i++)
        {
            if (_isActive[i] && _events[i].Kind == ended.Kind && _events[i].Target == ended.Target)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckFitted(FaultEvent fault)
    {
        bool isFitted = fault.Target switch
        {
            "nau7802-2" or "bus2" => _board.Fit.Clamps > 1,
            "fram" => _board.Fit.HasFram,
            _ => fault.Kind.Target == FaultTarget.LoadCell ? fault.Target is "0" or "1" || _board.Fit.Clamps > 1
                : fault.Kind.Name != "fram-silent" || _board.Fit.HasFram,
        };
        if (!isFitted)
        {
            throw new FaultSpecException($"fault '{fault}': not fitted to this board");
        }
    }
}
