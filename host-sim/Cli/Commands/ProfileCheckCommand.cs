using System;
using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Verification;

namespace Bms.Cli.Commands;

/// <summary><c>profile check</c>: the error report of a profile.</summary>
internal sealed class ProfileCheckCommand : Command, IExampled
{
    private const int MostThreads = 1024;

    private readonly Terminal _terminal;
    private readonly Argument<string> _profile = Kind.Profile(Kind.CellProfile);
    private readonly ValueOption<int?> _threads = Kind.Whole("--threads", "N", 1, MostThreads, "Cases played at once [default: one a processor]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print the report as one JSON object, and nothing else");

    /// <summary>Makes the command.</summary>
    public ProfileCheckCommand(Terminal terminal)
        : base("check", "Compare the firmware's cell model with the same scheme in double precision and with the full physics.")
    {
        _terminal = terminal;
        Add(_profile);
        Add(_threads);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("profile check pouch-lpscl-nmc", "a built-in cell"),
        new("profile check my-cell.json --json", "a cell of your own, for a script"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        $"Passes with at most {ModelCheck.FixedVsDoubleRms} mV RMS and {ModelCheck.FixedVsDoubleMax} mV at any instant against double precision, at most {ModelCheck.RomVsPlantRms} mV RMS\nagainst the full physics, and no drift of charge in 10 000 cycles. Exit code 1 otherwise.",
        "The full physics is compared but for the last 3 % of charge: of the electrode, of its surface, and before\na voltage limit. A case that harms the lithium interface (contact lost) is shown and does not count.\nTemperature and pressure are what the model predicts without a sensor.",
    ];

    private int Execute(ParseResult parsed)
    {
        CellParameters cell = ProfileLibrary.Load(parsed.GetValue(_profile)!);
        bool json = parsed.GetValue(_json);
        using var interrupt = new Interrupt(_terminal.Interrupted);
        int threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount;
        CheckReport report = ShareDisplay.Watch($"check {cell.Name}", progress => ModelCheck.Run(cell, threads, progress, interrupt.Token), _terminal, isShown: !json);
        if (json)
        {
            _terminal.Output.WriteLine(JsonText.Of(report));
        }
        else
        {
            CheckTable.Write(_terminal.Tables(), report);
        }

        return report.Pass ? ExitCode.Fine : ExitCode.Failed;
    }
}
