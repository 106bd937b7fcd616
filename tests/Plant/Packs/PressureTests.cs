using System;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Packs;

public class PressureTests
{
    [Fact]
    public void Pressure_over_a_charge_agrees_with_the_reference()
    {
        double At(double stateOfCharge, double celsius = 25) => Rig.Cell(Rig.Pouch, celsius, stateOfCharge).ClampPressure(0, 0);
        var swing = PouchCell.Sanity.GetProperty("pressure_swing_MPa");
        Rig.Near(swing.GetProperty("full").GetDouble(), At(1), 1e-3);
        Rig.Near(swing.GetProperty("empty").GetDouble(), At(0), 1e-3);
        Rig.Near(swing.GetProperty("swing").GetDouble(), At(1) - At(0), 2e-3);
        Rig.Near(swing.GetProperty("per_10K").GetDouble(), At(0.5, 35) - At(0.5), 0.01);
        Assert.Equal(Rig.Pouch.Mechanics.SetPressure, At(0.5), 9);
    }

    [Fact]
    public void Charging_raises_the_pressure_by_the_same_swing()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal().Tight(), stateOfCharge: 0);
        double before = pack.ClampPressure(0, 0);
        pack.Advance(36_000, 0.6);
        Rig.Near(0.7672, pack.ClampPressure(0, 0) - before, 2e-3);
    }

    [Fact]
    public void Sixteen_cells_in_a_clamp_swing_no_more_than_one()
    {
        double Swing(int cells)
        {
            var pack = new Pack(Rig.Pouch, new PackOptions { Cells = cells, Spread = false, StateOfCharge = 0.2 });
            double before = pack.ClampPressure(0, 0);
            pack.Advance(7200, 1.2);
            return pack.ClampPressure(0, 0) - before;
        }

        Assert.Equal(Swing(1), Swing(16), 12);
        Assert.True(Swing(16) > 0.2);
    }

    [Fact]
    public void Cells_of_a_clamp_share_the_mean_of_their_swelling()
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 20, CellsPerClamp = 16, Seed = 5 });
        Assert.Equal(2, pack.ClampCount);
        Assert.Equal(0, pack.ClampOf(15));
        Assert.Equal(1, pack.ClampOf(16));
        double mean = 0;
        for (int cell = 16; cell < 20; cell++)
        {
            double alone = Rig.Cell(Scaled(pack.Capacity(cell)), stateOfCharge: pack.StateOfCharge(cell)).ClampPressure(0, 0);
            mean += alone / 4;
        }

        Assert.Equal(mean, pack.ClampPressure(1, 0), 6);
        Assert.NotEqual(pack.ClampPressure(0, 0), pack.ClampPressure(1, 0));
    }

    [Fact]
    public void The_start_pressure_holds_in_the_start_state_and_moves_from_there()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal(), stateOfCharge: 0.9, pressure: 2);
        Assert.Equal(2, pack.ClampPressure(0, 0), 12);
        pack.Advance(3600, -0.6);
        Assert.InRange(pack.ClampPressure(0, 0), 1.9, 1.94);
    }

    [Fact]
    public void A_held_clamp_keeps_its_pressure_and_goes_on_from_it_when_released()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal(), stateOfCharge: 0.2);
        pack.HoldPressure(6.5);
        Assert.Equal(6.5, pack.ClampPressure(0, 0));
        pack.Advance(3600, 1.2);
        Assert.Equal(6.5, pack.ClampPressure(0, 1));
        pack.ReleaseHold();
        Assert.Equal(6.5, pack.ClampPressure(0, 0));
        pack.Advance(1, 1.2);
        Assert.Equal(6.5, pack.ClampPressure(0, 0), 3);
        pack.Advance(3600, 1.2);
        Assert.InRange(pack.ClampPressure(0, 0), 6.6, 6.7);
    }

    [Fact]
    public void A_clamp_fault_acts_at_once_on_its_own_cells_only()
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 4, CellsPerClamp = 2, Spread = false });
        double healthy = pack.StrippingLimit(0);
        double before = pack.ClampPressure(1, 0);
        pack.SetClampOffset(1, -3);
        Assert.Equal(before - 3, pack.ClampPressure(1, 0), 9);
        Assert.Equal(before, pack.ClampPressure(0, 0), 9);
        Assert.Equal(healthy, pack.StrippingLimit(1));
        Assert.True(pack.StrippingLimit(2) < 0.8 * healthy);
        Assert.True(pack.Overpotentials(3, -6).Contact < pack.Overpotentials(0, -6).Contact);

        pack.Advance(10, -1);
        Assert.Equal(pack.ClampPressure(0, 0) - 3, pack.ClampPressure(1, 0), 3);
        pack.SetClampOffset(1, 0);
        Assert.Equal(pack.ClampPressure(0, 0), pack.ClampPressure(1, 0), 3);
    }

    [Fact]
    public void Pressure_never_reads_below_zero()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        pack.SetClampOffset(0, -100);
        Assert.Equal(0, pack.ClampPressure(0, 0));
        pack.Advance(60, -1);
        Assert.Equal(0, pack.ClampPressure(0, 1));
        Assert.True(double.IsFinite(pack.CellVoltage(0, -1, 1)));
    }

    private static CellParameters Scaled(double capacity) =>
        Rig.Pouch with { Cell = Rig.Pouch.Cell with { WindowCapacity = capacity } };
}
