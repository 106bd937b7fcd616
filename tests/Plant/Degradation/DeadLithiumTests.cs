using System;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>Lithium plated beyond the critical current is lost in part, and missed once the reservoir is used up.</summary>
public class DeadLithiumTests
{
    private const double Share = 0.2;

    [Fact]
    public void Below_the_critical_current_and_while_stripping_none_dies()
    {
        Pack pack = Rig.Cell(Cell(1), 25, 0.5);
        pack.Advance(600, 0.5 * pack.PlatingLimit(0) * 10 * Rig.Pouch.Cell.TotalArea);
        pack.Advance(600, -6);
        Assert.Equal(0, pack.DeadLithium(0));
    }

    [Fact]
    public void Of_what_is_plated_beyond_it_the_share_dies()
    {
        Pack pack = Rig.Cell(Cell(1), 25, 0.2);
        pack.HoldPressure(5);
        double limit = pack.PlatingLimit(0) * 10 * Rig.Pouch.Cell.TotalArea;
        double current = 1.5 * limit;
        pack.Advance(300, current);
        Rig.Near(Share * (current - limit) * 300 / 3600, pack.DeadLithium(0), 0.001);
        Assert.Equal(6, pack.Capacity(0), 1e-9);
        Assert.Equal(default, pack.Wear(0).Filaments);
    }

    [Fact]
    public void Without_a_reservoir_the_cell_misses_what_died_and_no_lithium_goes_astray()
    {
        Pack pack = Rig.Cell(Cell(0.01), 25, 0.2);
        pack.HoldPressure(5);
        double start = pack.Lithium(0);
        double current = 1.5 * pack.PlatingLimit(0) * 10 * Rig.Pouch.Cell.TotalArea;
        pack.Advance(600, current);
        double missed = pack.DeadLithium(0) - 0.01;
        Assert.True(missed > 0.01);
        Rig.Near(6 - missed, pack.Capacity(0), 1e-9);
        Rig.Near(missed / 6, pack.Wear(0).Filaments.Capacity, 1e-6);

        pack.Advance(3600, 0);   // what the double layers hold goes into the electrodes
        Assert.Equal(start - (current * 600 / 3600), pack.Lithium(0) + pack.LostLithium(0), 1e-9 * start);
    }

    // A cell whose filaments short nothing, at one temperature.
    private static CellParameters Cell(double reservoir) => Rig.Pouch.Tight().Isothermal() with
    {
        Filament = Rig.Pouch.Filament with { DeadShare = Share },
        Negative = Rig.Pouch.Negative with { Reservoir = reservoir },
    };
}
