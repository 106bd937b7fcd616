using System;
using Bms.Plant.Degradation;
using Bms.Plant.Events;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>A breached cell meets the water of the air: gas in the housing, resistance in the cell.</summary>
public class MoistureTests
{
    private static readonly CellParameters _sulfide = Rig.Pouch with
    {
        Moisture = new MoistureReaction { WaterCapacity = 2.49, Uptake = 5.9e-5, ResistanceGain = 1.1, HydrogenSulfide = 0.833 },
    };

    [Theory]
    [InlineData(293.15, 1, 0.959)]     // 17.3 g/m³ (handbook)
    [InlineData(298.15, 0.5, 0.639)]   // half of 23.0 g/m³
    [InlineData(233.15, 1, 0.0098)]    // over water; 0.19 Pa m³
    public void Vapour_is_that_of_the_tables(double temperature, double humidity, double mole) =>
        Rig.Near(mole, WaterVapour.Concentration(temperature, humidity), 0.02);

    [Fact]
    public void A_tight_pack_has_clean_air_and_dry_cells()
    {
        Pack pack = Housed(_sulfide);
        pack.Humidity = 1;
        pack.Advance(3600, 0);
        Assert.Equal(0, pack.Gas(GasSpecies.HydrogenSulfide));
        Assert.Equal(default, pack.Wear(0).Moisture);
        Assert.False(pack.IsBreached(0));
    }

    [Fact]
    public void A_breach_lets_hydrogen_sulfide_out_as_fast_as_it_lets_vapour_in()
    {
        Pack pack = Housed(_sulfide, exchange: 0);
        pack.Humidity = 0.6;
        pack.Breach(1);
        pack.Advance(600, 0);
        Assert.True(pack.IsBreached(1));
        PlantEvent only = Assert.Single(pack.Events.ToArray());
        Assert.Equal((1, CellEvents.CaseBreached), (only.Cell, only.Kind));
        Assert.False(pack.IsBreached(0));
        Assert.Equal(0, pack.Hydrolysed(0));

        double conductance = 1 / ((1 / 2.5e-7) + (1 / (5.9e-5 * 0.2)));
        double water = 600 * conductance * WaterVapour.Concentration(298.15, 0.6);
        Rig.Near(water / (2.49 * 0.2), pack.Hydrolysed(1), 1e-3);
        double air = 101_325 * 0.02 / (8.314462618 * 298.15);
        Rig.Near(1e6 * 0.833 * water / air, pack.Gas(GasSpecies.HydrogenSulfide), 1e-3);
        Assert.InRange(pack.Gas(GasSpecies.HydrogenSulfide), 50, 200);
        Assert.Equal(0, pack.Gas(GasSpecies.Ammonia));
    }

    [Fact]
    public void Gas_grows_with_humidity_and_none_comes_of_dry_air()
    {
        double Gas(double humidity)
        {
            Pack pack = Housed(_sulfide);
            pack.Humidity = humidity;
            pack.Breach(0);
            pack.Advance(300, 0);
            return pack.Gas(GasSpecies.HydrogenSulfide);
        }

        Assert.Equal(0, Gas(0));
        Rig.Near(2 * Gas(0.3), Gas(0.6), 1e-3);
    }

    [Fact]
    public void All_of_the_electrolyte_reacts_in_the_end_and_no_more_gas_comes_than_it_holds()
    {
        Pack pack = Housed(_sulfide with { Moisture = _sulfide.Moisture with { BreachConductance = 1 } }, exchange: 0);
        pack.Humidity = 1;
        pack.Breach(0);
        pack.Advance(1e6, 0);
        Assert.Equal(1, pack.Hydrolysed(0), 1e-6);
        double air = 101_325 * 0.02 / (8.314462618 * 298.15);
        Rig.Near(1e6 * 0.833 * 2.49 * 0.2 / air, pack.Gas(GasSpecies.HydrogenSulfide), 1e-6);
        Rig.Near(1.1, pack.Wear(0).Moisture.Resistance, 1e-6);
    }

    [Fact]
    public void Fresh_air_carries_the_gas_away_until_a_balance_holds()
    {
        Pack pack = Housed(_sulfide, exchange: 1.0 / 600);
        pack.Humidity = 0.6;
        pack.Breach(0);
        pack.Advance(10 * 3600, 0);
        double first = pack.Gas(GasSpecies.HydrogenSulfide);
        pack.Advance(3600, 0);
        Rig.Near(first, pack.Gas(GasSpecies.HydrogenSulfide), 0.02);
        pack.Humidity = 0;
        pack.Advance(600, 0);
        Rig.Near(Math.Exp(-1) * first, pack.Gas(GasSpecies.HydrogenSulfide), 0.02);
    }

    [Fact]
    public void What_has_reacted_resists_colder_more_and_beside_what_has_aged()
    {
        Pack breached = Housed(_sulfide);
        Pack tight = Housed(_sulfide);
        breached.Humidity = 1;
        breached.Breach(0);
        breached.Advance(24 * 3600, 0);
        tight.Advance(24 * 3600, 0);
        double apart = breached.Overpotentials(0, 3).Interphase - tight.Overpotentials(0, 3).Interphase;
        Rig.Near(3 * breached.Wear(0).Moisture.Resistance / 0.2, apart, 1e-4);
        Rig.Near(breached.Age(0).InterphaseGrowth + breached.Wear(0).Moisture.Resistance, breached.Wear(0).Total.Resistance, 1e-9);
        Assert.InRange(breached.Wear(0).Moisture.Resistance * 1e4, 100, 1000);
    }

    [Fact]
    public void Electrolytes_give_their_own_gases_or_none()
    {
        Pack nitride = Housed(Rig.Pouch with { Moisture = new MoistureReaction { WaterCapacity = 0.1, Uptake = 7e-8, Phosphine = 0.01, Ammonia = 0.333 } });
        Pack garnet = Housed(Rig.Pouch with { Moisture = new MoistureReaction { WaterCapacity = 3.6, Uptake = 4.4e-7, ResistanceGain = 1.5 } });
        foreach (Pack pack in new[] { nitride, garnet })
        {
            pack.Breach(0);
            pack.Advance(3600, 0);
            Assert.True(pack.Hydrolysed(0) > 0);
            Assert.Equal(0, pack.Gas(GasSpecies.HydrogenSulfide));
        }

        Rig.Near(33.3, nitride.Gas(GasSpecies.Ammonia) / nitride.Gas(GasSpecies.Phosphine), 1e-9);
        Assert.Equal(0, garnet.Gas(GasSpecies.Ammonia) + garnet.Gas(GasSpecies.Phosphine));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Impossible_humidity_is_refused(double humidity)
    {
        Pack pack = Housed(_sulfide);
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Humidity = humidity);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pack(_sulfide, new PackOptions { Humidity = humidity }));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    public void Impossible_housings_are_refused(double volume, double exchange) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pack(_sulfide, new PackOptions { EnclosureVolume = volume, AirExchange = exchange }));

    private static Pack Housed(CellParameters parameters, double exchange = 1.0 / 3600) =>
        new(parameters.Tight(), new PackOptions { Cells = 2, Volumes = 8, Spread = false, AirExchange = exchange });
}
