using System;
using Bms.Simulation.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bms.Cli.Output;

/// <summary>The words beside the bar: simulated time, speed, state of charge, step.</summary>
internal sealed class StatusColumn : ProgressColumn
{
    private volatile string _words = string.Empty;

    /// <inheritdoc/>
    protected override bool NoWrap => true;

    /// <summary>Takes in how far the run is.</summary>
    /// <param name="progress">How far.</param>
    /// <param name="wall_s">Time it took so far, s.</param>
    public void Show(RunProgress progress, double wall_s)
    {
        string speed = wall_s > 0 && progress.Time_s > 0 ? $"{Figure.Number(progress.Time_s / wall_s, 0)}x" : "-";
        _words = $"{Figure.Clock(progress.Time_s)} of {Figure.Clock(progress.Expected_s)} h  {speed}  {Figure.Number(100 * progress.StateOfCharge, 1)} % charged  {progress.Step}";
    }

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(_words) { Overflow = Overflow.Ellipsis };
}
