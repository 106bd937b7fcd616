using System;
using Bms.Core.Cells;
using Bms.Core.Tests.Benches;
using Bms.Plant.Heat;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>Heat of the cells.</summary>
public class ThermalTests
{
    private const int Ambient_mK = 298_150;

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Heat_flows_from_core_to_surface_to_ambient_at_the_end(string cell)
    {
        (CellStates states, ThermalModel thermal) = Cell(cell);
        ThermalNodes nodes = BuiltInCell.Parameters(cell).Thermal;
        double heat = 10 * nodes.SurfaceToAmbient;
        double heater = 5 * nodes.SurfaceToAmbient;
        for (int step = 0; step < 10_000; step++)
        {
            thermal.Advance(0, 1000, (int)(heat * 1e6), (int)(heater * 1e6), Ambient_mK, 0);
        }

        double surface = (states.Surface_uK[0] / 1e6) - (Ambient_mK / 1e3);
        double core = (states.Core_uK[0] - states.Surface_uK[0]) / 1e6;
        Assert.Equal(15, surface, 0.002);
        Assert.Equal(heat / nodes.CoreToSurface, core, 0.002);
        Assert.Equal((states.Core_uK[0] + 500) / 1000, states.CoreTemperature_mK[0]);
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void An_insulated_cell_keeps_all_its_heat(string cell)
    {
        (CellStates states, ThermalModel thermal) = Cell(cell);
        ThermalNodes nodes = BuiltInCell.Parameters(cell).Thermal;
        double heat = (nodes.CoreCapacity + nodes.SurfaceCapacity) / 500;
        for (int second = 0; second < 10_000; second++)
        {
            thermal.Advance(0, 1000, (int)(heat * 1e6), 0, 0, 0);
        }

        double core = (states.Core_uK[0] / 1e6) - (Ambient_mK / 1e3);
        double surface = (states.Surface_uK[0] / 1e6) - (Ambient_mK / 1e3);
        double stored = (nodes.CoreCapacity * core) + (nodes.SurfaceCapacity * surface);

        // what whole microjoules can tell
        double put = (int)(heat * 1e6) * 1e-6 * 10_000;
        Assert.Equal(put, stored, (0.001 * put) + (1.1e-6 * 10_000));
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Temperatures_follow_the_plant(string cell)
    {
        (CellStates states, ThermalModel thermal) = Cell(cell);
        ThermalNodes nodes = BuiltInCell.Parameters(cell).Thermal;
        ThermalNetwork plant = new(nodes with { CrossResistance = 0 }, Ambient_mK / 1e3);
        RandomSequence random = new(41, 1);
        double heat = 0;
        double ambient = 0;
        double worst = 0;
        for (int second = 0; second < 50_000; second++)
        {
            if (second % 120 == 0)
            {
                heat = random.Uniform(-2, 20) * nodes.SurfaceToAmbient;
                ambient = random.Uniform(280, 310);
            }

            int heater_uW = second / 500 % 2 == 0 ? (int)(nodes.HeaterPower * 1e6) : 0;
            thermal.Advance(0, 1000, (int)(heat * 1e6), heater_uW, (int)(ambient * 1000), 0);
            plant.Advance(1, (int)(heat * 1e6) * 1e-6, [0], heater_uW * 1e-6, nodes.SurfaceToAmbient, (int)(ambient * 1000) * 1e-3);
            worst = Math.Max(worst, Math.Max(Math.Abs((states.Core_uK[0] * 1e-6) - plant.Core), Math.Abs((states.Surface_uK[0] * 1e-6) - plant.Surface)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cell}: {worst * 1000:F3} mK");
        Assert.InRange(worst, 0, 0.001);
    }

    [Fact]
    public void First_reading_sets_both_temperatures()
    {
        (CellStates states, ThermalModel thermal) = Cell(BuiltInCell.Pouch);
        thermal.Advance(0, 1, 0, 0, 0, 310_000);
        Assert.Equal((310_000_000, 310_000_000, 310_000), (states.Core_uK[0], states.Surface_uK[0], states.CoreTemperature_mK[0]));
    }

    [Fact]
    public void Noise_of_the_sensor_is_averaged_and_its_drift_followed()
    {
        (CellStates states, ThermalModel thermal) = Cell(BuiltInCell.Pouch);
        RandomSequence random = new(42, 1);
        double squares = 0;
        const int Samples = 4000;
        for (int second = 0; second < Samples; second++)
        {
            thermal.Advance(0, 1, 0, 0, 0, 305_000 + (int)(500 * random.Normal()));
            double error = (states.Core_uK[0] / 1e6) - 305;
            squares += second < 100 ? 0 : error * error;
        }

        // a filter of 32 leaves an eighth of the noise
        Assert.InRange(Math.Sqrt(squares / (Samples - 100)), 0.02, 0.1);
        for (int second = 0; second < 300; second++)
        {
            thermal.Advance(0, 1, 0, 0, 0, 315_000);
        }

        Assert.Equal(315, states.Core_uK[0] / 1e6, 0.01);
    }

    [Fact]
    public void The_core_is_warmer_than_its_sensor_under_load()
    {
        Bench bench = new Bench(new BenchSetup { Temperature = 45 }).AtRest().Current(-2).Advance(s: 300);
        Assert.All(bench.States.CoreTemperature_mK, core => Assert.InRange(core, Units.Celsius(45.1), Units.Celsius(60)));
    }

    private static (CellStates States, ThermalModel Thermal) Cell(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(1);
        states.Core_uK[0] = states.Surface_uK[0] = Ambient_mK * 1000;
        return (states, new ThermalModel(profile, states));
    }
}
