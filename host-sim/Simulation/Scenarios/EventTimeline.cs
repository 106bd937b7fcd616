using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Scenarios;

/// <summary>Lets the events of a scenario happen at their times.</summary>
internal sealed class EventTimeline
{
    private readonly ScenarioEvent[] _events;
    private readonly double[] _offsets;
    private readonly IPlantControls _controls;
    private readonly List<ScenarioNote> _notes;
    private int _begun;
    private double _settledAt = double.NegativeInfinity;
    private bool _settled = true;

    /// <summary>Makes the timeline of a scenario; notes of events go to <paramref name="notes"/>.</summary>
    public EventTimeline(Scenario scenario, IPlantControls controls, List<ScenarioNote> notes)
    {
        _events = [.. scenario.Events.OrderBy(change => change.At)];
        _offsets = new double[scenario.Clamps];
        _controls = controls;
        _notes = notes;
    }

    /// <summary>Begins the events that are due and moves those that take time; allocates only when an event begins.</summary>
    public void Play(double time)
    {
        while (_begun < _events.Length && _events[_begun].At <= time + ScenarioPlayer.ClockTolerance)
        {
            Begin(_events[_begun++]);
        }

        if (!_settled)
        {
            MoveClamps(time);
            _settled = time >= _settledAt;
        }
    }

    private void Begin(ScenarioEvent change)
    {
        _notes.Add(new ScenarioNote(change.At, NoteKind.Event, change.Sentence));
        switch (change)
        {
            case AmbientEvent ambient:
                _controls.SetAmbient(ambient.Celsius);
                break;
            case ClampPressureEvent clamp:
                _settledAt = double.Max(_settledAt, clamp.At + clamp.Over);
                _settled = false;
                break;
            case BreachEvent breach:
                _controls.Breach(breach.Cell, breach.Humidity);
                break;
        }
    }

    private void MoveClamps(double time)
    {
        for (int clamp = 0; clamp < _offsets.Length; clamp++)
        {
            double sum = 0;
            for (int k = 0; k < _begun; k++)
            {
                if (_events[k] is ClampPressureEvent change && change.Clamp == clamp)
                {
                    double share = change.Over > 0 ? double.Clamp((time - change.At) / change.Over, 0, 1) : 1;
                    sum += change.Megapascal * share;
                }
            }

            if (sum != _offsets[clamp])
            {
                _offsets[clamp] = sum;
                _controls.SetClampOffset(clamp, sum);
            }
        }
    }
}
