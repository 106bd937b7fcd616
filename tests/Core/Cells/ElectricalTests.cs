using System;
using System.Collections.Concurrent;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Tests.Benches;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>Terminal voltage against the plant's, term by term the same physics in double precision.</summary>
public class ElectricalTests
{
    private const double One = 1 << 30;

    private static readonly double[] _socs = [0.02, 0.1, 0.25, 0.4, 0.6, 0.8, 0.95, 0.99];
    private static readonly double[] _pressures = [2, 3, 5, 8];
    private static readonly double[] _rates = [-1, -0.6, -0.3, -0.05, 0, 0.05, 0.3, 0.6, 1];

    private static readonly ConcurrentDictionary<string, CellDesign> _designs = new();

    [Theory]
    [InlineData(BuiltInCell.Pouch, 25, 70)]
    [InlineData(BuiltInCell.Pellet, 25, 70)]
    [InlineData(BuiltInCell.Film, 10, 60)]
    public void Voltage_inside_its_window_is_that_of_the_plant_within_a_millivolt(string cell, double coldest, double hottest)
    {
        OperatingLimits window = BuiltInCell.Parameters(cell).Limits;
        double worst = 0;
        string where = string.Empty;
        for (double celsius = coldest; celsius <= hottest; celsius += 3.7)
        {
            foreach ((double soc, double pressure, double rate) in from soc in _socs from pressure in _pressures from rate in _rates select (soc, pressure, rate))
            {
                (double model, double plant, _) = Voltages(cell, soc, celsius, pressure, rate);
                if (Math.Abs(model - plant) > worst && plant >= window.VoltageMinimum && plant <= window.VoltageMaximum)
                {
                    worst = Math.Abs(model - plant);
                    where = $"{soc:P0}, {celsius} °C, {pressure} MPa, {rate} C: {model:F5} V instead of {plant:F5} V";
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cell}: {worst * 1000:F3} mV at {where}");
        Assert.True(worst is > 0 and <= 0.001, where);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch)]
    [InlineData(BuiltInCell.Pellet)]
    public void Voltage_in_the_cold_is_within_half_a_percent_of_its_overpotential(string cell)
    {
        // straight lines between nodes 2 K apart, where the resistances double every 8 K
        foreach ((double soc, double celsius, double rate) in from soc in _socs from celsius in new[] { -10, -3.3, 4.4, 11, 20 } from rate in _rates.Append(-2) select (soc, celsius, rate))
        {
            (double model, double plant, double overpotential) = Voltages(cell, soc, celsius, 5, rate);
            Assert.Equal(plant, model, 0.0005 + (0.005 * Math.Abs(overpotential)));
        }
    }

    [Fact]
    public void Voltage_rises_with_current_without_a_step_at_zero()
    {
        double[] rates = [.. Enumerable.Range(-200, 401).Select(k => k / 200.0)];
        double[] volts = [.. rates.Select(rate => Voltages(BuiltInCell.Pouch, 0.5, 25, 5, rate).Model)];
        Assert.Equal(volts.Order(), volts);
        Assert.Equal(volts[200] - volts[199], volts[201] - volts[200], 1e-5);
    }

    [Fact]
    public void Lost_contact_widens_the_voltage_on_both_sides()
    {
        foreach (double rate in new[] { -0.5, 0.5 })
        {
            double[] apart = [.. new[] { 1, 0.8, 0.5, 0.2, 0.05 }.Select(contact => Math.Abs(Model(contact, rate) - Model(contact, 0)))];
            Assert.Equal(apart.Order(), apart);
            Assert.True(apart[^1] > 2 * apart[0]);
        }

        static double Model(double contact, double rate)
        {
            (CellProfile profile, CellStates states, ClampModel clamps) = Cell(BuiltInCell.Pouch, 0.5, 25, 5);
            states.Contact_Q30[0] = Units.Q30(contact);
            Advance(profile, states, clamps, rate);
            return states.ModelVoltage_uV[0] * 1e-6;
        }
    }

    [Fact]
    public void Contact_enters_as_in_the_plant()
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        CellParameters worn = parameters.Settled() with { Interface = parameters.Interface with { ContactInitial = 0.4 } };
        Cell plant = new(new CellDesign(worn, 60), CellFactors.Nominal, 0.5, 318.15, new StackPressure(worn, 5));
        (CellProfile profile, CellStates states, ClampModel clamps) = Cell(BuiltInCell.Pouch, 0.5, 45, 5);
        states.Contact_Q30[0] = Units.Q30(0.4);
        Advance(profile, states, clamps, -0.5);
        Assert.Equal(plant.Voltage(-0.5 * parameters.Cell.OneC, 0), states.ModelVoltage_uV[0] * 1e-6, 0.001);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch)]
    [InlineData(BuiltInCell.Pellet)]
    [InlineData(BuiltInCell.Film)]
    public void Heat_is_what_the_plant_makes(string cell)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        foreach (double rate in new[] { -1, -0.2, 0.2, 0.8 })
        {
            foreach (double soc in new[] { 0.15, 0.5, 0.9 })
            {
                (CellProfile profile, CellStates states, ClampModel clamps) = Cell(cell, soc, 40, 5);
                states.Rate_Q24[0] = (int)(rate * (1 << 24));
                int heat_uW = Advance(profile, states, clamps, rate).Heat_uW;
                double exact = Heat(parameters, soc, 40, rate);
                Assert.Equal(exact, heat_uW * 1e-6, (0.004 * Math.Abs(exact)) + (2e-4 * parameters.Cell.OneC) + 1e-6);
            }
        }
    }

    [Fact]
    public void Open_circuit_follows_the_table_and_its_temperature()
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        (CellProfile profile, CellStates states, _) = Cell(BuiltInCell.Pouch, 0.5, 25, 5);
        ElectricalModel electrical = new(profile, states);
        for (double x = 0.2; x <= 1; x += 0.0007)
        {
            foreach (double warmer in new[] { -30, 0, 40 })
            {
                double exact = parameters.Positive.OpenCircuitPotential.At(x) + (warmer * parameters.Positive.EntropicCoefficient.At(x));
                Assert.Equal(exact * 1e6, electrical.OpenCircuit((int)(x * One), 298150 + (int)(warmer * 1000)), 60.0);
            }
        }
    }

    [Fact]
    public void Slope_is_the_derivative_over_state_of_charge()
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        double window = parameters.Positive.StoichiometryEmpty - parameters.Positive.StoichiometryFull;
        foreach (double soc in new[] { 0.123, 0.3456, 0.5678, 0.789, 0.91 })
        {
            (CellProfile profile, CellStates states, ClampModel clamps) = Cell(BuiltInCell.Pouch, soc, 25, 5);
            Advance(profile, states, clamps, 0);
            double x = parameters.Positive.StoichiometryEmpty - (soc * window);
            Assert.Equal(parameters.Positive.OpenCircuitPotential.SlopeAt(x) * window * 1e6 / 1024, states.Slope_uV[0], 2.0);
        }
    }

    private static (double Model, double Plant, double Overpotential) Voltages(string cell, double soc, double celsius, double pressure, double rate)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        Cell plant = new(_designs.GetOrAdd(cell, name => new CellDesign(BuiltInCell.Parameters(name).Settled(), 8)), CellFactors.Nominal, soc, celsius + 273.15, new StackPressure(parameters, pressure));
        (CellProfile profile, CellStates states, ClampModel clamps) = Cell(cell, soc, celsius, pressure);
        Advance(profile, states, clamps, rate);
        double volt = plant.Voltage(rate * parameters.Cell.OneC, 0);
        return (states.ModelVoltage_uV[0] * 1e-6, volt, volt - plant.Voltage(0, 0));
    }

    private static (CellProfile Profile, CellStates States, ClampModel Clamps) Cell(string cell, double soc, double celsius, double pressure)
    {
        CellProfile profile = BuiltInCell.SettledProfile(cell);
        CellStates states = new(1);
        ClampModel clamps = new(profile, PackProfile.Uniform(1, 1, 1), states);
        clamps.Update(0, Units.MPa(pressure));
        new DiffusionModel(profile, states).Reset(0, Units.Q30(soc));
        states.CoreTemperature_mK[0] = Units.Celsius(celsius);
        states.Contact_Q30[0] = 1 << 30;
        return (profile, states, clamps);
    }

    private static ElectricalModel Advance(CellProfile profile, CellStates states, ClampModel clamps, double rate)
    {
        ElectricalModel electrical = new(profile, states);
        int position = Grid.TemperaturePosition(states.CoreTemperature_mK[0]);
        electrical.RenewMean(0);
        electrical.Advance(0, (int)Math.Round(rate * (1 << 24)), clamps.ContactFactor_Q16[0], position);
        return electrical;
    }

    private static double Heat(CellParameters parameters, double soc, double celsius, double rate)
    {
        Cell plant = new(new CellDesign(parameters.Settled(), 60), CellFactors.Nominal, soc, celsius + 273.15, new StackPressure(parameters, 5));
        plant.Advance(1e-6, rate * parameters.Cell.OneC, celsius + 273.15, 0, new StackPressure(parameters, 5));
        return plant.HeatGeneration.Core;
    }
}
