using System;
using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Simulation.Review;

namespace Bms.Cli.Commands;

/// <summary><c>review</c>: the true cell beside the literature it is built from, row by row.</summary>
internal sealed class ReviewCommand : Command, IExampled
{
    private const string Word = "review";
    private const int MostThreads = 256;

    private readonly Terminal _terminal;
    private readonly ValueOption<int?> _threads = Kind.Whole("--threads", "N", 1, MostThreads, $"Rows measured at once, 1 to {MostThreads}; the result does not depend on it [default: one for each processor]");
    private readonly ValueOption<string> _out = Kind.Text("--out", "DIR", "the path of a folder", $"Folder for rows.csv, table2.csv, summary.json and report.html [default: {Place.Above}/{Word}]");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print the comparison as one JSON object, and nothing else");

    /// <summary>Makes the command.</summary>
    public ReviewCommand(Terminal terminal)
        : base(Word, "Compare the true cell with the review of solid-state batteries it follows: every number, equation and observation.")
    {
        _terminal = terminal;
        Add(_threads);
        Add(_out);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("review", "every row and the matrix of mechanisms and conditions"),
        new("review --json", "for a script"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "Every row is measured on the true cell, or computed by the metric functions, as the command runs; the\ntolerance is the spread, or the rounding, of the source. Exit code 1 if a row is outside, or a listed\ntrigger does not act.",
        "JSON: rows [id, title, section, quantity, unit, reference, ours, tolerance, basis, pass], passed, failed,\ntable2 [mechanism, condition, reference, rate, neutral, unit, ratio, triggered, reason], rules, verdict.",
    ];

    private int Execute(ParseResult parsed)
    {
        string folder = parsed.GetValue(_out) ?? Place.Of(Word, Word);
        ReviewFolder.Check(folder);
        Destination.TryToWrite(folder);
        bool json = parsed.GetValue(_json);
        using var interrupt = new Interrupt(_terminal.Interrupted);
        ReviewReport report = ShareDisplay.Watch(
            Word,
            progress => Comparison.Run(parsed.GetValue(_threads) ?? Math.Min(Environment.ProcessorCount, MostThreads), progress, interrupt.Token),
            _terminal,
            isShown: !json);
        interrupt.ThrowIfAny();
        report = ReviewFolder.Write(folder, report);
        if (json)
        {
            _terminal.Output.WriteLine(report.ToJson());
        }
        else
        {
            ReviewText.Write(_terminal.Tables(), report);
        }

        return report.Pass ? ExitCode.Fine : ExitCode.Failed;
    }
}
