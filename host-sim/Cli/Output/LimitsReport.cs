using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Plant.Parameters;
using Bms.Simulation.Review.Coverage;
using Bms.Simulation.Running;

namespace Bms.Cli.Output;

/// <summary>The limiters of the firmware, what each allows a cell, and which trigger of review Table 2 each answers; the object of <c>--json</c>.</summary>
/// <param name="Profile">The cell that was asked about.</param>
/// <param name="Limiters">The table of limiters.</param>
/// <param name="Table2">Review Table 2 with the limiters that answer each cell.</param>
internal sealed record LimitsReport(string Profile, IReadOnlyList<LimitsReport.Row> Limiters, IReadOnlyList<CoveredTrigger> Table2)
{
    /// <summary>Asks the limiters about a cell.</summary>
    public static LimitsReport Of(CellParameters cell)
    {
        LimitReasonRow[] reasons = LimitReasonTable.Rows();
        return new LimitsReport(
            cell.Name,
            [.. LimiterTable.Rows().Zip(LimiterSurvey.Ask(cell), (row, bound) => new Row(
                row.Number, row.Key, row.Inputs, reasons[(int)row.Reason].Name, reasons[(int)row.Reason].Text, bound.Charge, bound.Discharge))],
            LimiterCoverage.Cells);
    }

    /// <summary>A limiter in short; its bounds are multiples of 1C, null where it sets none.</summary>
    internal sealed record Row(int Number, string Key, string Inputs, string Reason, string Text, double? ChargeBoundC, double? DischargeBoundC);
}
