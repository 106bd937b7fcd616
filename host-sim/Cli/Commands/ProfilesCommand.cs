using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Bms.Cli.Options;
using Bms.Cli.Output;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Cli.Commands;

/// <summary><c>profiles</c>: the cells that come with the program.</summary>
internal sealed class ProfilesCommand : Command, IExampled
{
    private const int NameColumns = 22;
    private const double ZeroCelsius = 273.15;

    private readonly Terminal _terminal;
    private readonly Option<bool> _json = Kind.Flag("--json", "Print an array of objects, and nothing else");

    /// <summary>Makes the command.</summary>
    public ProfilesCommand(Terminal terminal)
        : base("profiles", "List the built-in cell profiles.")
    {
        _terminal = terminal;
        Add(_json);
        SetAction(Execute);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("profiles", "which cells there are"),
        new("run full-day --profile my-cell.json", "a cell of your own"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        "A cell of your own begins as a copy of a file in host-sim/Profiles/Cells.",
        "Plausible and consistent with the literature the files name, not validated: no measured cell of this\nkind is public.",
    ];

    private int Execute(ParseResult parsed)
    {
        Row[] rows = [.. ProfileLibrary.Names.Select(name => Describe(ProfileLibrary.Load(name)))];
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonText.Of(rows));
        }
        else
        {
            FactList.Write(_terminal.Output, NameColumns, Terminal.MostColumns, rows.Select(row => (row.Name, Fact(row))));
        }

        return ExitCode.Fine;
    }

    private static string Fact(Row row)
    {
        string taken = row.IsDefault ? "; taken when none is named" : string.Empty;
        string capacity = row.CapacityAh >= 0.1 ? $"{Figure.Number(row.CapacityAh, 2)} Ah" : $"{Figure.Number(1000 * row.CapacityAh, 2)} mAh";
        return $"{row.Title}\n{capacity}, {Figure.Range(row.VoltageMinV, row.VoltageMaxV, 1)} V, {Figure.Range(row.TemperatureMinC, row.TemperatureMaxC, 0)} °C, clamp set to {Figure.Number(row.SetPressureMpa, 1)} MPa{taken}";
    }

    private static Row Describe(CellParameters cell) => new(
        cell.Name,
        cell.Title,
        cell.Cell.NominalCapacity,
        cell.Limits.VoltageMinimum,
        cell.Limits.VoltageMaximum,
        Celsius(cell.Limits.TemperatureMinimum),
        Celsius(cell.Limits.TemperatureMaximum),
        cell.Mechanics.SetPressure,
        cell.Name == ProfileLibrary.Default);

    private static double Celsius(double kelvin) => Math.Round(kelvin - ZeroCelsius, 3);

    private sealed record Row(string Name, string Title, double CapacityAh, double VoltageMinV, double VoltageMaxV, double TemperatureMinC, double TemperatureMaxC, double SetPressureMpa, bool IsDefault);
}
