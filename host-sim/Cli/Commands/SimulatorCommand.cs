using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;
using Bms.Cli.Commands.Experiments;

namespace Bms.Cli.Commands;

/// <summary>The program itself: the commands it has, and what it does without one.</summary>
internal sealed class SimulatorCommand : Command, IExampled
{
    private readonly Option[] _own;

    /// <summary>Makes the commands.</summary>
    /// <param name="terminal">What they write to.</param>
    public SimulatorCommand(Terminal terminal)
        : base("bms-sim", "Runs the firmware of a battery manager for solid-state batteries against a simulated pack.")
    {
        var help = new HelpOption { Description = "Show how a command is used" };
        help.Action = new ExampledHelp((HelpAction)help.Action!);
        var version = new VersionOption { Description = "Show the version", Recursive = true, Action = new VersionPrint() };
        _own = [help, version];
        Add(help);
        Add(version);
        Add(new RunCommand(terminal));
        Add(new BoardCommand(terminal));
        Add(new ScenariosCommand(terminal));
        Add(new ProfilesCommand(terminal));
        Add(new ProfileCommand(terminal));
        Add(new MaterialCommand(terminal));
        Add(new ReviewCommand(terminal));
        Add(new JudgeCommand(terminal));
        Add(new MechanismsCommand(terminal));
        Add(new LimitsCommand(terminal));
        Add(new ExperimentCommand(terminal));
        Add(new ReplayCommand(terminal));
        Add(new DemoCommand(terminal));
        Add(new CostCommand(terminal));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new(string.Empty, "a full day of an eight-cell pack: the same as run full-day"),
        new("scenarios", "what else can be run"),
        new("run --help", "every option of a run"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Exit codes: 0 fine, 1 a check or the program failed, 2 bad input or usage (one line on the error\nstream says where, what and what would be right; nothing is written), 130 interrupted.",
    ];

    /// <summary>Whether a line begins with a word or an option of the program itself, rather than with one of <c>run</c>.</summary>
    /// <param name="args">The line.</param>
    public bool TakesFirst(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || _own.Any(option => option.Name == args[0] || option.Aliases.Contains(args[0])));
}
