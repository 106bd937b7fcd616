using System;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Packs;

/// <summary>Charge is kept, and neither grid nor step decides the answer.</summary>
public class ConvergenceTests
{
    [Fact]
    public void State_of_charge_is_the_integral_of_the_current()
    {
        Gen.Select(Gen.Double[-6, 6].Array[1, 300], Gen.Double[0.02, 1], Gen.ULong).Sample((currents, seconds, seed) =>
        {
            var pack = new Pack(Rig.Pouch.Tight(), new PackOptions { Cells = 2, Seed = seed, Mechanisms = Rig.Without("calendar-fade", "cycle-fade") });
            double start = pack.StateOfCharge(1);
            double charge = 0;
            foreach (double current in currents)
            {
                pack.Advance(seconds, current);
                charge += current * seconds / 3600;
            }

            double held = pack.DoubleLayerCharge(1);
            Assert.InRange(pack.StateOfCharge(1) - start - ((charge - held) / pack.Capacity(1)), -1e-12, 1e-12);
        }, iter: 100);
    }

    [Fact]
    public void A_day_of_driving_loses_no_charge()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Tight());
        var random = new RandomSequence(7, 0);
        double charge = 0;
        for (int second = 0; second < 86_400; second++)
        {
            double current = (5 * random.Uniform()) - 2.5;
            pack.Advance(1, current);
            charge += current / 3600;
        }

        Assert.InRange(pack.StateOfCharge(0) - 0.5 - ((charge - pack.DoubleLayerCharge(0)) / 6), -1e-11, 1e-11);
    }

    [Fact]
    public void Sixty_volumes_are_enough()
    {
        double Capacity(int volumes)
        {
            Pack pack = Rig.Cell(Rig.Pouch.KeepingContact(), 25, 1, volumes: volumes);
            return pack.Until(-6, p => p.CellVoltage(0, -6, 0) <= 3) * 6 / 3600.0;
        }

        Rig.Near(PouchCell.Sanity.GetProperty("grid_check").GetProperty("n120").GetDouble(), Capacity(120), 2e-3);
        Rig.Near(Capacity(240), Capacity(60), 7e-4);
    }

    [Fact]
    public void A_second_is_short_enough()
    {
        Pack coarse = Rig.Cell(Rig.Pouch, 25, 0.6);
        Pack fine = Rig.Cell(Rig.Pouch, 25, 0.6);
        var random = new RandomSequence(3, 0);
        double current = 0;
        double squares = 0;
        for (int second = 0; second < 3600; second++)
        {
            current = second % 10 == 0 ? 6 * ((2 * random.Uniform()) - 1) : current;
            coarse.Advance(1, current);
            for (int part = 0; part < 20; part++)
            {
                fine.Advance(0.05, current);
            }

            double difference = coarse.CellVoltage(0, current, 0) - fine.CellVoltage(0, current, 0);
            squares += difference * difference;
        }

        double deviation = Math.Sqrt(squares / 3600);
        Assert.True(deviation < 3e-4, $"{deviation * 1000} mV RMS");
        Assert.Equal(fine.Contact(0), coarse.Contact(0), 3);
        Assert.InRange(coarse.CoreTemperature(0) - fine.CoreTemperature(0), -0.02, 0.02);
    }

    [Fact]
    public void Between_steps_the_voltage_follows_every_change_of_current()
    {
        Pack coarse = Rig.Cell(Rig.Pouch, 25, 0.6);
        Pack fine = Rig.Cell(Rig.Pouch, 25, 0.6, volumes: 120);
        var random = new RandomSequence(4, 0);
        double squares = 0;
        double worst = 0;
        for (int second = 0; second < 600; second++)
        {
            double current = 4 * ((2 * random.Uniform()) - 1);
            for (int part = 1; part <= 20; part++)
            {
                fine.Advance(0.05, current);
                double difference = coarse.CellVoltage(0, current, 0.05 * part) - fine.CellVoltage(0, current, 0);
                squares += difference * difference;
                worst = Math.Max(worst, Math.Abs(difference));
            }

            coarse.Advance(1, current);
        }

        double deviation = Math.Sqrt(squares / (600 * 20));
        Assert.True(deviation < 5e-4 && worst < 2e-3, $"{deviation * 1000} mV RMS, {worst * 1000} mV at worst");
    }

    [Fact]
    public void A_film_runs_and_keeps_its_charge()
    {
        PositiveElectrode film = Rig.Pouch.Positive with
        {
            Geometry = DiffusionGeometry.Film,
            DiffusionLength = 2e-6,
            FluxSplit = 0.807,
            AreaRatio = 1,
            ExchangeCurrent = 5,
        };
        Pack pack = Rig.Cell((Rig.Pouch with { Positive = film }).Tight(), 25, 0.9);
        pack.Advance(3600, -1.2);
        Assert.Equal(0.9 - 0.2, pack.StateOfCharge(0) + (pack.DoubleLayerCharge(0) / 6), 12);
        Assert.InRange(pack.CellVoltage(0, -1.2, 0), 3.5, 4.1);
    }
}
