using System;
using Bms.Core.Cells;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Limits;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>What current and pressure do to the lithium interface, against the laws in double precision.</summary>
public class InterfaceTests
{
    private const double One = 1 << 30;

    [Theory]
    [InlineData(BuiltInCell.Pouch, 25, 5, 2.0)]
    [InlineData(BuiltInCell.Pouch, 45, 3, 1.5)]
    [InlineData(BuiltInCell.Pouch, 60, 5, 2.0)]
    [InlineData(BuiltInCell.Pellet, 40, 5, 2.0)]
    public void Stripping_beyond_its_limit_opens_voids(string cell, double celsius, double pressure, double multiple)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        double limit = CriticalCurrentLaw.Stripping(cell, celsius, pressure, 1);
        double density = parameters.Cell.OneC / parameters.Cell.TotalArea / Constants.AmperePerSquareMetre;
        Interface rig = new(cell, celsius, pressure);
        double theta = 1;
        for (int second = 0; second < 1200 && theta > 0.5; second++)
        {
            rig.Advance(-multiple * limit);
            double excess = Math.Max(0, (multiple * limit / theta) - limit) * density;
            theta += (Healing(parameters, celsius, pressure) * (1 - theta)) - (parameters.Interface.ContactLoss * excess);
        }

        Assert.True(theta < 0.97, $"the test itself loses no contact: {theta}");
        Assert.Equal(1 - theta, 1 - rig.Contact, 0.02 * (1 - theta));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Stripping_below_its_limit_costs_nothing(double multiple)
    {
        Interface rig = new(BuiltInCell.Pouch, 25, 5);
        double limit = CriticalCurrentLaw.Stripping(BuiltInCell.Pouch, 25, 5, 1);
        for (int second = 0; second < 3600; second++)
        {
            rig.Advance(-multiple * limit);
        }

        Assert.Equal(1, rig.Contact);
    }

    [Theory]
    [InlineData(25, 5)]
    [InlineData(45, 5)]
    [InlineData(60, 3)]
    public void Creep_closes_voids_exponentially(double celsius, double pressure)
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        Interface rig = new(BuiltInCell.Pouch, celsius, pressure) { Contact = 0.5 };
        for (int second = 0; second < 3600; second++)
        {
            rig.Advance(0);
        }

        double expected = 0.5 * Math.Exp(-3600 * Healing(parameters, celsius, pressure));
        Assert.Equal(expected, 1 - rig.Contact, 0.002);
        Assert.True(rig.Contact > 0.5);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch, 25, 5)]
    [InlineData(BuiltInCell.Pouch, 45, 5)]
    [InlineData(BuiltInCell.Pellet, 25, 5)]
    [InlineData(BuiltInCell.Pellet, 45, 1.5)]
    public void Plating_beyond_its_limit_grows_filaments(string cell, double celsius, double pressure)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        double density = parameters.Cell.OneC / parameters.Cell.TotalArea / Constants.AmperePerSquareMetre;
        double limit = CriticalCurrentLaw.Plating(cell, celsius, pressure, 1);
        Interface rig = new(cell, celsius, pressure);
        for (int second = 0; second < 100; second++)
        {
            rig.Advance(1.5 * limit);
        }

        double expected = 100 * parameters.Filament.GrowthRate * 0.5 * limit * density;
        Assert.Equal(expected, rig.Filament, 0.03 * expected);
    }

    [Fact]
    public void Lost_contact_makes_a_small_current_a_large_one()
    {
        double limit = CriticalCurrentLaw.Plating(BuiltInCell.Pouch, 25, 5, 1);
        Interface whole = new(BuiltInCell.Pouch, 25, 5);
        Interface worn = new(BuiltInCell.Pouch, 25, 5) { Contact = 0.4 };
        for (int second = 0; second < 60; second++)
        {
            whole.Advance(0.6 * limit);
            worn.Advance(0.6 * limit);
        }

        Assert.Equal(0, whole.Filament);
        Assert.True(worn.Filament > 1e-4);
    }

    [Theory]
    [InlineData(25, 7, 1.0)]
    [InlineData(25, 10, 1.0)]
    [InlineData(60, 7, 1.0)]
    [InlineData(25, 10, 0.2)]
    public void High_pressure_under_current_grows_filaments_slowly(double celsius, double pressure, double part)
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        double density = parameters.Cell.OneC / parameters.Cell.TotalArea / Constants.AmperePerSquareMetre;
        double rate = part * parameters.Filament.MechanicalReferenceCurrent / density;
        Interface rig = new(BuiltInCell.Pouch, celsius, pressure);
        for (int second = 0; second < 3600; second++)
        {
            rig.Advance(-rate);
        }

        double expected = 3600 * part * parameters.Filament.MechanicalRate.At(pressure) * new Arrhenius(parameters.Creep.Activation, parameters.ReferenceTemperature).At(1 / (celsius + 273.15));
        Assert.Equal(expected, rig.Filament, 0.03 * expected);
    }

    [Fact]
    public void Filaments_heal_at_rest_down_to_none()
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        double healing = parameters.Filament.HealingRate * new Arrhenius(parameters.Filament.HealingActivation, parameters.ReferenceTemperature).At(1 / 318.15);
        Interface rig = new(BuiltInCell.Pouch, 45, 5) { Filament = 0.01 };
        for (int second = 0; second < 600; second++)
        {
            rig.Advance(0);
        }

        Assert.Equal(600 * healing, 0.01 - rig.Filament, 0.01 * 600 * healing);
        rig.Filament = 1e-9;
        rig.Advance(0);
        Assert.Equal(0, rig.Filament);
    }

    [Fact]
    public void Contact_and_filament_stay_within_their_bounds()
    {
        Interface rig = new(BuiltInCell.Pouch, 60, 9);
        for (int minute = 0; minute < 3000; minute++)
        {
            rig.Advance(minute % 300 < 150 ? -60 : 60, 60_000);
            Assert.InRange(rig.Contact, BuiltInCell.Parameters(BuiltInCell.Pouch).Interface.ContactMinimum - 1e-8, 1);
            Assert.InRange(rig.Filament, 0, 1);
        }

        Assert.Equal(1, rig.Filament);
    }

    private static double Healing(CellParameters parameters, double celsius, double pressure)
    {
        LithiumCreep creep = parameters.Creep;
        double stress = Math.Min(creep.DeviatoricFraction * pressure, creep.StressCap);
        double rate = creep.Rate * Math.Pow(stress, creep.Exponent) * new Arrhenius(creep.Activation, creep.ReferenceTemperature).At(1 / (celsius + 273.15));
        return parameters.Interface.ContactHealing * rate;
    }

    /// <summary>One interface at a fixed temperature and pressure.</summary>
    private sealed class Interface
    {
        private readonly CellStates _states = new(1);
        private readonly ClampModel _clamps;
        private readonly InterfaceModel _model;
        private readonly int _position;

        public Interface(string cell, double celsius, double pressure)
        {
            CellProfile profile = BuiltInCell.Profile(cell);
            _clamps = new ClampModel(profile, PackProfile.Uniform(1, 1, 1), _states);
            _clamps.Update(0, Units.MPa(pressure));
            _model = new InterfaceModel(profile, _states, _clamps);
            _position = Grid.TemperaturePosition(Units.Celsius(celsius));
            _states.CoreTemperature_mK[0] = Units.Celsius(celsius);
            new ElectricalModel(profile, _states).Advance(0, 0, _clamps.ContactFactor_Q16[0], _position);
            Contact = 1;
        }

        public double Contact
        {
            get => _states.Contact_Q30[0] / One;
            set => _states.Contact_Q30[0] = Units.Q30(value);
        }

        public double Filament
        {
            get => _states.Filament_Q40[0] / Math.Pow(2, 40);
            set => _states.Filament_Q40[0] = (long)(value * Math.Pow(2, 40));
        }

        public void Advance(double rate, int step_ms = 1000)
        {
            _states.Rate_Q24[0] = (int)Math.Round(rate * (1 << 24));
            _model.Advance(0, step_ms, 0, _position);
        }
    }
}
