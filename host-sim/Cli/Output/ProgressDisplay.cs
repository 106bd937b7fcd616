using System;
using System.Diagnostics;
using Bms.Simulation.Running;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>Shows a person how far a run is, and lets it be interrupted.</summary>
internal static class ProgressDisplay
{
    private const int BarColumns = 24;

    /// <summary>Runs a loop to its end.</summary>
    /// <param name="loop">Runs the loop, telling its progress.</param>
    /// <param name="terminal">Who watches.</param>
    /// <param name="isShown">Whether progress is wanted at all; in a pipe there is none anyway.</param>
    /// <param name="interrupt">What may interrupt it, at any minute of simulated time.</param>
    /// <exception cref="System.OperationCanceledException">Interrupted.</exception>
    public static RunResult Watch(Func<Action<RunProgress>?, RunResult> loop, Terminal terminal, bool isShown, Interrupt interrupt)
    {
        if (!isShown || !terminal.IsWatched)
        {
            return loop(_ => interrupt.ThrowIfAny());
        }

        var status = new StatusColumn();
        return terminal.Progress().Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = BarColumns }, new PercentageColumn(), status)
            .Start(context =>
            {
                ProgressTask task = context.AddTask("run");
                long began = Stopwatch.GetTimestamp();
                return loop(progress =>
                {
                    interrupt.ThrowIfAny();
                    task.MaxValue = progress.Expected_s;
                    task.Value = progress.Time_s;
                    status.Show(progress, Stopwatch.GetElapsedTime(began).TotalSeconds);
                });
            });
    }
}
