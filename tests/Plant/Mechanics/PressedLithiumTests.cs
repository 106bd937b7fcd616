using System;
using System.Linq;
using Bms.Plant.Events;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Mechanics;

/// <summary>Lithium under pressure: it creeps out of the stack, and through the separator.</summary>
public class PressedLithiumTests
{
    [Fact]
    public void A_stiff_clamp_loses_little_pressure_in_a_charge_and_more_when_hot_and_tight()
    {
        double Loss(double pressure, double celsius)
        {
            Pack pack = Rig.Cell(FullPouch.Parameters.Isothermal(), celsius, 0.5, pressure);
            pack.Advance(36_000, 0);
            return pressure - pack.ClampPressure(0, 0);
        }

        Assert.InRange(Loss(5, 25), 1e-5, 0.1 * 0.7672);
        Assert.True(Loss(10, 60) > 50 * Loss(5, 25));
        Assert.True(Loss(10, 60) < 2);
    }

    [Fact]
    public void A_clamp_that_holds_its_force_loses_nothing()
    {
        Pack pack = Rig.Cell(FullPouch.Parameters.Isothermal(), 60);
        pack.HoldPressure(10);
        pack.Advance(3600, 0);
        Assert.Equal(10, pack.ClampPressure(0, 0));
    }

    [Theory]
    [InlineData(20, 190)]
    [InlineData(25, 48)]
    [InlineData(75, 0)]
    public void Too_much_pressure_shorts_a_cell_in_the_time_of_Doux_and_says_that_it_was_pressure(double megapascal, double hours)
    {
        CellParameters parameters = FullPouch.Parameters.Isothermal().Tight() with { ElectrolyteFracture = null };
        Pack pack = new(parameters, new PackOptions
        {
            Cells = 1,
            Spread = false,
            Volumes = 8,
            Temperature = 298.15,
            Mechanisms = Rig.Without("interphase", "calendar-fade", "cycle-fade"),
        });
        pack.HoldPressure(megapascal);
        double current = 0.075 * 10 * parameters.Cell.TotalArea;
        int hour = 0;
        for (; hour < 1000 && pack.Events.IsEmpty; hour++)
        {
            pack.Advance(3600, (hour & 1) == 0 ? current : -current);
        }

        PlantEvent happened = Assert.Single(pack.Events.ToArray());
        Assert.Equal(CellEvents.MechanicalShort, happened.Kind);
        Assert.InRange(happened.Time / 3600, 0.99 * hours, (1.01 * hours) + 0.01);
    }

    [Fact]
    public void A_filament_grown_by_current_is_called_so()
    {
        CellParameters parameters = FullPouch.Parameters.Isothermal() with { ElectrolyteFracture = null };
        Pack pack = Rig.Cell(parameters, 25, 0.05);
        pack.HoldPressure(5);
        pack.Advance(3600, 1.6 * pack.PlatingLimit(0) * 10 * parameters.Cell.TotalArea);
        Assert.Equal([CellEvents.FilamentShort], pack.Events.ToArray().Select(happened => happened.Kind));
    }

    // The table of the parameter file follows the source point by point; one exponential through all five measured
    // times lies within a third of each, which is how far the source itself scatters.
    [Fact]
    public void Times_to_short_follow_one_exponential_within_their_scatter()
    {
        foreach ((double megapascal, double hours) in new[] { (10.0, 474.0), (15, 272), (20, 190), (25, 48) })
        {
            double fitted = 2324 * Math.Exp(-0.1446 * megapascal);
            Rig.Near(hours, fitted, 0.34);
            Rig.Near(hours, 1 / (3600 * Rig.Pouch.Filament.MechanicalRate.At(megapascal)), 0.01);
        }

        Assert.True(2324 * Math.Exp(-0.1446 * 5) > 1000);
        Assert.True(2324 * Math.Exp(-0.1446 * 75) < 0.1);
        Assert.True(Rig.Pouch.Filament.MechanicalRate.At(5) < 1 / (3600 * 1000.0));
        Assert.True(Rig.Pouch.Filament.MechanicalRate.At(75) > 1 / 360.0);
    }
}
