using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Profiles;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment eis</c>.</summary>
internal sealed class ImpedanceCommand : ExperimentRunCommand
{
    private const int MostPerDecade = 50;

    private static readonly ImpedanceSpectroscopy s_usual = new();

    private readonly ValueOption<IReadOnlyList<double>> _temperatures = NumberList.Option("--temperature", "LIST", -40, 100, "degC", "Temperatures [default: the cell's reference temperature]");
    private readonly ValueOption<IReadOnlyList<double>> _socs = NumberList.Option("--soc", "LIST", 1, 99, "%", $"States of charge [default: {string.Join(", ", s_usual.StatesOfCharge.Select(soc => 100 * soc))}]");
    private readonly ValueOption<double?> _pressure = Kind.Number("--pressure", "MPA", 0, 100, "MPa", "Stack pressure [default: the profile's set pressure]");
    private readonly ValueOption<double?> _lowest = Kind.Number("--lowest", "HZ", 1e-6, 1e3, "Hz", $"Lowest frequency [default: {s_usual.Lowest}]");
    private readonly ValueOption<double?> _highest = Kind.Number("--highest", "HZ", 1e-3, 1e12, "Hz", "Highest frequency [default: well above the fastest arc]");
    private readonly ValueOption<int?> _perDecade = Kind.Whole("--per-decade", "N", 4, MostPerDecade, $"Frequencies a decade, 4 to {MostPerDecade} [default: {s_usual.PerDecade}]");

    /// <summary>Makes the command.</summary>
    public ImpedanceCommand(Terminal terminal)
        : base(ImpedanceSpectroscopy.Word, "Impedance spectrum of the cell at rest: Nyquist, Bode, and which process makes which arc.", terminal) =>
        Take(_temperatures, _socs, _pressure, _lowest, _highest, _perDecade);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment eis", "the default cell"),
        new("experiment eis --profile thin-film-lipon-lco --soc 40,60", "the thin film of the literature"),
        new("experiment eis --temperature -10,25,60 --soc 50", "over temperature"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: pressure_mpa, points [temperature_c, soc_percent, high_ohm_cm2, peaks_hz, arcs [process,\nexpected_tau_s, expected_ohm_cm2, tau_s, frequency_hz, ohm_cm2, spread, own_peak]].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench)
    {
        double lowest = parsed.GetValue(_lowest) ?? s_usual.Lowest;
        double? highest = parsed.GetValue(_highest);
        return highest < 10 * lowest
            ? throw new BadInputException(_highest.Name, $"found {highest}, and the lowest is {lowest}", $"expected at least 10 times that of {_lowest.Name}")
            : new ImpedanceSpectroscopy
            {
                Temperatures = parsed.GetValue(_temperatures),
                StatesOfCharge = parsed.GetValue(_socs) is { } percent ? [.. percent.Select(each => each / 100)] : s_usual.StatesOfCharge,
                Pressure = parsed.GetValue(_pressure),
                Lowest = lowest,
                Highest = highest,
                PerDecade = parsed.GetValue(_perDecade) ?? s_usual.PerDecade,
            };
    }
}
