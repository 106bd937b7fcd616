using System;
using Bms.Plant.Heat;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Heat;

/// <summary>The core through its thickness: hotter in the middle, but as a whole the core that the file describes.</summary>
public class ThroughThicknessTests
{
    private static readonly ThermalNodes _full = FullPouch.Parameters.Thermal;

    [Fact]
    public void Evenly_heated_the_mean_of_the_core_stands_as_high_as_with_one_node() =>
        Gen.Select(Gen.Double[0.01, 100], Gen.Double[1e-3, 10], Gen.Double[0.1, 20]).Sample((conductance, resistance, power) =>
        {
            ThermalNodes nodes = _full with { CoreToSurface = conductance, CrossResistance = resistance };
            var network = new ThermalNetwork(nodes, 300);
            for (int step = 0; step < 400; step++)
            {
                network.Advance(1e5, power, new double[ThermalNetwork.Nodes], 0, 0.25, 300);
            }

            Rig.Near(power / conductance, network.Core - network.Surface, 1e-6);
            Rig.Near(power / 0.25, network.Surface - 300, 1e-9);
            Assert.True(network.Hottest > network.Core);
        });

    [Fact]
    public void The_middle_of_a_pouch_is_as_hot_as_a_slab_of_its_layers()
    {
        var network = new ThermalNetwork(_full, 300);
        for (int step = 0; step < 20_000; step++)
        {
            network.Advance(1, 2, new double[ThermalNetwork.Nodes], 0, 0.25, 300);
        }

        // l/(8 k A) from the middle to a face against l/(12 k A) from the mean; five nodes come within a fiftieth of the former.
        double middle = 2 * _full.CrossResistance * ((1.0 / 8) - (1.0 / 12));
        Rig.Near(middle, network.Hottest - network.Core, 0.06);
    }

    [Fact]
    public void A_step_of_any_length_stays_between_old_and_new_balance() =>
        Gen.Select(Gen.Double[1e-3, 1e7], Gen.Double[230, 470], Gen.Double[230, 470]).Sample((seconds, start, ambient) =>
        {
            var network = new ThermalNetwork(_full, start);
            network.Advance(seconds, 0, new double[ThermalNetwork.Nodes], 0, 0.25, ambient);
            foreach (double temperature in network.Temperatures)
            {
                Assert.InRange(temperature, Math.Min(start, ambient) - 1e-9, Math.Max(start, ambient) + 1e-9);
            }
        });

    [Fact]
    public void Steps_of_one_second_are_of_first_order_and_close()
    {
        double Core(int parts)
        {
            Pack pack = Rig.Cell(FullPouch.Parameters.Tight(), 25, 0.9);
            for (int part = 0; part < 60 * parts; part++)
            {
                pack.Advance(1.0 / parts, -12);
            }

            return pack.CoreTemperature(0);
        }

        double exact = (2 * Core(16)) - Core(8);   // Richardson
        double coarse = Math.Abs(Core(1) - exact);
        double fine = Math.Abs(Core(2) - exact);
        Assert.InRange(coarse / fine, 1.7, 2.4);
        Assert.True(coarse < 0.02, $"{coarse} K");
    }

    [Fact]
    public void A_surface_loses_as_given_at_25_degrees_more_when_hot_and_less_when_cold()
    {
        var exchange = new SurfaceExchange(_full);
        Assert.Equal(0.25, exchange.Conductance(298.15, 298.15), 12);

        double radiated = 4 * 0.85 * 5.670374419e-8 * 0.02 * Math.Pow(298.15, 3);
        Assert.Equal(0.25 - radiated + (radiated * Math.Pow(353.15 / 298.15, 3)), exchange.Conductance(353.15, 353.15), 12);
        Assert.True(exchange.Conductance(253.15, 253.15) < 0.25);

        var black = new SurfaceExchange(_full with { Emissivity = 0 });
        Assert.Equal(0.25, black.Conductance(453.15, 253.15), 12);
        Assert.Equal(0, new SurfaceExchange(_full with { SurfaceToAmbient = 0 }).Conductance(400, 300));
    }

    [Fact]
    public void Tabs_warm_the_surface_and_not_the_core()
    {
        Pack pack = Rig.Cell(FullPouch.Parameters.Tight(), 25, 0.9);
        Pack without = Rig.Cell(FullPouch.Parameters.Tight() with { Thermal = _full with { TabShare = 0 } }, 25, 0.9);
        pack.Advance(1, -6);
        without.Advance(1, -6);
        CellHeat heat = pack.HeatSources(0);
        Rig.Near(0.5 * 36 * 3e-5 / 0.2, heat.Tabs, 1e-6);
        Assert.Equal(heat.Irreversible + heat.Tabs, without.HeatSources(0).Irreversible, 9);
        Assert.Equal(pack.HeatGeneration(0), without.HeatGeneration(0), 9);
    }

    [Fact]
    public void Neighbours_come_closer_and_keep_their_heat()
    {
        CellParameters parameters = FullPouch.Parameters with { Thermal = _full with { SurfaceToAmbient = 0, NeighbourConductance = 5 } };
        var pack = new Pack(parameters.Tight(), new PackOptions { Cells = 5, CellsPerClamp = 3, Seed = 11, StateOfCharge = 0.9 });
        double before = Stored(pack);
        double made = 0;
        for (int second = 0; second < 3600; second++)
        {
            pack.Advance(1, -3);
            for (int cell = 0; cell < 5; cell++)
            {
                made += pack.HeatGeneration(cell);
            }
        }

        Rig.Near(made, Stored(pack) - before, 1e-9);
        double together = Math.Abs(pack.CoreTemperature(0) - pack.CoreTemperature(2));
        var apart = new Pack(parameters.Tight() with { Thermal = parameters.Thermal with { NeighbourConductance = 0 } }, new PackOptions { Cells = 5, CellsPerClamp = 3, Seed = 11, StateOfCharge = 0.9 });
        apart.Advance(3600, -3);
        Assert.True(together < 0.5 * Math.Abs(apart.CoreTemperature(0) - apart.CoreTemperature(2)));
    }

    private static double Stored(Pack pack)
    {
        double sum = 0;
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            sum += pack.StoredHeat(cell);
        }

        return sum;
    }
}
