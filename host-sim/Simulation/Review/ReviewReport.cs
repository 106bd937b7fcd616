using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Review;

/// <summary>The plant beside the review; its properties are the keys of the JSON object.</summary>
/// <param name="Rows">Every row, in the order of the table.</param>
public sealed record ReviewReport(IReadOnlyList<ReviewFigure> Rows)
{
    /// <summary>Rows within their tolerance.</summary>
    public int Passed => Rows.Count(row => row.Pass);

    /// <summary>Rows outside it.</summary>
    public int Failed => Rows.Count - Passed;
}
