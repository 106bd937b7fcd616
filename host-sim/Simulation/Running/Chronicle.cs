using System.Collections.Generic;
using System.Linq;
using Bms.Core;
using Bms.Core.Pack;
using Bms.Simulation.Results;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Running;

/// <summary>Writes down what happens: diagnoses, contactors, steps of the scenario, violations.</summary>
internal sealed class Chronicle(BatteryManager manager)
{
    private static readonly string[] s_contactors = ["contactors open", "precharge begins", "contactors closed", "fault: limits are zero, contactors will open"];

    private readonly List<RunEvent> _events = [];
    private readonly SortedSet<int> _raisedBefore = [];
    private BatteryManager _manager = manager;
    private int _active;
    private ContactorState _contactors;

    /// <summary>The firmware that is watched; what an earlier one raised stays written down.</summary>
    public BatteryManager Manager
    {
        get => _manager;
        set
        {
            _raisedBefore.UnionWith(Raised);
            _manager = value;
        }
    }

    /// <summary>Names of the diagnoses that have been raised, in the order of their table.</summary>
    public IReadOnlyList<string> Diagnoses => [.. _raisedBefore.Union(Raised).Order().Select(k => Manager.Diagnosis.Row(k).Name)];

    private IEnumerable<int> Raised => Enumerable.Range(0, Manager.Diagnosis.Count).Where(Manager.Diagnosis.WasActive);

    /// <summary>Looks for changes of the firmware's state.</summary>
    public void Look(double time)
    {
        int active = Manager.Diagnosis.ActiveBits;
        if (active != _active)
        {
            for (int k = 0; k < Manager.Diagnosis.Count; k++)
            {
                if (((active ^ _active) & (1 << k)) != 0)
                {
                    string what = (active & (1 << k)) != 0 ? "raised" : "cleared";
                    _events.Add(new RunEvent(time, $"{Manager.Diagnosis.Row(k).Name} {what}", EventKind.Diagnosis));
                }
            }

            _active = active;
        }

        if (Manager.Contactors != _contactors)
        {
            _contactors = Manager.Contactors;
            _events.Add(new RunEvent(time, s_contactors[(int)_contactors], EventKind.Contactor));
        }
    }

    /// <summary>Everything in order of time.</summary>
    public IReadOnlyList<RunEvent> Tell(IReadOnlyList<ScenarioNote> notes, IReadOnlyList<ViolationEpisode> episodes)
    {
        IEnumerable<RunEvent> told = notes.Select(note => new RunEvent(note.Time, note.Text, note.Kind == NoteKind.Step ? EventKind.Step : EventKind.Scenario));
        IEnumerable<RunEvent> broken = episodes.Select(episode => new RunEvent(
            episode.Start_s, $"{TrueConstraint.Of(episode.Key)!.Words} ({TrueConstraint.Of(episode.Key)!.Place} {episode.Index})", EventKind.Violation));
        return [.. told.Concat(_events).Concat(broken).OrderBy(happened => happened.Time)];
    }
}
