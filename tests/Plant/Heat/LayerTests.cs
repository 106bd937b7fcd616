using System;
using Bms.Plant.Heat;
using Bms.Plant.Mechanics;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Heat;

/// <summary>A stack of layers as a whole, and the strain between them.</summary>
public class LayerTests
{
    private static readonly Gen<Layer> _layer =
        from thickness in Gen.Double[1e-6, 1e-3]
        from density in Gen.Double[100, 1e4]
        from heat in Gen.Double[100, 4000]
        from conductivity in Gen.Double[0.1, 400]
        select new Layer("some", thickness, 0.01, density, heat, conductivity);

    [Fact]
    public void The_pouch_has_the_properties_that_its_file_gives()
    {
        LayeredProperties stack = new(FullPouch.Layers, Rig.Pouch.Cell.Layers);
        Rig.Near(0.884964, stack.Across, 1e-5);
        Rig.Near(34.606, stack.Along, 1e-5);
        Rig.Near(0.00273088, stack.Thickness, 1e-5);

        // The rest of what the file gives is film: 9 J/K on the stack, and 0.113 mm of 0.2 W/m/K on both faces.
        ThermalNodes nodes = Rig.Pouch.Thermal;
        Assert.InRange(nodes.CoreCapacity + nodes.SurfaceCapacity - stack.Capacity, 5, 12);
        Rig.Near(nodes.CoreToSurface, 1 / ((1 / stack.MeanToFaces) + (0.113e-3 / (0.2 * 0.02))), 0.02);
    }

    [Fact]
    public void Heat_crosses_worse_than_it_runs_along() => _layer.Array[1, 8].Sample(layers =>
    {
        LayeredProperties stack = new(layers, 3);
        Assert.True(stack.Across <= stack.Along * (1 + 1e-12), $"{stack.Across} against {stack.Along}");
        Assert.InRange(stack.SpecificHeat, 100, 4000);
        Rig.Near(stack.Thickness / (stack.Across * 0.01), stack.CrossResistance, 1e-9);
    });

    [Fact]
    public void A_stack_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new LayeredProperties([], 1));

    [Fact]
    public void Misfit_is_the_difference_of_expansions_times_the_rise()
    {
        Assert.Equal(2.95e-5 * 40, MisfitStrain.Largest(FullPouch.Layers, 40), 12);   // lithium on copper
        Assert.Equal(0, MisfitStrain.Largest(Array.ConvertAll(FullPouch.Layers, layer => layer with { Expansion = null }), 40));
        Assert.Equal(-9e-6 * 10, MisfitStrain.Between(16e-6, 25e-6, 10), 12);

        var pack = Rig.Cell(FullPouch.Parameters, celsius: 65);
        Assert.Equal(2.95e-5 * 40, pack.MisfitStrain(0), 12);
    }
}
