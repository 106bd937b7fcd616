using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Output;
using Bms.Simulation.Laboratory;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Cli.Commands.Experiments;

/// <summary>One experiment as a command: reads how, does it, leaves a result folder.</summary>
internal abstract class ExperimentRunCommand : Command, IExampled
{
    private readonly Terminal _terminal;
    private readonly ExperimentArguments _arguments = new();

    /// <summary>Makes the command.</summary>
    /// <param name="name">The word for it.</param>
    /// <param name="description">What help says.</param>
    /// <param name="terminal">What it writes to.</param>
    protected ExperimentRunCommand(string name, string description, Terminal terminal)
        : base(name, description)
    {
        _terminal = terminal;
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>Takes the options of this experiment, then those of all.</summary>
    protected void Take(params Option[] own)
    {
        foreach (Option option in (IEnumerable<Option>)[.. own, .. _arguments.All])
        {
            Add(option);
        }
    }

    /// <summary>The experiment as asked for.</summary>
    /// <exception cref="Profiles.BadInputException">Options that exclude each other.</exception>
    protected abstract IExperiment Read(ParseResult parsed, Workbench bench);

    private int Execute(ParseResult parsed)
    {
        Workbench bench = _arguments.Bench(parsed);
        IExperiment experiment = Read(parsed, bench);
        string folder = _arguments.Folder(parsed, experiment, bench);
        LaboratoryFolder.Check(folder, experiment.Name);
        Destination.TryToWrite(folder);
        bool json = _arguments.Json(parsed);
        using var interrupt = new Interrupt(_terminal.Interrupted);
        Findings findings = ShareDisplay.Watch(
            $"{experiment.Name} {bench.Cell.Name}",
            progress => experiment.Run(bench with { Progress = progress, Cancellation = interrupt.Token }),
            _terminal,
            isShown: !json);
        interrupt.ThrowIfAny();
        findings = LaboratoryFolder.Write(folder, findings);
        if (json)
        {
            _terminal.Output.WriteLine(findings.Summary.ToJson());
        }
        else
        {
            FindingsTable.Write(_terminal.Tables(), findings);
        }

        return ExitCode.Fine;
    }
}
