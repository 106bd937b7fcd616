using System;
using Bms.Plant.Electrolytes;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Bms.Profiles;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrolytes;

/// <summary>Decomposition outside the stability window: off inside, and what it takes outside.</summary>
public class StabilityTests
{
    private const double Kelvin = 298.15;
    private const double Area = 1e-4;

    private static readonly StabilityWindow _window = ElectrolyteClasses.Of(ElectrolyteClass.Sulfide).Stability!;

    [Fact]
    public void Windows_are_those_of_the_review()
    {
        Assert.Equal((0.68, 2.63), Window(ElectrolyteClass.Lipon));
        Assert.Equal((0.05, 5.0), Window(ElectrolyteClass.Garnet));
        Assert.Equal((0, 2.01), Window(ElectrolyteClass.Sulfide));
    }

    [Fact]
    public void Nothing_decomposes_inside_the_window() =>
        Gen.Double[0, 2.01].Sample(volt => Assert.Equal(0, Bare(0, 2).At(volt)));

    [Fact]
    public void What_is_in_use_counts_as_inside()
    {
        Assert.Equal(0, Bare(3, 4.2).At(4.2));
        Assert.True(Bare(3, 4.2).At(4.3) > 0);
        Assert.True(Bare(3, 4.2).At(-0.1) < 0);
    }

    [Fact]
    public void Ten_times_the_current_takes_one_Tafel_slope_far_outside()
    {
        InterfaceDecomposition bare = Bare(3, 4.2);
        Rig.Near(10, bare.At(4.2 + (5 * _window.TafelSlope)) / bare.At(4.2 + (4 * _window.TafelSlope)), 0.001);
        Rig.Near(1e-6, bare.At(bare.PotentialFor(1e-6)), 1e-9);
    }

    [Fact]
    public void A_passivating_interphase_grows_with_the_root_of_time()
    {
        double first = Held(_window, 40_000).Oxidised;
        Rig.Near(2 * first, Held(_window, 160_000).Oxidised, 0.1);
    }

    [Fact]
    public void A_mixed_conductor_goes_on_in_proportion_to_time()
    {
        StabilityWindow mixed = _window with { PassivationCharge = double.PositiveInfinity };
        InterfaceDecomposition held = Held(mixed, 40_000);
        Rig.Near(4 * held.Oxidised, Held(mixed, 160_000).Oxidised, 1e-6);
        Assert.True(held.Thickness > Held(_window, 40_000).Thickness);
    }

    [Fact]
    public void Share_balances_charge_transfer_and_decomposition() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-1, 6], Gen.Double[-6, 0]).Sample((decades, volt, exchange) =>
        {
            double current = Math.Sign(decades) * Math.Pow(10, Math.Abs(decades) - 6);
            double scale = 0.0514;
            double i0 = Math.Pow(10, exchange);
            InterfaceDecomposition bare = Bare(3, 4.2);
            double side = bare.Share(1, current, volt, scale, i0);
            double asked = Bare(3, 4.2).At(volt + (scale * Math.Asinh((current - side) / (2 * i0))));
            Assert.InRange(Math.Abs(side - asked), 0, 1e-5 * (Math.Abs(side) + 1e-6));
        });

    [Theory]
    [InlineData("pouch-lpscl-nmc")]
    [InlineData("pellet-llzo-nmc")]
    [InlineData("thin-film-lipon-lco")]
    public void A_cell_in_its_working_window_decomposes_nothing(string profile)
    {
        CellParameters cell = ProfileLibrary.Load(profile);
        Pack pack = Rig.Cell(cell, stateOfCharge: 0.6);
        pack.Until(0.3 * cell.Cell.OneC, p => p.CellVoltage(0, 0.3 * cell.Cell.OneC, 0) >= cell.Limits.VoltageMaximum - 1e-3);
        pack.Until(-0.3 * cell.Cell.OneC, p => p.CellVoltage(0, -0.3 * cell.Cell.OneC, 0) <= cell.Limits.VoltageMinimum + 1e-3);
        Assert.Equal(0, pack.PositiveDecomposition(0));
    }

    [Fact]
    public void Overcharge_decomposes_electrolyte_and_no_charge_is_lost_count_of()
    {
        CellParameters cell = Rig.Pouch.Tight();
        Pack pack = Rig.Cell(cell, stateOfCharge: 1);
        double start = pack.Lithium(0) - pack.DoubleLayerCharge(0);
        for (int second = 0; second < 7200; second++)
        {
            pack.Advance(1, 1);
        }

        Assert.InRange(pack.PositiveDecomposition(0), 0.001, 2);
        Assert.Equal(start - 2 + pack.PositiveDecomposition(0), pack.Lithium(0) - pack.DoubleLayerCharge(0), 1e-9 * start);
    }

    private static (double, double) Window(ElectrolyteClass electrolyte) =>
        (ElectrolyteClasses.Of(electrolyte).Stability!.Reduction, ElectrolyteClasses.Of(electrolyte).Stability!.Oxidation);

    private static InterfaceDecomposition Bare(double low, double high) => new(_window, low, high, Area, Kelvin);

    private static InterfaceDecomposition Held(StabilityWindow window, int seconds)
    {
        InterfaceDecomposition interfaced = new(window, 3, 4.2, Area, Kelvin);
        for (int second = 0; second < seconds; second += 10)
        {
            interfaced.Pass(10, interfaced.At(4.6));
            interfaced.Refresh(1 / Kelvin);
        }

        return interfaced;
    }
}
