using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Cli.Output;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Scenarios;

namespace Bms.Cli.Commands;

/// <summary><c>scenarios</c>: what comes with the program.</summary>
internal sealed class ScenariosCommand(Terminal terminal) : ListCommand<ScenariosCommand.Row>("scenarios", "List the built-in scenarios.", terminal)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("scenarios", "what can be run by name"),
        new("scenarios --json", "the same for a script"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } = ["host-sim/Simulation/Scenarios/README.md says how to write one of your own."];

    /// <inheritdoc/>
    protected override IEnumerable<Row> Rows() => ScenarioLibrary.Names.Select(name => Describe(ScenarioLibrary.Load(name)));

    /// <inheritdoc/>
    protected override (string Name, string Fact) Read(Row row)
    {
        string runs = row.IsDefault ? "; runs when none is named" : string.Empty;
        string start = $"{Figure.Number(row.SocPercent, 0)} %, {Figure.Number(row.TemperatureC, 0)} °C and {Figure.Number(row.PressureMpa, 1)} MPa";
        return (row.Name, $"{row.Title}\n{row.Cells} cells of {row.Profile}, start at {start}, about {Figure.Duration(row.ExpectedS)}{runs}");
    }

    private static Row Describe(Scenario scenario)
    {
        CellParameters cell = ProfileLibrary.Load(scenario.Profile);
        double meanVoltage = (cell.Limits.VoltageMinimum + cell.Limits.VoltageMaximum) / 2;
        var rating = new PackRating(cell.Cell.OneC, cell.Cell.WindowCapacity * meanVoltage * scenario.Cells);
        double expected = new ScenarioPlayer(scenario, rating, new NoPack()).ExpectedDuration;
        return new Row(
            scenario.Name,
            scenario.Title,
            scenario.Profile,
            scenario.Cells,
            scenario.Soc,
            scenario.Temperature ?? Figure.Celsius(cell.ReferenceTemperature),
            scenario.Pressure ?? cell.Mechanics.SetPressure,
            Math.Round(expected, 3),
            scenario.Name == ScenarioLibrary.Default);
    }

    /// <summary>A scenario in short.</summary>
    internal sealed record Row(string Name, string Title, string Profile, int Cells, double SocPercent, double TemperatureC, double PressureMpa, double ExpectedS, bool IsDefault);

    /// <summary>A scenario is only looked at, not played.</summary>
    private sealed class NoPack : IPlantControls
    {
        public void SetAmbient(double celsius)
        {
        }

        public void HoldPressure(double megapascal)
        {
        }

        public void ReleasePressure()
        {
        }

        public void SetClampOffset(int clamp, double megapascal)
        {
        }

        public void Breach(int cell, double? percent)
        {
        }

        public void WantHeat(bool wanted)
        {
        }
    }
}
