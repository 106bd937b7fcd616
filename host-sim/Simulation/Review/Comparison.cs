using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bms.Simulation.Review.Triggers;

namespace Bms.Simulation.Review;

/// <summary>Puts the plant beside the review, row by row, and measures its table of triggers.</summary>
public static class Comparison
{
    /// <summary>Measures every row and every trigger.</summary>
    /// <param name="threads">Rows measured at once, at least 1; the result does not depend on it.</param>
    /// <param name="progress">Told after each row which share is done, from several threads; null: nobody.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ReviewReport Run(int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var figures = new ReviewFigure[ReviewTable.Rows.Count];
        var triggers = new Trigger[TriggerTable.Rows.Count][];
        int all = figures.Length + triggers.Length;
        int done = 0;
        Parallel.For(
            0,
            all,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            row =>
            {
                if (row < figures.Length)
                {
                    figures[row] = ReviewTable.Rows[row].Compare();
                }
                else
                {
                    triggers[row - figures.Length] = [.. TriggerTable.Rows[row - figures.Length].Compare()];
                }

                progress?.Report(Interlocked.Increment(ref done) / (double)all);
            });
        return new ReviewReport(
            figures,
            [.. triggers.SelectMany(row => row)],
            [.. TriggerTable.Rows.Select(row => new TriggerRule(row.Key, row.Title, row.Quantity, row.Rule))]);
    }
}
