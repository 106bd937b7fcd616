using System;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Packs;

/// <summary>What the pack shows at an instant.</summary>
public class SamplingTests
{
    [Fact]
    public void Terms_add_up_to_the_voltage()
    {
        Gen.Select(Gen.Double[-20, 60], Gen.Double[0.05, 0.95], Gen.Double[-12, 12]).Sample((celsius, stateOfCharge, current) =>
        {
            Pack pack = Rig.Cell(Rig.Pouch, celsius, stateOfCharge);
            pack.Advance(20, current);
            Overpotentials terms = pack.Overpotentials(0, current);
            double leak = Rig.Pouch.Short.Leakage * pack.CellVoltage(0, current, 0);
            Assert.Equal(pack.CellVoltage(0, current, 0), terms.Terminal, 6);
            Assert.True(Math.Abs(current) < leak || Math.Sign(terms.Separator) == Math.Sign(current));
        }, iter: 100);
    }

    [Fact]
    public void Voltage_rises_with_the_current()
    {
        Gen.Select(Gen.Double[-20, 80], Gen.Double[0, 1], Gen.Double[-30, 30], Gen.Double[1e-6, 20], Gen.Double[0, 1])
            .Sample((celsius, stateOfCharge, current, more, since) =>
            {
                Pack pack = Rig.Cell(Rig.Pouch, celsius, stateOfCharge, volumes: 20);
                pack.Advance(30, current / 3);
                return pack.CellVoltage(0, current + more, since) > pack.CellVoltage(0, current, since);
            }, iter: 200);
    }

    [Fact]
    public void Looking_ahead_meets_the_next_step()
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 2 });
        pack.HeaterOn = true;
        pack.Advance(120, -3);
        double voltage = pack.CellVoltage(1, -3, 1);
        double temperature = pack.SurfaceTemperature(1, 1);
        double pressure = pack.ClampPressure(0, 1);
        pack.Advance(1, -3);
        Assert.Equal(pack.CellVoltage(1, -3, 0), voltage, 4);
        Assert.Equal(pack.SurfaceTemperature(1, 0), temperature, 5e-4);
        Assert.Equal(pack.ClampPressure(0, 0), pressure, 6);
    }

    [Fact]
    public void The_ohmic_drop_follows_the_instant_current_and_the_slow_state_does_not()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        pack.Advance(600, -3);
        double settled = pack.Overpotentials(0, 0).Settled;
        Assert.True(settled - pack.Overpotentials(0, -3).Settled > 0.12);
        Assert.InRange(pack.CellVoltage(0, 0, 0) - pack.CellVoltage(0, -3, 0), 0.01, 0.05);
        Assert.True(pack.Overpotentials(0, 0).OpenCircuit - settled > 0.01);
        pack.Advance(36_000, 0);
        Assert.Equal(pack.Overpotentials(0, 0).OpenCircuit, pack.CellVoltage(0, 0, 0), 4);
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        Pack seen = Rig.Cell(Rig.Pouch);
        Pack unseen = Rig.Cell(Rig.Pouch);
        for (int second = 0; second < 100; second++)
        {
            seen.Advance(1, -2);
            unseen.Advance(1, -2);
            seen.CellVoltage(0, -9, 0.5);
            seen.Overpotentials(0, 3);
        }

        Assert.Equal(unseen.CellVoltage(0, -2, 0), seen.CellVoltage(0, -2, 0));
        Assert.Equal(100, seen.Time, 9);
    }

    [Fact]
    public void A_long_advance_is_seconds_in_a_row()
    {
        Pack whole = Rig.Cell(Rig.Pouch);
        Pack parts = Rig.Cell(Rig.Pouch);
        whole.Advance(300, -2.5);
        for (int second = 0; second < 300; second++)
        {
            parts.Advance(1, -2.5);
        }

        Assert.Equal(parts.CellVoltage(0, -2.5, 0.4), whole.CellVoltage(0, -2.5, 0.4));
        Assert.Equal(parts.ClampPressure(0, 0), whole.ClampPressure(0, 0));
    }
}
