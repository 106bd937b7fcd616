using System;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrodes;

/// <summary>What the terminals show after a jump of current.</summary>
public class DoubleLayerTests
{
    private const double Jump = -0.06;

    [Theory]
    [InlineData(-10)]
    [InlineData(25)]
    [InlineData(60)]
    public void After_a_jump_the_ohmic_drop_comes_at_once_and_the_kinetics_with_their_time_constant(double celsius)
    {
        Pack pack = Rig.Cell(Rig.Pouch, celsius);
        Overpotentials terms = pack.Overpotentials(0, Jump);
        double rest = pack.CellVoltage(0, 0, 0);
        double ohmic = terms.Separator + terms.Contact + terms.Interphase + terms.Series;
        double kinetics = terms.PositiveKinetics + terms.Rail;
        double first = pack.CellVoltage(0, Jump, 0) - rest;
        Assert.InRange(first / ohmic, 0.999, 1.35);   // and the nearest of the rail

        PositiveElectrode positive = Rig.Pouch.Positive;
        double capacitance = positive.DoubleLayerCapacitance * positive.AreaRatio * Rig.Pouch.Cell.TotalArea;
        double constant = terms.PositiveKinetics / Jump * capacitance;
        double after = pack.CellVoltage(0, Jump, constant) - rest - ohmic - terms.NegativeKinetics;
        Assert.InRange(after / kinetics, 0.55, 0.75);
        double late = pack.CellVoltage(0, Jump, Math.Min(1, 12 * constant)) - rest;
        Assert.InRange(late / (terms.Settled - rest), 0.93, 1.02);
    }

    [Fact]
    public void Looking_with_the_eyes_of_a_step_or_between_steps_shows_the_same()
    {
        Pack looking = Rig.Cell(Rig.Pouch, -10);
        foreach (double since in new[] { 0.01, 0.05, 0.2, 0.6, 1 })
        {
            Pack stepping = Rig.Cell(Rig.Pouch, -10);
            stepping.Advance(since, -1);
            Assert.Equal(stepping.CellVoltage(0, -1, 0), looking.CellVoltage(0, -1, since), 2e-3);
        }
    }

    [Fact]
    public void Without_double_layers_all_comes_at_once()
    {
        CellParameters bare = Rig.Pouch with
        {
            Positive = Rig.Pouch.Positive with { DoubleLayerCapacitance = 0 },
            Negative = Rig.Pouch.Negative with { DoubleLayerCapacitance = 0 },
        };
        Pack pack = Rig.Cell(bare, 25);
        Overpotentials terms = pack.Overpotentials(0, Jump);
        Assert.Equal(0, terms.DoubleLayer, 9);
        Assert.Equal(terms.Settled, pack.CellVoltage(0, Jump, 0), 9);
        Assert.Equal(0, pack.DoubleLayerCharge(0));
    }

    [Fact]
    public void Terms_and_double_layers_add_up_to_the_voltage_at_the_instant_of_a_jump()
    {
        Gen.Select(Gen.Double[-20, 60], Gen.Double[0.05, 0.95], Gen.Double[-12, 12], Gen.Double[-12, 12]).Sample((celsius, stateOfCharge, before, after) =>
        {
            Pack pack = Rig.Cell(Rig.Pouch, celsius, stateOfCharge);
            pack.Advance(5, before);
            Overpotentials terms = pack.Overpotentials(0, after);
            Assert.Equal(pack.CellVoltage(0, after, 0), terms.Terminal, 1e-12);
        }, iter: 100);
    }

    [Fact]
    public void Charge_in_the_double_layers_comes_back()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Tight(), -10);
        double lithium = pack.Lithium(0);
        pack.Advance(10, 2);
        Assert.True(pack.DoubleLayerCharge(0) > 0);
        Assert.Equal(lithium - (20 / 3600.0), pack.Lithium(0) - pack.DoubleLayerCharge(0), 1e-12 * lithium);
        pack.Advance(3600, 0);
        Assert.Equal(lithium - (20 / 3600.0), pack.Lithium(0), 1e-6 * lithium);
    }
}
