using System;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>The rates of the mechanisms at an operating point: those of the cell, and those that review Table 2 says are triggered.</summary>
public class RateTests
{
    private static readonly DegradationRates _rates = new(Rig.Pouch with { Degradation = Rig.Pouch.Degradation with { DecompositionResistance = 0.7, CarbonResistance = 0.2 } });

    // 45 °C, half charged, C/3, 5 MPa: the middle of the duty window.
    private static OperatingPoint Neutral(double sign = 1) => _rates.At(0.5, 318.15, sign / 3, 5);

    private static OperatingPoint HighCharge => _rates.At(1, 318.15, 1.0 / 3, 5);

    private static OperatingPoint LowCharge => _rates.At(0, 318.15, 1.0 / 3, 5);

    [Fact]
    public void Decomposition_is_triggered_by_high_and_low_charge_heat_and_current()
    {
        double neutral = _rates.InterfacialDecomposition(Neutral());
        Assert.InRange(_rates.InterfacialDecomposition(HighCharge) / neutral, 2, 4);
        Assert.InRange(_rates.InterfacialDecomposition(LowCharge) / neutral, 2, 6);
        Assert.InRange(_rates.InterfacialDecomposition(Neutral() with { Temperature = 353.15 }) / neutral, 5, 15);
        Assert.InRange(_rates.InterfacialDecomposition(Neutral() with { Rate = 2 }) / neutral, 1.5, 2);
        Assert.InRange(_rates.InterfacialDecomposition(Neutral() with { Temperature = 298.15 }) / neutral, 0, 0.5);
        Assert.Equal(neutral, _rates.InterfacialDecomposition(Neutral() with { Pressure = 1 }));
    }

    [Fact]
    public void Disorder_is_triggered_by_high_and_low_charge_and_heat()
    {
        double neutral = _rates.StructuralDisorder(Neutral());
        Assert.InRange(_rates.StructuralDisorder(HighCharge) / neutral, 1.5, 4);
        Assert.InRange(_rates.StructuralDisorder(LowCharge) / neutral, 2, 8);
        Assert.InRange(_rates.StructuralDisorder(Neutral() with { Temperature = 353.15 }) / neutral, 5, 15);
        Assert.Equal(neutral, _rates.StructuralDisorder(Neutral() with { Rate = 2 }));
        Assert.Equal(neutral, _rates.StructuralDisorder(Neutral() with { Pressure = 1 }));
    }

    [Fact]
    public void Carbon_is_triggered_by_overcharge_more_than_the_bare_electrolyte()
    {
        OperatingPoint over = _rates.At(1, 318.15, 1.0 / 3, 5) with { Potential = 4.4 };
        double carbon = _rates.CarbonDecomposition(over) / _rates.CarbonDecomposition(HighCharge);
        double bare = _rates.InterfacialDecomposition(over) / _rates.InterfacialDecomposition(HighCharge);
        Assert.InRange(carbon / bare, 2, 3);
        Assert.Equal(0, new DegradationRates(Rig.Pouch).CarbonDecomposition(over));
    }

    [Fact]
    public void Voids_are_triggered_by_current_and_by_low_pressure()
    {
        Assert.Equal(0, _rates.Voids(Neutral(-1)));
        Assert.Equal(0, _rates.Voids(Neutral() with { Rate = 2 }));
        Assert.True(_rates.Voids(Neutral() with { Rate = -2 }) > 0);
        Assert.True(_rates.Voids(Neutral(-1) with { Pressure = 0.5 }) > 0);
    }

    [Fact]
    public void Filaments_are_triggered_by_cold_by_current_and_by_the_contact_that_low_pressure_leaves()
    {
        Assert.Equal(0, _rates.Filaments(Neutral()));
        Assert.True(_rates.Filaments(Neutral() with { Temperature = 273.15 }) > 0);
        Assert.True(_rates.Filaments(Neutral() with { Rate = 2 }) > 0);
        OperatingPoint loose = Neutral() with { Pressure = 0.5 };
        Assert.True(_rates.SettledContact(loose) < 0.2);
        Assert.True(_rates.Filaments(loose with { Contact = _rates.SettledContact(loose) }) > 0);
        Assert.Equal(1, _rates.SettledContact(Neutral()));
    }

    [Fact]
    public void Creep_goes_on_hot_and_at_room_temperature_and_faster_under_pressure()
    {
        double room = _rates.Creep(Neutral() with { Temperature = 298.15 });
        Assert.True(room > 1e-6);
        Assert.True(_rates.Creep(Neutral() with { Temperature = 353.15 }) > room);
        Assert.True(_rates.Creep(Neutral() with { Pressure = 7 }) > _rates.Creep(Neutral()));
    }

    [Fact]
    public void Rates_are_those_that_a_pack_shows()
    {
        Gen.Select(Gen.Double[0, 60], Gen.Double[0.5, 12], Gen.Double[0.1, 0.9]).Sample(
            (celsius, pressure, soc) =>
            {
                Pack pack = Rig.Cell(Rig.Pouch.Tight().Isothermal(), celsius, soc, pressure, volumes: 8);
                pack.HoldPressure(pressure);
                OperatingPoint point = _rates.At(soc, Rig.ZeroCelsius + celsius, -2, pressure);
                Rig.Near(pack.StrippingLimit(0), _rates.StrippingLimit(point), 1e-6);
                Rig.Near(pack.PlatingLimit(0), _rates.PlatingLimit(point), 1e-6);
                Rig.Near(pack.HealingRate(0), _rates.Creep(point) * Rig.Pouch.Interface.ContactHealing, 1e-6);
                double contact = pack.Contact(0);
                double voids = _rates.Voids(point);
                pack.Advance(1e-3, -12);
                Assert.Equal(voids, (contact - pack.Contact(0)) / 1e-3, (0.01 * voids) + 1e-9);
            }, iter: 100);
    }

    [Theory]
    [InlineData(1.02)]
    [InlineData(1.2)]
    public void Contact_settles_where_a_cell_that_is_stripped_for_long_comes_to(double overLimit)
    {
        // contact that creep regains as fast as it is lost: a balance within minutes
        LithiumInterface usual = Rig.Pouch.Interface;
        CellParameters parameters = Rig.Pouch.Tight().Isothermal() with { Interface = usual with { ContactLoss = 3e-4, ContactHealing = 30 * usual.ContactHealing } };
        var rates = new DegradationRates(parameters);
        OperatingPoint point = rates.At(0.5, 333.15, 0, 5);
        double current = overLimit * rates.StrippingLimit(point) * 10 * parameters.Cell.TotalArea;
        double settled = rates.SettledContact(point with { Rate = -current / 6 });
        Assert.InRange(settled, 0.5, 0.9999);

        Pack pack = Rig.Cell(parameters, 60, 1, 5, volumes: 8);
        pack.HoldPressure(5);
        pack.Advance(1500, -current);
        Assert.Equal(settled, pack.Contact(0), 1e-3);
    }

    [Fact]
    public void Contact_that_creep_cannot_hold_settles_at_its_minimum() =>
        Assert.Equal(Rig.Pouch.Interface.ContactMinimum, _rates.SettledContact(Neutral() with { Rate = -2 }));
}
