using System;
using System.Threading;
using System.Threading.Tasks;

namespace Bms.Simulation.Review;

/// <summary>Puts the plant beside the review, row by row.</summary>
public static class Comparison
{
    /// <summary>Measures every row.</summary>
    /// <param name="threads">Rows measured at once, at least 1; the result does not depend on it.</param>
    /// <param name="progress">Told after each row which share is done, from several threads; null: nobody.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ReviewReport Run(int threads, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var figures = new ReviewFigure[ReviewTable.Rows.Count];
        int done = 0;
        Parallel.For(
            0,
            figures.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            row =>
            {
                figures[row] = ReviewTable.Rows[row].Compare();
                progress?.Report(Interlocked.Increment(ref done) / (double)figures.Length);
            });
        return new ReviewReport(figures);
    }
}
