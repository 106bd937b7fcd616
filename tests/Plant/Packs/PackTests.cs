using System;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Packs;

/// <summary>Many cells: spread, determinism, and input that no cell should ever see.</summary>
public class PackTests
{
    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        double[] alone = Drive(threads: 1);
        Assert.Equal(alone, Drive(threads: 2));
        Assert.Equal(alone, Drive(threads: 5));
    }

    [Fact]
    public void A_seed_makes_a_pack_and_another_seed_another()
    {
        double[] Capacities(ulong seed) => [.. Cells(new PackOptions { Seed = seed, Cells = 8 }, (p, c) => p.Capacity(c))];
        Assert.Equal(Capacities(4), Capacities(4));
        Assert.NotEqual(Capacities(4), Capacities(5));
        Assert.Equal(8, Capacities(4).Distinct().Count());
    }

    [Fact]
    public void A_cell_is_the_same_in_a_larger_pack()
    {
        var small = new Pack(Rig.Pouch, new PackOptions { Cells = 3 });
        var large = new Pack(Rig.Pouch, new PackOptions { Cells = 12 });
        Assert.Equal(small.Factors(2), large.Factors(2));
    }

    [Fact]
    public void Spread_has_the_standard_deviations_of_the_profile()
    {
        Spread spread = Rig.Pouch.Spread;
        var options = new PackOptions { Cells = 6000, Seed = 11, Volumes = 8, ClampPressure = 5 };
        var pack = new Pack(Rig.Pouch.Tight(), options);
        Pack nominal = Rig.Cell(Rig.Pouch.Tight(), stateOfCharge: 0.6, pressure: 5);

        Deviation(0, spread.Capacity, Cells(pack, c => (pack.Capacity(c) / nominal.Capacity(0)) - 1));
        Deviation(0, spread.InitialStateOfCharge, Cells(pack, c => pack.StateOfCharge(c) - nominal.StateOfCharge(0)));
        Deviation(0, spread.Resistance, Cells(pack, c => Math.Log(pack.Overpotentials(c, 1).Separator / nominal.Overpotentials(0, 1).Separator)));
        Deviation(0, spread.Resistance, Cells(pack, c => Math.Log(pack.Overpotentials(c, 1e-4).NegativeKinetics / nominal.Overpotentials(0, 1e-4).NegativeKinetics)));
        Deviation(0, spread.CriticalCurrent, Cells(pack, c => Math.Log(pack.StrippingLimit(c) / nominal.StrippingLimit(0))));
        Deviation(0, spread.CriticalCurrent, Cells(pack, c => Math.Log(pack.PlatingLimit(c) / nominal.PlatingLimit(0))));
        Deviation(0, spread.ContactLoss, Cells(pack, c => Math.Log(pack.Factors(c).ContactLoss)));
    }

    [Fact]
    public void One_factor_scales_both_critical_currents()
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 50, ClampPressure = 5 });
        double ratio = pack.PlatingLimit(0) / pack.StrippingLimit(0);
        for (int cell = 1; cell < pack.CellCount; cell++)
        {
            // The contact resistance, which has a factor of its own, takes its small share of the plating limit.
            Rig.Near(ratio, pack.PlatingLimit(cell) / pack.StrippingLimit(cell), 1e-3);
        }
    }

    [Fact]
    public void Without_spread_all_cells_are_alike()
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 5, Spread = false, StateOfCharge = 0.3 });
        pack.Advance(100, 2);
        double[] voltages = Cells(pack, cell => pack.CellVoltage(cell, 2, 0.3));
        Assert.Single(voltages.Distinct());
        Assert.Equal(6, pack.Capacity(4), 3);
    }

    [Fact]
    public void No_cell_starts_beyond_full_or_empty()
    {
        Assert.All(Cells(new PackOptions { Cells = 100, StateOfCharge = 1 }, (p, c) => p.StateOfCharge(c)), soc => Assert.True(soc <= 1 + 1e-12));
        Assert.All(Cells(new PackOptions { Cells = 100, StateOfCharge = 0 }, (p, c) => p.StateOfCharge(c)), soc => Assert.True(soc >= -1e-12));
    }

    [Fact]
    public void Driven_beyond_empty_or_full_the_voltage_leaves_its_window()
    {
        Pack empty = Rig.Cell(Rig.Pouch, 25, 0);
        empty.Advance(3600, -3);
        Assert.InRange(empty.CellVoltage(0, -3, 0), -1e3, Rig.Pouch.Limits.VoltageMinimumHard);

        Pack full = Rig.Cell(Rig.Pouch, 25, 1);
        full.Advance(3600, 3);
        Assert.InRange(full.CellVoltage(0, 3, 0), Rig.Pouch.Limits.VoltageMaximumHard, 1e3);
    }

    [Fact]
    public void Nothing_a_load_does_makes_a_figure_infinite()
    {
        Gen<double> extreme = Gen.OneOf(Gen.Double[-10, 10], Gen.Double[-1e4, 1e4], Gen.Const(1e9), Gen.Const(-1e9), Gen.Const(0.0));
        Gen.Select(extreme.Array[1, 40], Gen.OneOf(Gen.Const(1e-9), Gen.Double[1e-3, 100]), Gen.Double[1, 2000], Gen.Double[0, 100])
            .Sample((currents, seconds, kelvin, pressure) =>
            {
                var pack = new Pack(Rig.Pouch, new PackOptions
                {
                    Cells = 2,
                    Temperature = kelvin,
                    Ambient = kelvin,
                    ClampPressure = pressure,
                    Volumes = 10,
                });
                foreach (double current in currents)
                {
                    pack.Advance(seconds, current);
                    Finite(pack, current);
                }
            }, iter: 200);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        void Refused(PackOptions options) => Assert.Throws<ArgumentOutOfRangeException>(() => new Pack(Rig.Pouch, options));
        Refused(new PackOptions { Cells = 0 });
        Refused(new PackOptions { CellsPerClamp = 0 });
        Refused(new PackOptions { Threads = 0 });
        Refused(new PackOptions { Volumes = 1 });
        Refused(new PackOptions { StateOfCharge = 1.01 });
        Refused(new PackOptions { StateOfCharge = double.NaN });
        Refused(new PackOptions { Temperature = 0 });
        Refused(new PackOptions { Ambient = double.PositiveInfinity });
        Refused(new PackOptions { ClampPressure = -1 });
    }

    [Fact]
    public void Steps_and_currents_that_are_no_numbers_are_refused_and_change_nothing()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        double before = pack.CellVoltage(0, 1, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Advance(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Advance(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Advance(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Advance(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.HoldPressure(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.SetClampOffset(0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Ambient = double.NaN);
        Assert.Equal(before, pack.CellVoltage(0, 1, 0));
        Assert.Equal(0, pack.Time);
    }

    private static double[] Drive(int threads)
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 70, Threads = threads, Seed = 9 });
        var random = new RandomSequence(1, 0);
        for (int second = 0; second < 300; second++)
        {
            pack.Advance(1, (12 * random.Uniform()) - 8);
        }

        return [.. Cells(pack, c => pack.CellVoltage(c, -2, 0.7)), .. Cells(pack, c => pack.Contact(c)), pack.ClampPressure(4, 0.5)];
    }

    private static void Finite(Pack pack, double current)
    {
        double[] figures =
        [
            pack.CellVoltage(1, current, 1), pack.SurfaceTemperature(1, 1), pack.ClampPressure(0, 1), pack.StateOfCharge(1),
            pack.Contact(1), pack.FilamentIndex(1), pack.SurfaceStoichiometry(1), pack.CoreTemperature(1), pack.PlatingLimit(1),
            pack.StrippingLimit(1), pack.HealingRate(1), pack.LocalCurrentDensity(1, current), pack.Overpotentials(1, current).Terminal,
        ];
        Assert.All(figures, figure => Assert.True(double.IsFinite(figure)));
    }

    private static double[] Cells(Pack pack, Func<int, double> figure) => [.. Enumerable.Range(0, pack.CellCount).Select(figure)];

    private static double[] Cells(PackOptions options, Func<Pack, int, double> figure)
    {
        var pack = new Pack(Rig.Pouch, options);
        return Cells(pack, cell => figure(pack, cell));
    }

    private static void Deviation(double mean, double deviation, double[] figures)
    {
        double found = figures.Average();
        double spread = Math.Sqrt(figures.Sum(f => (f - found) * (f - found)) / (figures.Length - 1));
        Assert.InRange(found, mean - (4 * deviation / Math.Sqrt(figures.Length)), mean + (4 * deviation / Math.Sqrt(figures.Length)));
        Rig.Near(deviation, spread, 0.04);
    }
}
