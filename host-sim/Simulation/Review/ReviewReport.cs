using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;
using Bms.Simulation.Review.Triggers;

namespace Bms.Simulation.Review;

/// <summary>
/// The plant beside the review: what <c>summary.json</c> holds and <c>--json</c> prints. Its properties are the keys, in lower case with
/// underlines; numbers have six significant digits.
/// </summary>
/// <param name="Rows">Every row, in the order of the table.</param>
/// <param name="Table2">Every cell of review Table 2, mechanism by mechanism.</param>
/// <param name="Rules">What counts as triggered, once a mechanism.</param>
public sealed record ReviewReport(IReadOnlyList<ReviewFigure> Rows, IReadOnlyList<Trigger> Table2, IReadOnlyList<TriggerRule> Rules)
{
    /// <summary>Rows within their tolerance.</summary>
    public int Passed => Rows.Count(row => row.Pass);

    /// <summary>Rows outside it.</summary>
    public int Failed => Rows.Count - Passed;

    /// <summary>The point from which Table 2 moves one condition at a time.</summary>
    public string Neutral { get; } = new OperatingState().ToString();

    /// <summary>Triggers that review Table 2 lists.</summary>
    public int TriggersListed => Table2.Count(trigger => trigger.Reference);

    /// <summary>Those of them that the plant has.</summary>
    public int TriggersMet => Table2.Count(trigger => trigger.Reference && trigger.Triggered);

    /// <summary>Triggers of the plant that it does not list.</summary>
    public int TriggersFurther => Table2.Count(trigger => !trigger.Reference && trigger.Triggered);

    /// <summary>Whether every row passes and every listed trigger is there.</summary>
    public bool Pass => Failed == 0 && TriggersMet == TriggersListed;

    /// <summary>What came out, in one sentence.</summary>
    public string Verdict
    {
        get
        {
            string rows = Failed == 0 ? $"All {Rows.Count} rows are within their tolerance" : $"{Failed} of {Rows.Count} rows are outside their tolerance";
            string triggers = TriggersMet == TriggersListed ? $"all {TriggersListed} triggers of Table 2 act" : $"{TriggersListed - TriggersMet} of the {TriggersListed} triggers of Table 2 do not act";
            return $"{rows}, {triggers}, and {TriggersFurther} more {(TriggersFurther == 1 ? "follows" : "follow")} from the equations.";
        }
    }

    /// <summary>Path of the report; empty until it is written.</summary>
    public string Report { get; init; } = string.Empty;

    /// <summary>The object as JSON text, indented, without a line end after it.</summary>
    public string ToJson() => ResultJson.Of(this);
}
