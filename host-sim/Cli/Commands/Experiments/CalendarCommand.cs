using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Simulation.Laboratory;

namespace Bms.Cli.Commands.Experiments;

/// <summary><c>experiment calendar</c>.</summary>
internal sealed class CalendarCommand : ExperimentRunCommand
{
    private static readonly StorageTest s_usual = new();

    private readonly ValueOption<IReadOnlyList<double>> _temperatures = NumberList.Option("--temperature", "LIST", -40, 100, "degC", "Storage temperatures [default: 45, 60 and the cell's reference temperature]");
    private readonly ValueOption<IReadOnlyList<double>> _socs = NumberList.Option("--soc", "LIST", 0, 100, "%", $"States of charge [default: {string.Join(", ", s_usual.StatesOfCharge.Select(soc => 100 * soc))}]");
    private readonly ValueOption<double?> _days = Kind.Number("--days", "D", 0.01, 3653, "d", "Time in storage, days [default: 41.67, that is 1000 h]");

    /// <summary>Makes the command.</summary>
    public CalendarCommand(Terminal terminal)
        : base(StorageTest.Word, "Calendar test: capacity and resistance of cells stored at states of charge and temperatures.", terminal) =>
        Take(_temperatures, _socs, _days);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("experiment calendar", "1000 h of the default cell"),
        new("experiment calendar --days 365 --temperature 25 --soc 50,100", "a year at room temperature"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "JSON: days, new_ohm_cm2, points [temperature_c, soc_percent, days, capacity_percent,\nresistance_ohm_cm2, resistance_percent, soc_left_percent].",
    ];

    /// <inheritdoc/>
    protected override IExperiment Read(ParseResult parsed, Workbench bench) => new StorageTest
    {
        Temperatures = parsed.GetValue(_temperatures),
        StatesOfCharge = parsed.GetValue(_socs) is { } percent ? [.. percent.Select(each => each / 100)] : s_usual.StatesOfCharge,
        Days = parsed.GetValue(_days) ?? s_usual.Days,
    };
}
