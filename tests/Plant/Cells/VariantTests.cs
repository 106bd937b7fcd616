using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Cells.Variants;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Bms.Profiles;
using Xunit;

namespace Bms.Plant.Tests.Cells;

/// <summary>Cells of other kinds, made from the built-in ones.</summary>
public class VariantTests
{
    private static readonly CellParameters _film = ProfileLibrary.Load("thin-film-lipon-lco");

    // Raijmakers 2020, Fig. 3: discharge to 3.0 V at 293 K.
    [Theory]
    [InlineData(1, 0.2468, 0.08)]
    [InlineData(2, 0.2156, 0.08)]
    [InlineData(4, 0.1805, 0.08)]
    [InlineData(6, 0.1555, 0.11)]
    public void Film_discharges_what_the_paper_measured(double rate, double arealCharge, double share) =>
        Rig.Near(arealCharge, Discharged(_film.Isothermal(), rate * 0.7e-3) * 1000 / 3.36, share);

    [Theory]
    [InlineData(1, 73e-3)]
    [InlineData(4, 295e-3)]
    public void Film_drops_in_its_electrolyte_what_the_paper_found(double rate, double volt)
    {
        Pack pack = Rig.Cell(_film.Isothermal(), 19.85, 0.9);
        double current = -rate * 0.7e-3;
        pack.Advance(60, current);
        Rig.Near(-volt, pack.Overpotentials(0, current).Separator, 0.03);
    }

    [Fact]
    public void Film_settles_in_seconds_to_more_than_its_bulk_resistance()
    {
        Pack pack = Rig.Cell(_film.Isothermal(), 19.85, 0.9);
        double first = pack.Overpotentials(0, -0.7e-3).Separator;
        pack.Advance(60, -0.7e-3);
        double settled = pack.Overpotentials(0, -0.7e-3).Separator;
        Rig.Near(326e-4, -first / (0.7e-3 / 3.36e-4), 0.005);
        Rig.Near(1.08, settled / first, 0.02);
    }

    // Review Eq. 17: discharge capacity on the footprint, AEF 10 > 4 > 1 up to 10 mA/cm².
    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(10)]
    public void More_interface_on_the_footprint_gives_more_charge(double density)
    {
        double[] charge = [.. new[] { 1.0, 4, 10 }.Select(aef => Discharged(CellVariants.Conformal(_film, aef).Isothermal(), density * 3.36e-3))];
        Assert.True(charge[2] > charge[1] && (charge[1] > charge[0] || density == 10), string.Join(" ", charge));
    }

    [Fact]
    public void A_conformal_cell_is_so_many_planar_ones()
    {
        CellParameters conformal = CellVariants.Conformal(_film, 4);
        Overpotentials planar = Rig.Cell(_film, stateOfCharge: 0.5).Overpotentials(0, 1e-4);
        Overpotentials folded = Rig.Cell(conformal, stateOfCharge: 0.5).Overpotentials(0, 4e-4);
        Assert.Equal(planar.Terminal, folded.Terminal, 1e-6);
        Assert.Equal(4 * _film.Cell.WindowCapacity, conformal.Cell.WindowCapacity, 1e-12);
        Assert.Equal(_film.Cell.LayerArea, conformal.Cell.LayerArea);
    }

    [Fact]
    public void The_film_of_Danilov_holds_ten_microampere_hours()
    {
        CellParameters film = CellVariants.TenMicroampereHour(_film);
        Rig.Near(10e-6, film.Cell.WindowCapacity, 0.01);
        double slow = Discharged(film, 16e-6);
        double fast = Discharged(film, 256e-6);
        Assert.InRange(slow, 7e-6, 10e-6);
        Assert.InRange(fast, 0.2 * slow, 0.98 * slow);
    }

    [Fact]
    public void Lithium_that_plating_loses_ends_the_discharge_early()
    {
        CellParameters cell = CellVariants.LithiumFree(Rig.Pouch.KeepingContact().Tight());
        Pack pack = Rig.Cell(cell, 45, 0);
        double first = Cycle(pack, out double charged);
        double second = Cycle(pack, out _);
        Assert.InRange(first / charged, 0.8, 0.95);
        Assert.InRange(second / first, 0.95, 1);
        Assert.InRange(pack.NegativeLoss(0), 0.3 * 2, 0.3 * 2.5);   // 0.3 mAh/cm² on 2000 cm²
        Assert.Equal(0, pack.NegativeLithium(0), 0.1);
    }

    [Fact]
    public void Without_loss_a_bare_collector_gives_back_what_it_took()
    {
        CellParameters cell = CellVariants.LithiumFree(Rig.Pouch.KeepingContact().Tight());
        cell = cell with { Negative = cell.Negative with { Collector = cell.Negative.Collector! with { FormationLoss = 0, PlatingEfficiency = 1 } } };
        Pack pack = Rig.Cell(cell, 45, 0);
        double back = Cycle(pack, out double charged);
        Assert.InRange(back / charged, 0.985, 1.001);
    }

    [Fact]
    public void Plating_on_a_bare_collector_needs_nucleation()
    {
        CellParameters cell = CellVariants.LithiumFree(Rig.Pouch);
        Overpotentials bare = Began(cell);
        Overpotentials smooth = Began(cell with { Negative = cell.Negative with { Collector = cell.Negative.Collector! with { NucleationOverpotential = 0 } } });
        Assert.InRange(bare.NegativeKinetics - smooth.NegativeKinetics, 0.005, 0.03);

        static Overpotentials Began(CellParameters cell)
        {
            Pack pack = Rig.Cell(cell, stateOfCharge: 0);
            pack.Advance(10, 1);
            return pack.Overpotentials(0, 1);
        }
    }

    [Fact]
    public void Electrolyte_carries_the_current_when_a_collector_is_empty()
    {
        CellParameters cell = CellVariants.LithiumFree(Rig.Pouch);
        Pack pack = Rig.Cell(cell, stateOfCharge: 0.02);
        pack.Advance(600, -1);
        Assert.Equal(0, pack.NegativeLithium(0), 1e-9);
        Assert.InRange(pack.NegativeDecomposition(0), 0.01, 1 / 6.0);
        Assert.True(pack.CellVoltage(0, -1, 0) < cell.Limits.VoltageMinimum);
    }

    [Fact]
    public void A_composite_keeps_lithium_in_particles_and_thickens_little()
    {
        CellParameters cell = CellVariants.GraphiteComposite(Rig.Pouch);
        Assert.Equal(NegativeKind.Composite, cell.Negative.Kind);
        Assert.True(cell.Negative.Particles!.StaysWhole);
        Pack metal = Rig.Cell(Rig.Pouch, stateOfCharge: 0.5);
        Pack composite = Rig.Cell(cell, stateOfCharge: 0.5);
        Assert.InRange(metal.CellVoltage(0, 0, 0) - composite.CellVoltage(0, 0, 0), 0.08, 0.2);
        metal.Advance(3600, 1);
        composite.Advance(3600, 1);
        Assert.Equal(4, composite.NegativeLithium(0), 1e-3);
        Assert.True(composite.ClampPressure(0, 0) < metal.ClampPressure(0, 0));
    }

    [Fact]
    public void Terms_add_up_to_the_voltage_in_every_kind()
    {
        foreach (CellParameters cell in new[] { Rig.Pouch, CellVariants.LithiumFree(Rig.Pouch), CellVariants.GraphiteComposite(Rig.Pouch), _film })
        {
            Pack pack = Rig.Cell(cell, stateOfCharge: 0.3);
            double current = 0.5 * cell.Cell.OneC;
            pack.Advance(30, current);
            Assert.Equal(pack.CellVoltage(0, current, 0), pack.Overpotentials(0, current).Terminal, 1e-6);
        }
    }

    private static double Discharged(CellParameters cell, double current)
    {
        Pack pack = Rig.Cell(cell, 19.85, 1);
        return current * pack.Until(-current, p => p.CellVoltage(0, -current, 0) <= cell.Limits.VoltageMinimum) / 3600;
    }

    // Charge given back, A h, in a cycle at a tenth of 1C between 4.2 and 3.0 V.
    private static double Cycle(Pack pack, out double charged)
    {
        charged = 0.6 * pack.Until(0.6, p => p.CellVoltage(0, 0.6, 0) >= 4.2) / 3600;
        return 0.6 * pack.Until(-0.6, p => p.CellVoltage(0, -0.6, 0) <= 3.0) / 3600;
    }
}
