using System.Collections.Generic;
using System.Linq;
using Bms.Cli.Output;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Cli.Commands;

/// <summary><c>profiles</c>: the cells that come with the program.</summary>
internal sealed class ProfilesCommand(Terminal terminal) : ListCommand<ProfilesCommand.Row>("profiles", "List the built-in cell profiles.", terminal)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("profiles", "which cells there are"),
        new("run full-day --profile my-cell.json", "a cell of your own"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "A cell of your own begins as a copy of a file in host-sim/Profiles/Cells.",
        "Plausible and consistent with the literature the files name, not validated: no measured cell of this\nkind is public.",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Row> Rows() => ProfileLibrary.Names.Select(name => Describe(ProfileLibrary.Load(name)));

    /// <inheritdoc/>
    protected override (string Name, string Fact) Read(Row row)
    {
        string taken = row.IsDefault ? "; taken when none is named" : string.Empty;
        return (row.Name, $"{row.Title}\n{Figure.Charge(row.CapacityAh)}, {Figure.Range(row.VoltageMinV, row.VoltageMaxV, 1)} V, {Figure.Range(row.TemperatureMinC, row.TemperatureMaxC, 0)} °C, clamp set to {Figure.Number(row.SetPressureMpa, 1)} MPa{taken}");
    }

    private static Row Describe(CellParameters cell) => new(
        cell.Name,
        cell.Title,
        cell.Cell.NominalCapacity,
        cell.Limits.VoltageMinimum,
        cell.Limits.VoltageMaximum,
        Figure.Celsius(cell.Limits.TemperatureMinimum),
        Figure.Celsius(cell.Limits.TemperatureMaximum),
        cell.Mechanics.SetPressure,
        cell.Name == ProfileLibrary.Default);

    /// <summary>A cell in short.</summary>
    internal sealed record Row(string Name, string Title, double CapacityAh, double VoltageMinV, double VoltageMaxV, double TemperatureMinC, double TemperatureMaxC, double SetPressureMpa, bool IsDefault);
}
