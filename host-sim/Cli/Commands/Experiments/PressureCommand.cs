using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Profiles;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment pressure</c>.</summary>
internal sealed class PressureCommand : ExperimentRunCommand
{
    private static readonly PressureSweep s_usual = new();

    private readonly ValueOption<double?> _temperature = Kind.Number("--temperature", "C", -40, 100, "degC", "Temperature [default: the cell's reference temperature]");
    private readonly ValueOption<double?> _soc = Kind.Number("--soc", "PERCENT", 0, 100, "%", $"State of charge at which resistance is measured [default: {100 * s_usual.StateOfCharge}]");
    private readonly ValueOption<double?> _lowest = Kind.Number("--lowest", "MPA", 0.01, 50, "MPa", $"Lowest pressure [default: {s_usual.Lowest}]");
    private readonly ValueOption<double?> _highest = Kind.Number("--highest", "MPA", 0.02, 100, "MPa", "Highest pressure [default: the profile's formation pressure, at least 10 times the lowest]");
    private readonly ValueOption<double?> _dwell = Kind.Number("--dwell", "S", 1, 36000, "s", $"Rest at every pressure [default: {s_usual.Dwell}]");

    /// <summary>Makes the command.</summary>
    public PressureCommand(Terminal terminal)
        : base(PressureSweep.Word, "Pressure sweep: resistance while loading, unloading and loading again; and the swing over a charge.", terminal) =>
        Take(_temperature, _soc, _lowest, _highest, _dwell);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment pressure", "up to the formation pressure"),
        new("experiment pressure --highest 10 --temperature 45", "less pressed, warmer"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: temperature_c, soc_percent, first_ohm_cm2, formed_ohm_cm2 (at the set pressure), empty_mpa,\nfull_mpa, swing_mpa, points [branch, pressure_mpa, total_ohm_cm2, contact_ohm_cm2, contact].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench)
    {
        double lowest = parsed.GetValue(_lowest) ?? s_usual.Lowest;
        double? highest = parsed.GetValue(_highest);
        return highest <= lowest
            ? throw new BadInputException(_highest.Name, $"found {highest}, and the lowest is {lowest}", $"expected a pressure above that of {_lowest.Name}")
            : new PressureSweep
            {
                Temperature = parsed.GetValue(_temperature),
                StateOfCharge = parsed.GetValue(_soc) / 100 ?? s_usual.StateOfCharge,
                Lowest = lowest,
                Highest = highest,
                Dwell = parsed.GetValue(_dwell) ?? s_usual.Dwell,
            };
    }
}
