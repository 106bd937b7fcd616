using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment rate</c>.</summary>
internal sealed class RateCommand : ExperimentRunCommand
{
    private readonly ValueOption<IReadOnlyList<double>> _rates = NumberList.Option("--rates", "LIST", 0.02, 20, "C", "Discharge rates, multiples of 1C [default: 0.1, 0.2, 0.5, 1, 2, 4, 6 up to the cell's rating]");
    private readonly ValueOption<IReadOnlyList<double>> _temperatures = NumberList.Option("--temperature", "LIST", -40, 100, "degC", "Temperatures [default: 10, 45, 60 and the cell's reference temperature]");
    private readonly ValueOption<double?> _pressure = Kind.Number("--pressure", "MPA", 0, 100, "MPa", "Stack pressure at the start, full [default: as the profile's clamp makes it]");

    /// <summary>Makes the command.</summary>
    public RateCommand(Terminal terminal)
        : base(RateTest.Word, "Rate test: capacity over discharge rate and temperature, and what voids take of it.", terminal) =>
        Take(_rates, _temperatures, _pressure);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment rate", "the default cell"),
        new("experiment rate --rates 0.1,1 --temperature 25", "two rates"),
        new("experiment rate --profile thin-film-lipon-lco", "the thin film of the literature"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: one_c_ampere, pressure_mpa, points [temperature_c, rate, capacity_ah,\ncapacity_without_voids_ah, energy_wh, mean_voltage_v, mean_voltage_without_voids_v,\ntemperature_rise_k, contact_end].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench) =>
        new RateTest { Rates = parsed.GetValue(_rates), Temperatures = parsed.GetValue(_temperatures), Pressure = parsed.GetValue(_pressure) };
}
