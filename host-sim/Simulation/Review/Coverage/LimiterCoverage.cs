using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Simulation.Review.Triggers;

namespace Bms.Simulation.Review.Coverage;

/// <summary>Review Table 2 beside the firmware's limiters: which of them answers which trigger, as their own table says.</summary>
public static class LimiterCoverage
{
    /// <summary>Every cell of the table, row by row.</summary>
    public static IReadOnlyList<CoveredTrigger> Cells { get; } =
    [
        .. TriggerTable.Rows.SelectMany((row, mechanism) => Condition.All.Select((condition, column) => new CoveredTrigger(
            row.Key,
            row.Title,
            condition.Key,
            row.References.Contains(condition),
            Answering((mechanism * ReviewTrigger.Conditions) + column)))),
    ];

    private static string[] Answering(int bit) => [.. LimiterTable.Rows().Where(row => ((row.Answers >> bit) & 1) != 0).Select(row => row.Key)];
}
