using System.Collections.Generic;
using System.CommandLine;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment</c>: what is done to a cell in a laboratory.</summary>
internal sealed class ExperimentCommand : Command, IExampled
{
    /// <summary>Makes the command with those below it.</summary>
    public ExperimentCommand(Terminal terminal)
        : base("experiment", "Do an experiment on the true cell, as in a laboratory; only correction has firmware and sensors.")
    {
        Add(new ImpedanceCommand(terminal));
        Add(new TitrationCommand(terminal));
        Add(new RateCommand(terminal));
        Add(new CriticalCurrentCommand(terminal));
        Add(new PressureCommand(terminal));
        Add(new CalendarCommand(terminal));
        Add(new CycleCommand(terminal));
        Add(new CorrectionCommand(terminal));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment eis", "impedance spectrum of the default cell, and which process makes which arc"),
        new("experiment rate --profile pellet-llzo-nmc", "capacity over rate and temperature"),
        new("experiment ccd --json", "critical current, figures for a script"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Each leaves CSV files, summary.json and report.html. Positive current = charge.",
    ];
}
