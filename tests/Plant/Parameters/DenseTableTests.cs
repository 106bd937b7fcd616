using System;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Parameters;

public class DenseTableTests
{
    [Fact]
    public void Dense_potential_agrees_with_its_table_within_a_fortieth_of_a_millivolt()
    {
        var design = new CellDesign(Rig.Pouch, 60);
        Gen.Double[-0.5, 1].Sample(x =>
            Math.Abs(design.OpenCircuit.At(x) - Rig.Pouch.Positive.OpenCircuitPotential.At(x)) < 2.5e-5, iter: 20_000);
    }

    [Fact]
    public void Dense_properties_agree_with_their_tables()
    {
        var design = new CellDesign(Rig.Pouch, 60);
        PositiveElectrode positive = Rig.Pouch.Positive;
        Gen.Double[0, 1.2].Sample(x =>
            Math.Abs((design.Diffusivity.At(x) / positive.Diffusivity.At(x)) - 1) < 1e-3
            && Math.Abs(design.Entropy.At(x) - positive.EntropicCoefficient.At(x)) < 1e-7
            && Math.Abs(design.VolumeChange.At(x) - positive.VolumeChange.At(x)) < 1e-5, iter: 20_000);
    }

    [Fact]
    public void A_full_positive_electrode_falls_to_the_potential_of_lithium()
    {
        var design = new CellDesign(Rig.Pouch, 60);
        Rig.Near(1.64221, design.OpenCircuit.At(1), 1e-3);
        Assert.Equal(0, design.OpenCircuit.At(1.2));
        Assert.Equal(0, design.OpenCircuit.At(100));
    }

    [Fact]
    public void Beyond_its_ends_the_end_value_holds()
    {
        var table = new DenseTable(new Table([1, 2, 4], [10, 30, 20]), 300);
        Assert.Equal(10, table.At(double.NegativeInfinity));
        Assert.Equal(20, table.At(1e300));
        Assert.Equal(30, table.At(2), 9);
        Assert.Equal(25, table.At(3), 9);
    }
}
