using System.Collections.Generic;
using Bms.Simulation.Review.Rows;

namespace Bms.Simulation.Review;

/// <summary>Every row of the comparison, by subject.</summary>
public static class ReviewTable
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<ReviewRow> Rows { get; } =
    [
        .. MaterialRows.All,
        .. EquationRows.All,
        .. ThinFilmRows.All,
        .. PouchRows.All,
        .. StackPressureRows.All,
        .. CriticalCurrentRows.All,
        .. LithiumRows.All,
        .. HeatRows.All,
        .. MoistureRows.All,
        .. ImpedanceRows.All,
        .. AgeingRows.All,
    ];
}
