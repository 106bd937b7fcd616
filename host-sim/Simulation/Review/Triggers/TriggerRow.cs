using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Review.Triggers;

/// <summary>A mechanism of review Table 2: which conditions trigger it, and how that is measured.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Title">As the table calls it.</param>
/// <param name="Quantity">The rate that is measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Rule">What counts as triggered, and why: said once a mechanism.</param>
/// <param name="References">The T's of its row.</param>
/// <param name="Floor">Rate below which it does no harm that would ever be seen.</param>
/// <param name="Growth">How many times the neutral rate counts; 0: any rate above the floor counts where the condition matters at all.</param>
/// <param name="Measure">The rate in a state.</param>
internal sealed record TriggerRow(
    string Key,
    string Title,
    string Quantity,
    string Unit,
    string Rule,
    IReadOnlyList<Condition> References,
    double Floor,
    double Growth,
    Func<OperatingState, double> Measure)
{
    // Below this a condition does not enter the equations: what differs is rounding.
    private const double Indifference = 1e-3;

    /// <summary>Why the equations give a trigger that the table does not have.</summary>
    public IReadOnlyDictionary<Condition, string> Reasons { get; init; } = new Dictionary<Condition, string>();

    /// <summary>Measures the row.</summary>
    public IEnumerable<Trigger> Compare()
    {
        double neutral = Measure(new OperatingState());
        return Condition.All.Select(condition => Compare(condition, neutral));
    }

    private Trigger Compare(Condition condition, double neutral)
    {
        double rate = Measure(condition.Move(new OperatingState()));
        double ratio = Math.Max(rate, Growth > 0 ? Floor : 0) / Math.Max(neutral, Floor);
        bool matters = Math.Abs(rate - neutral) > Indifference * neutral;
        bool triggered = matters && rate >= Floor && (Growth == 0 || ratio >= Growth);
        bool reference = References.Contains(condition);
        string reason = triggered && !reference ? Reasons.GetValueOrDefault(condition, "the equations give it; the review does not list it") : string.Empty;
        return new Trigger(Key, condition.Key, condition.Title, reference, rate, neutral, Unit, ratio, triggered, reason);
    }
}
