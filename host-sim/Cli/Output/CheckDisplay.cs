using System;
using Bms.Plant.Parameters;
using Bms.Simulation.Verification;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>Shows a person how far the check of a profile is, and lets it be interrupted.</summary>
internal static class CheckDisplay
{
    private const int BarColumns = 24;

    /// <summary>Runs a check to its end.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="threads">Cases played at once.</param>
    /// <param name="terminal">Who watches.</param>
    /// <param name="isShown">Whether progress is wanted at all; in a pipe there is none anyway.</param>
    /// <param name="interrupt">What may interrupt it.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static CheckReport Watch(CellParameters cell, int threads, Terminal terminal, bool isShown, Interrupt interrupt)
    {
        if (!isShown || !terminal.IsWatched)
        {
            return ModelCheck.Run(cell, threads, progress: null, interrupt.Token);
        }

        return terminal.Progress().Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = BarColumns }, new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask($"check {Markup.Escape(cell.Name)}", maxValue: 1);
                return ModelCheck.Run(cell, threads, new TaskProgress(task), interrupt.Token);
            });
    }

    /// <summary>Passes a share on at once, from whichever thread tells it.</summary>
    private sealed class TaskProgress(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = Math.Max(task.Value, value);
    }
}
