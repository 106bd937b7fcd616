using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment correction</c>.</summary>
internal sealed class CorrectionCommand : ExperimentRunCommand
{
    private const int MostPacks = 100;

    private static readonly CorrectionTest s_usual = new();

    private readonly ValueOption<int?> _packs = Kind.Whole("--packs", "N", 1, MostPacks, $"Packs drawn for every temperature, 1 to {MostPacks} [default: {s_usual.Packs}]");
    private readonly ValueOption<IReadOnlyList<double>> _temperatures = NumberList.Option("--temperature", "LIST", -40, 100, "degC", $"Temperatures [default: {string.Join(", ", s_usual.Temperatures)}]");
    private readonly ValueOption<double?> _soc = Kind.Number("--soc", "PERCENT", 10, 100, "%", $"State of charge at the start, 10 to 100 % [default: {100 * s_usual.StateOfCharge}]");
    private readonly ValueOption<double?> _duration = Kind.Number("--duration", "MIN", 20, 600, "min", $"Length of the drive, 20 to 600 min [default: {s_usual.Duration / 60}]");

    /// <summary>Makes the command.</summary>
    public CorrectionCommand(Terminal terminal)
        : base(CorrectionTest.Word, "Drive packs with and without the firmware's learnt voltage correction, side by side.", terminal) =>
        Take(_packs, _temperatures, _soc, _duration);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment correction", "cold, at room temperature and warm"),
        new("experiment correction --soc 30 --temperature 45", "near the end of the charge"),
        new("run --without-correction", "any scenario without it"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "--seed is that of the first pack, the others follow. The residual is what a cell's sensor reads on\naverage less what the firmware predicts, in means of a minute; its spread is over the cells of a\npack.",
        "JSON: cells, soc_percent, duration_s, without_rms_mv, with_rms_mv, without_spread_mv,\nwith_spread_mv, narrowed_percent, points [temperature_c, pack, corrected, rms_mv, spread_mv,\nsecond_rms_mv, largest_correction_mv, soc_rmse_percent, charge_limit_c, discharge_limit_c,\nviolations].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench) => new CorrectionTest
    {
        Packs = parsed.GetValue(_packs) ?? s_usual.Packs,
        Temperatures = parsed.GetValue(_temperatures) ?? s_usual.Temperatures,
        StateOfCharge = parsed.GetValue(_soc) / 100 ?? s_usual.StateOfCharge,
        Duration = 60 * parsed.GetValue(_duration) ?? s_usual.Duration,
    };
}
