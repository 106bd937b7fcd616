using System.Linq;
using Bms.Core.Cells;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>Tables over equally spaced nodes.</summary>
public class GridTests
{
    private static readonly Gen<int[]> _overTemperature = Gen.Int[0, 1 << 30].Array[Grid.TemperatureNodes];
    private static readonly Gen<int[]> _overPressure = Gen.Int[0, 1 << 30].Array[Grid.PressureNodes];

    [Fact]
    public void Temperature_table_is_exact_at_its_nodes_and_stays_between_them() =>
        Gen.Select(_overTemperature, Gen.Int[0, Grid.TemperatureNodes - 2], Gen.Int[0, 2047]).Sample((table, node, rest) =>
        {
            int temperature_mK = Grid.TemperatureFirst_mK + (node << Grid.TemperatureShift);
            Assert.Equal(table[node], Grid.AtTemperature(table, Grid.TemperaturePosition(temperature_mK)));
            int between = Grid.AtTemperature(table, Grid.TemperaturePosition(temperature_mK + rest));
            Assert.InRange(between, System.Math.Min(table[node], table[node + 1]), System.Math.Max(table[node], table[node + 1]));
        });

    [Fact]
    public void Pressure_table_is_exact_at_its_nodes_and_stays_between_them() =>
        Gen.Select(_overPressure, Gen.Int[0, Grid.PressureNodes - 2], Gen.Int[0, 262143]).Sample((table, node, rest) =>
        {
            Assert.Equal(table[node], Grid.AtPressure(table, Grid.PressurePosition(node << Grid.PressureShift)));
            int between = Grid.AtPressure(table, Grid.PressurePosition((node << Grid.PressureShift) + rest));
            Assert.InRange(between, System.Math.Min(table[node], table[node + 1]), System.Math.Max(table[node], table[node + 1]));
        });

    [Fact]
    public void Any_temperature_and_any_pressure_can_be_looked_up() =>
        Gen.Select(_overTemperature, _overPressure, Gen.Int[int.MinValue + 300_000, int.MaxValue], Gen.Int).Sample((warm, tight, temperature, pressure) =>
        {
            Assert.InRange(Grid.AtTemperature(warm, Grid.TemperaturePosition(temperature)), warm.Min(), warm.Max());
            Assert.InRange(Grid.AtPressure(tight, Grid.PressurePosition(pressure)), tight.Min(), tight.Max());
        });
}
