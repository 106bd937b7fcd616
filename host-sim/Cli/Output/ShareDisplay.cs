using System;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>Shows a person which share of a task is done.</summary>
internal static class ShareDisplay
{
    private const int BarColumns = 24;

    /// <summary>Does a task to its end.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="task">Does it, telling its progress from any thread; nobody listens where there is no terminal.</param>
    /// <param name="terminal">Who watches.</param>
    /// <param name="isShown">Whether progress is wanted at all; in a pipe there is none anyway.</param>
    public static TResult Watch<TResult>(string name, Func<IProgress<double>?, TResult> task, Terminal terminal, bool isShown)
    {
        if (!isShown || !terminal.IsWatched)
        {
            return task(null);
        }

        return terminal.Progress().Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = BarColumns }, new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn())
            .Start(context => task(new TaskProgress(context.AddTask(Markup.Escape(name), maxValue: 1))));
    }

    /// <summary>Passes a share on at once, from whichever thread tells it.</summary>
    private sealed class TaskProgress(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = Math.Max(task.Value, value);
    }
}
