using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Costing;
using Bms.Simulation.Scenarios;

namespace Bms.Cli.Commands;

/// <summary><c>cost</c>: what the firmware's core costs on the device, counted, beside its budget.</summary>
internal sealed class CostCommand : Command, IExampled
{
    private const int MostMethods = 1000;
    private const int DefaultMethods = 15;

    private readonly Terminal _terminal;
    private readonly ValueOption<int?> _cells = Kind.Whole("--cells", "N", 1, Scenario.MostCells, $"Cells in series, 1 to {Scenario.MostCells} [default: {DeviceBudget.Cells}]");
    private readonly ValueOption<string> _profile = Kind.Text("--profile", "NAME", "the name of a cell profile, or a JSON file of your own", $"Cell: a built-in profile, or a JSON file of your own [default: {ProfileLibrary.Default}]");
    private readonly ValueOption<int?> _methods = Kind.Whole("--methods", "N", 0, MostMethods, $"Methods to list, the costliest first [default: {DefaultMethods}, with --json all]");
    private readonly Option<bool> _board = Kind.Flag("--board", "Count the firmware's drivers, link and loop too, on the virtual board: 3 to 16 cells");
    private readonly Option<bool> _json = Kind.Flag("--json", "Print one object, and nothing else");

    /// <summary>Makes the command.</summary>
    public CostCommand(Terminal terminal)
        : base("cost", "Count what the firmware's core costs on the device: weighted IL instructions, calls, garbage, heap, code.")
    {
        _terminal = terminal;
        Add(_cells);
        Add(_profile);
        Add(_methods);
        Add(_board);
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("cost", "the default cell, a module of 16"),
        new("cost --methods 40", "where the cost sits"),
        new("cost --board", "drivers, link and loop beside the core"),
        new("cost --profile my-cell.json --json", "figures for a script"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "The exit code is 1 if a figure of the core is above its budget.",
    ];

    private int Execute(ParseResult parsed)
    {
        CellParameters cell = ProfileLibrary.Load(parsed.GetValue(_profile) ?? ProfileLibrary.Default);
        int cells = parsed.GetValue(_cells) ?? DeviceBudget.Cells;
        BoardCost? board = parsed.GetValue(_board) ? BoardCounter.Count(cell, cells) : null;
        DeviceCost cost = CostCounter.Count(cell, cells);
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(CostReport.Of(cost, board, parsed.GetValue(_methods) ?? MostMethods)));
        }
        else
        {
            int methods = parsed.GetValue(_methods) ?? DefaultMethods;
            CostTable.Write(_terminal.Tables(), cost, cell.Name, methods);
            if (board is not null)
            {
                BoardTable.Write(_terminal.Tables(), board, methods);
            }
        }

        return cost.Pass ? ExitCode.Fine : ExitCode.Failed;
    }
}
