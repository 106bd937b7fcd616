using System;
using System.Linq;
using Bms.Plant.Events;
using Bms.Plant.Heat;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Heat;

/// <summary>What heat does in the end: lithium melts, a cell runs away.</summary>
public class AbuseTests
{
    private static readonly CellParameters _tough = FullPouch.Parameters with { ElectrolyteFracture = null };
    private static readonly CellParameters _calm = _tough with { Runaway = null };

    [Fact]
    public void Lithium_melts_at_180_degrees_takes_its_heat_and_shorts_the_cell()
    {
        CellParameters still = _calm.Tight() with { Thermal = _calm.Thermal with { SurfaceToAmbient = 0, HeaterPower = 20 } };
        Pack pack = Rig.Cell(still, 170, 0.5);
        pack.HeaterOn = true;
        double melting = 0;
        double warmest = 0;
        for (int second = 0; second < 600; second++)
        {
            pack.Advance(1, 0);
            melting += pack.MoltenLithium(0) is > 0 and < 1 ? 1 : 0;
            warmest = pack.MoltenLithium(0) < 1 ? pack.HottestTemperature(0) : warmest;
        }

        // 8.24 A h of reservoir and 3 A h plated: 1259 J, so 63 s of 20 W at one temperature.
        Assert.Equal(1, pack.MoltenLithium(0), 12);
        Assert.InRange(melting, 55, 75);
        Assert.InRange(warmest - 453.65, 0, 3);
        PlantEvent melted = Assert.Single(pack.Events.ToArray());
        Assert.Equal(CellEvents.LithiumMelted, melted.Kind);

        Pack shorted = Rig.Cell(_calm, 230, 0.5);
        shorted.Advance(10, 0);
        Assert.Equal(1, shorted.MoltenLithium(0));
        Assert.True(shorted.HeatSources(0).Leak > 10);
        Assert.True(shorted.StateOfCharge(0) < 0.49);
    }

    [Fact]
    public void What_melted_freezes_again_and_gives_its_heat_back()
    {
        CellParameters still = _calm.Tight() with { Thermal = _calm.Thermal with { SurfaceToAmbient = 1 } };
        Pack pack = Rig.Cell(still, 230, 0.5);
        pack.Advance(1, 0);
        Assert.Equal(1, pack.MoltenLithium(0), 12);
        pack.Ambient = Rig.ZeroCelsius + 25;
        double start = pack.StoredHeat(0);
        double lost = 0;
        for (int second = 0; second < 600; second++)
        {
            pack.Advance(1, 0);
            lost += pack.HeatLoss(0) - pack.HeatGeneration(0);
        }

        Assert.Equal(0, pack.MoltenLithium(0));
        Assert.True(pack.HottestTemperature(0) < 453);
        Rig.Near(lost, start - pack.StoredHeat(0), 1e-9);
    }

    [Fact]
    public void A_cell_at_its_onset_without_heat_loss_warms_by_0_02_K_a_minute()
    {
        CellParameters still = _tough.Tight();
        still = still with { Thermal = still.Thermal with { SurfaceToAmbient = 0 } };
        Pack pack = Rig.Cell(still, 150, 0.5);
        double before = pack.CoreTemperature(0);
        pack.Advance(60, 0);
        Rig.Near(0.02, pack.CoreTemperature(0) - before, 0.02);
        Assert.Equal(CellEvents.RunawayOnset, Assert.Single(pack.Events.ToArray()).Kind);

        Pack cool = Rig.Cell(still, 140, 0.5);
        cool.Advance(60, 0);
        Assert.True(cool.Events.IsEmpty);
        Assert.InRange(cool.HeatSources(0).SelfHeating, 1e-4, 0.02);
    }

    [Fact]
    public void In_an_oven_of_220_degrees_a_pouch_runs_away_and_burns_no_more_than_it_has()
    {
        Pack pack = Rig.Cell(_tough, 25, 0.5);
        pack.Ambient = Rig.ZeroCelsius + 220;
        double burnt = 0;
        double hottest = 0;
        for (int second = 0; second < 20_000; second++)
        {
            pack.Advance(1, 0);
            burnt += pack.HeatSources(0).SelfHeating;
            hottest = Math.Max(hottest, pack.HottestTemperature(0));
        }

        ThermalNodes nodes = FullPouch.Parameters.Thermal;
        double all = 500 * (nodes.CoreCapacity + nodes.SurfaceCapacity);
        Assert.InRange(pack.Burnt(0), 0.99, 1);
        Rig.Near(all * pack.Burnt(0), burnt, 1e-6);
        Assert.True(hottest > 620, $"{hottest} K");
        Assert.True(double.IsFinite(pack.CellVoltage(0, 0, 0)));
        Assert.Equal(
            [CellEvents.RunawayOnset, CellEvents.LithiumMelted],
            pack.Events.ToArray().Select(happened => happened.Kind).Take(2));

        Pack calm = Rig.Cell(_calm.Tight(), 25, 0.5);
        calm.Ambient = Rig.ZeroCelsius + 220;
        calm.Advance(20_000, 0);
        Assert.Equal(calm.Ambient, calm.HottestTemperature(0), 3);
    }

    [Fact]
    public void In_its_duty_window_nothing_of_this_happens_and_no_event_costs_memory()
    {
        Pack pack = Rig.Cell(FullPouch.Parameters, 60, 0.5);
        pack.Advance(10, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int second = 0; second < 600; second++)
        {
            pack.Advance(1, 1);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(pack.Events.IsEmpty);
        Assert.Equal(0, pack.HeatSources(0).SelfHeating);
        Assert.Equal(0, pack.MoltenLithium(0));
    }
}
