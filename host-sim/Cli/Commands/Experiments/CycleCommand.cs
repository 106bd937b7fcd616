using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment cycle</c>.</summary>
internal sealed class CycleCommand : ExperimentRunCommand
{
    private const int MostCycles = 5000;

    private static readonly CycleTest s_usual = new();

    private readonly ValueOption<int?> _cycles = Kind.Whole("--cycles", "N", 1, MostCycles, $"Cycles, 1 to {MostCycles} [default: {s_usual.Cycles}]");
    private readonly ValueOption<IReadOnlyList<double>> _temperatures = NumberList.Option("--temperature", "LIST", -40, 100, "degC", "Temperatures [default: 45 and the cell's reference temperature]");
    private readonly ValueOption<double?> _charge = Kind.Number("--charge-rate", "X", 0.02, 20, "C", "Charge rate, multiples of 1C [default: the highest at which contact holds, as the profile says]");
    private readonly ValueOption<double?> _discharge = Kind.Number("--discharge-rate", "X", 0.02, 20, "C", "Discharge rate, multiples of 1C [default: the highest at which contact holds, as the profile says]");
    private readonly ValueOption<double?> _pressure = Kind.Number("--pressure", "MPA", 0, 100, "MPa", "Stack pressure at the start, empty [default: as the profile's clamp makes it]");
    private readonly ValueOption<double?> _rest = Kind.Number("--rest", "MIN", 0, 1440, "min", $"Rest after every direction, min [default: {s_usual.Rest / 60}]");

    /// <summary>Makes the command.</summary>
    public CycleCommand(Terminal terminal)
        : base(CycleTest.Word, "Cycle test: capacity, resistance, coulombic and energy efficiency over cycle number.", terminal) =>
        Take(_cycles, _temperatures, _charge, _discharge, _pressure, _rest);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment cycle", "as fast as contact holds"),
        new("experiment cycle --cycles 20 --discharge-rate 0.5", "faster than that"),
        new("experiment cycle --plant-without cycle-fade", "what time alone takes"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: cycles, rates [temperature_c, charge_rate, discharge_rate], points [temperature_c, cycle,\ncharge_ah, discharge_ah, coulombic_percent, energy_percent, resistance_ohm_cm2, capacity_percent,\ncontact, filament].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench) => new CycleTest
    {
        Cycles = parsed.GetValue(_cycles) ?? s_usual.Cycles,
        Temperatures = parsed.GetValue(_temperatures),
        ChargeRate = parsed.GetValue(_charge),
        DischargeRate = parsed.GetValue(_discharge),
        Pressure = parsed.GetValue(_pressure),
        Rest = 60 * parsed.GetValue(_rest) ?? s_usual.Rest,
    };
}
