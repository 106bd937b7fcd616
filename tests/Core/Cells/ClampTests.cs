using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Tests.Benches;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>What the pressure of a clamp means for its cells.</summary>
public class ClampTests
{
    private const double MegapascalPerPascal = 1e-6;

    private static readonly double[] _pressures = [.. Enumerable.Range(4, 96).Select(k => k / 4.0)];

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Factors_are_those_of_the_plant(string cell)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        double density = parameters.Cell.OneC / parameters.Cell.TotalArea / 10;
        foreach (double pressure in _pressures)
        {
            StackPressure plant = new(parameters, pressure);
            ClampModel clamp = Clamp(cell).Clamp;
            clamp.Update(0, Units.MPa(pressure));
            double reference = parameters.Interface.ContactResistance;

            // straight lines between nodes 0.26 MPa apart, over bent laws and tables with kinks
            Near(reference > 0 ? plant.ContactResistance / reference : 1, clamp.ContactFactor_Q16[0] / 65536.0, pressure < 3 ? 0.02 : 0.003);
            Near(plant.StrippingLimit / density, clamp.Stripping_Q24[0] / Math.Pow(2, 24), 0.02);
            Near(plant.PlatingLimit / density, clamp.Plating_Q24[0] / Math.Pow(2, 24), 0.02);
            Near(plant.CreepRate * parameters.Interface.ContactHealing, clamp.Healing_Q36[0] / Math.Pow(2, 36), pressure < 3 ? 0.25 : 0.04);
            Near(plant.MechanicalRate, clamp.Mechanical_Q40[0] / Math.Pow(2, 40), 0.04);
        }

        static void Near(double expected, double actual, double tolerance) => Assert.Equal(expected, actual, (tolerance * expected) + 2e-8);
    }

    [Fact]
    public void Contact_improves_and_creep_and_mechanical_growth_speed_up_with_pressure()
    {
        ClampModel clamp = Clamp(BuiltInCell.Pouch).Clamp;
        int contact = int.MaxValue;
        int healing = 0;
        int mechanical = 0;
        int stripping = 0;
        for (int pressure_Pa = 0; pressure_Pa < 24_000_000; pressure_Pa += 50_000)
        {
            clamp.Update(0, pressure_Pa);
            Assert.True(clamp.ContactFactor_Q16[0] <= contact && clamp.Healing_Q36[0] >= healing, $"at {pressure_Pa} Pa");
            Assert.True(clamp.Mechanical_Q40[0] >= mechanical && clamp.Stripping_Q24[0] >= stripping, $"at {pressure_Pa} Pa");
            (contact, healing, mechanical, stripping) = (clamp.ContactFactor_Q16[0], clamp.Healing_Q36[0], clamp.Mechanical_Q40[0], clamp.Stripping_Q24[0]);
        }
    }

    [Fact]
    public void Lithium_once_pressed_into_place_stays_there()
    {
        ClampModel clamp = Clamp(BuiltInCell.Pouch).Clamp;
        clamp.Update(0, Units.MPa(5));
        int before = clamp.ContactFactor_Q16[0];
        clamp.Update(0, Units.MPa(20));
        clamp.Update(0, Units.MPa(5));
        Assert.Equal(before, clamp.ContactFactor_Q16[0]);
        clamp.Update(0, Units.MPa(33));
        clamp.Update(0, Units.MPa(5));
        Assert.True(clamp.ContactFactor_Q16[0] < before);
        Assert.Equal(Units.MPa(33), clamp.HighestPressure_Pa[0]);
    }

    [Fact]
    public void Any_pressure_can_be_taken()
    {
        ClampModel clamp = Clamp(BuiltInCell.Pouch).Clamp;
        foreach (int pressure_Pa in new[] { int.MinValue, -1, 0, 1, 34_000_000, int.MaxValue })
        {
            clamp.Update(0, pressure_Pa);
            Assert.InRange(clamp.ContactFactor_Q16[0], 1, BuiltInCell.Profile(BuiltInCell.Pouch).ContactCap_Q16);
        }
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch, 0.3, 0.7, 0)]
    [InlineData(BuiltInCell.Pouch, 0.9, 0.2, 0)]
    [InlineData(BuiltInCell.Pouch, 0.5, 0.5, 20)]
    [InlineData(BuiltInCell.Pellet, 0.1, 0.9, 5)]
    public void Predicted_pressure_follows_charge_and_heat_as_the_stack_swells(string cell, double from, double to, double warmer)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        CellDesign design = new(parameters, 60);
        double compliance = (parameters.Cell.StackThickness / parameters.Mechanics.EffectiveModulus) + (parameters.Cell.LayerArea / parameters.Mechanics.FixtureStiffness);
        double reference = parameters.ReferenceTemperature;
        double Swelling(double soc, double kelvin) => design.Swelling(design.StoichiometryAt(soc), soc * parameters.Cell.WindowCapacity, kelvin);
        double swelling = Swelling(to, reference + warmer) - Swelling(from, reference);

        (ClampModel clamp, CellStates states, DiffusionModel diffusion) = Clamp(cell);
        clamp.Update(0, Units.MPa(5));
        Set(from, 0);
        clamp.Predict();
        Assert.Equal(5, clamp.Predicted_Pa[0] * MegapascalPerPascal, 1e-3);
        Set(to, warmer);
        clamp.Predict();

        // each second takes back a 256th of the distance to the measured pressure
        double expected = 5 + (swelling / compliance * MegapascalPerPascal * 255 / 256);
        Assert.Equal(expected, clamp.Predicted_Pa[0] * MegapascalPerPascal, (0.02 * Math.Abs(expected - 5)) + 0.001);
        for (int second = 0; second < 3000; second++)
        {
            clamp.Predict();
        }

        Assert.Equal(5, clamp.Predicted_Pa[0] * MegapascalPerPascal, 0.001);

        void Set(double soc, double kelvin)
        {
            for (int k = 0; k < 2; k++)
            {
                diffusion.Reset(k, Units.Q30(soc));
                states.CoreTemperature_mK[k] = (int)Math.Round((reference + kelvin) * 1000);
            }
        }
    }

    [Fact]
    public void Plated_lithium_raises_the_pressure()
    {
        (ClampModel clamp, _, DiffusionModel diffusion) = Clamp(BuiltInCell.Pouch);
        clamp.Update(0, Units.MPa(5));
        int before = 0;
        for (int percent = 0; percent <= 100; percent++)
        {
            diffusion.Reset(0, Units.Q30(percent / 100.0));
            diffusion.Reset(1, Units.Q30(percent / 100.0));
            clamp.Predict();
            Assert.True(clamp.Predicted_Pa[0] > before, $"falls at {percent} %");
            before = clamp.Predicted_Pa[0];
        }
    }

    // two cells in one clamp
    private static (ClampModel Clamp, CellStates States, DiffusionModel Diffusion) Clamp(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(2);
        Array.Fill(states.CoreTemperature_mK, profile.ReferenceTemperature_mK);
        return (new ClampModel(profile, PackProfile.Uniform(2, 2, 1), states), states, new DiffusionModel(profile, states));
    }
}
