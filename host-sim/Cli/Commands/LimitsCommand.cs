using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Profiles;
using Bms.Simulation.Campaigns.Necessity;

namespace Bms.Cli.Commands;

/// <summary><c>limits</c>: what bounds the current, and which trigger of the review each limiter answers.</summary>
internal sealed class LimitsCommand : Command, IExampled
{
    private readonly Terminal _terminal;
    private readonly ValueOption<string> _profile = Kind.Text("--profile", "NAME", "the name of a cell profile, or a JSON file of your own", $"Cell that bounds are told for [default: {ProfileLibrary.Default}]");
    private readonly Option<bool> _prove = Kind.Flag("--prove", "Run for each limiter a scenario in which the true cell stays whole with it and does not without it; fails if one shows nothing");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object, and nothing else");

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What it writes to.</param>
    public LimitsCommand(Terminal terminal)
        : base("limits", "List the limiters of the firmware, and what of the review's Table 2 each answers.")
    {
        _terminal = terminal;
        Add(_profile);
        Add(_prove);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("limits", "what bounds the current of the default cell"),
        new("limits --prove", "what each is needed for"),
        new("run --without plating", "what happens without one of them"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "A bound is what a limiter allows when it is the only one. On a device every limiter is always on.",
        "JSON: profile, limiters [number, key, inputs, reason, text, charge_bound_c, discharge_bound_c],\ntable2 [mechanism, title, condition, reference, limiters]; a bound is null where there is none.",
        "JSON with --prove: verdict, cases [limiter, scenario, title, profile, misled, violations, violations_without,\nserved_percent, served_percent_without, wear, wear_with, wear_without, needed]; the cases have profiles of their own.",
    ];

    private int Execute(ParseResult parsed)
    {
        if (parsed.GetValue(_prove))
        {
            return Prove(parsed.GetValue(_json));
        }

        LimitsReport report = LimitsReport.Of(ProfileLibrary.Load(parsed.GetValue(_profile) ?? ProfileLibrary.Default));
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(report));
        }
        else
        {
            LimitsText.Write(_terminal.Tables(), report);
        }

        return ExitCode.Fine;
    }

    private int Prove(bool json)
    {
        using var interrupt = new Interrupt(_terminal.Interrupted);
        IReadOnlyList<LimiterProof> proofs = ShareDisplay.Watch(
            "limits", progress => LimiterProof.Of(LimiterCaseTable.All, Environment.ProcessorCount, progress, interrupt.Token), _terminal, isShown: !json);
        ProofReport report = ProofReport.Of(proofs);
        if (json)
        {
            _terminal.Output.WriteLine(JsonText.Of(report));
        }
        else
        {
            ProofText.Write(_terminal.Tables(), report);
        }

        return proofs.All(proof => proof.IsNeeded) ? ExitCode.Fine : ExitCode.Failed;
    }
}
