using System;

namespace Bms.Simulation.Review;

/// <summary>A number, equation, table entry or named observation of the review, and how the plant is asked for it.</summary>
/// <param name="Id">Stable name, e.g. <c>thin-film/capacity-1c</c>.</param>
/// <param name="Title">What is compared, in a line.</param>
/// <param name="Section">Where it stands: equation, table or subject of the review, and the paper behind it.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Expected">What it should be.</param>
/// <param name="Measure">Asks the plant, or the metric functions; takes nothing from <paramref name="Expected"/>.</param>
public sealed record ReviewRow(string Id, string Title, string Section, string Quantity, string Unit, Expected Expected, Func<double> Measure)
{
    /// <summary>Asks, and compares.</summary>
    public ReviewFigure Compare()
    {
        double ours = Measure();
        return new ReviewFigure(Id, Title, Section, Quantity, Unit, Expected.Reference, ours, Expected.Tolerance, Expected.Basis, Expected.IsMetBy(ours));
    }
}
