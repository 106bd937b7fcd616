using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment gitt</c>.</summary>
internal sealed class TitrationCommand : ExperimentRunCommand
{
    private const int MostPulses = 200;

    private static readonly Titration s_usual = new();

    private readonly ValueOption<double?> _temperature = Kind.Number("--temperature", "C", -40, 100, "degC", "Temperature [default: the cell's reference temperature]");
    private readonly ValueOption<double?> _rate = Kind.Number("--rate", "X", 0.01, 2, "C", $"Current of a pulse, multiples of 1C [default: {s_usual.Rate}]");
    private readonly ValueOption<int?> _pulses = Kind.Whole("--pulses", "N", 4, MostPulses, $"Pulses from full to empty, 4 to {MostPulses} [default: {s_usual.Pulses}]");
    private readonly ValueOption<double?> _rest = Kind.Number("--rest", "H", 0.1, 48, "h", $"Rest after a pulse, h [default: {s_usual.Rest / 3600}]");

    /// <summary>Makes the command.</summary>
    public TitrationCommand(Terminal terminal)
        : base(Titration.Word, "Intermittent titration: quasi-open-circuit voltage, and diffusivity beside the true one.", terminal) =>
        Take(_temperature, _rate, _pulses, _rest);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment gitt", "the default cell"),
        new("experiment gitt --pulses 40 --rest 6", "finer, closer to equilibrium"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: temperature_c, rate, rest_s, open_circuit_rms_mv, open_circuit_max_mv,\ndiffusivity_ratio, points [direction, soc_percent, stoichiometry, rest_v, open_circuit_v,\nohmic_ohm_cm2, diffusivity_m2_s, true_diffusivity_m2_s].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench) => new Titration
    {
        Temperature = parsed.GetValue(_temperature),
        Rate = parsed.GetValue(_rate) ?? s_usual.Rate,
        Pulses = parsed.GetValue(_pulses) ?? s_usual.Pulses,
        Rest = 3600 * parsed.GetValue(_rest) ?? s_usual.Rest,
    };
}
