using System.Collections.Generic;
using System.CommandLine;
using Bms.Cli.Options;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment ccd</c>.</summary>
internal sealed class CriticalCurrentCommand : ExperimentRunCommand
{
    private static readonly CriticalCurrentTest s_usual = new();

    private readonly ValueOption<IReadOnlyList<double>> _temperatures = NumberList.Option("--temperature", "LIST", -40, 100, "degC", "Temperatures, at the set pressure [default: -10, 10, 45, 60 and the reference temperature]");
    private readonly ValueOption<IReadOnlyList<double>> _pressures = NumberList.Option("--pressure", "LIST", 0, 100, "MPa", $"Stack pressures, at the reference temperature [default: {string.Join(", ", s_usual.Pressures)}]");
    private readonly ValueOption<IReadOnlyList<double>> _contacts = NumberList.Option("--contact", "LIST", 0.05, 0.99, "(full: 1)", $"Contact factors at the start, which do not heal [default: {string.Join(", ", s_usual.Contacts)}]");
    private readonly ValueOption<double?> _first = Kind.Number("--first", "J", 0.001, 10, "mA/cm²", $"First current density, mA/cm² [default: {s_usual.First}]");
    private readonly ValueOption<double?> _factor = Kind.Number("--factor", "X", 1.01, 2, "", $"Factor from one current to the next, 1.01 to 2 [default: {s_usual.StepFactor}]");
    private readonly ValueOption<double?> _halfCycle = Kind.Number("--half-cycle", "MIN", 1, 600, "min", $"Length of a half-cycle, min [default: {s_usual.HalfCycle / 60}]");

    /// <summary>Makes the command.</summary>
    public CriticalCurrentCommand(Terminal terminal)
        : base(CriticalCurrentTest.Word, "Stepped critical-current test on a symmetric lithium cell, over temperature, pressure and contact.", terminal) =>
        Take(_temperatures, _pressures, _contacts, _first, _factor, _halfCycle);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment ccd", "the interface of the default cell"),
        new("experiment ccd --pressure 1,2,3,4,5,6,7 --half-cycle 60", "finer, slower"),
        new("experiment ccd --plant-without voids", "filaments alone"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: half_cycle_s, step_factor, rises_with_temperature, rises_with_pressure,\nfalls_with_lost_contact, points [series, temperature_c, pressure_mpa, contact,\ncritical_current_ma_cm2, broke_at_ma_cm2, stripping_limit_ma_cm2,\nplating_limit_ma_cm2, contact_at_break, hours_to_break].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench) => new CriticalCurrentTest
    {
        Temperatures = parsed.GetValue(_temperatures),
        Pressures = parsed.GetValue(_pressures) ?? s_usual.Pressures,
        Contacts = parsed.GetValue(_contacts) ?? s_usual.Contacts,
        First = parsed.GetValue(_first) ?? s_usual.First,
        StepFactor = parsed.GetValue(_factor) ?? s_usual.StepFactor,
        HalfCycle = 60 * parsed.GetValue(_halfCycle) ?? s_usual.HalfCycle,
    };
}
