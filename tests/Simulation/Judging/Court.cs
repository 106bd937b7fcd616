using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Judging;

namespace Bms.Simulation.Tests.Judging;

/// <summary>A judge before whom a scripted truth passes in ticks of 20 ms and steps of the plant of 100 ms.</summary>
internal sealed class Court
{
    public const double Tick = 0.02;
    public const int TicksPerStep = 5;

    private readonly Judge _judge;
    private long _tick;
    private double _since;

    public Court(ScriptedTruth? truth = null)
    {
        Truth = truth ?? new ScriptedTruth();
        _judge = new Judge(Truth);
    }

    public ScriptedTruth Truth { get; }

    public Judge Judge => _judge;

    public double Time => _tick * Tick;

    /// <summary>Current that flows, A, positive on charge.</summary>
    public double Current { get; set; }

    public Court Pass(double seconds)
    {
        for (long end = _tick + (long)Math.Round(seconds / Tick); _tick < end;)
        {
            _tick++;
            _since += Tick;
            _judge.LookAtTick(Time, Tick, Current, _since);
            if (_tick % TicksPerStep == 0)
            {
                _judge.LookAtStates(Time, Tick * TicksPerStep, Current, Current);
                _since = 0;
            }
        }

        return this;
    }

    /// <summary>The run is over; what was counted, keys that count 0 left out.</summary>
    public Dictionary<string, int> Verdict()
    {
        _judge.End();
        return _judge.Counts.Where(pair => pair.Value > 0).ToDictionary();
    }
}
