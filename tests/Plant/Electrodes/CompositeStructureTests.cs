using System;
using Bms.Plant.Electrodes;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Electrodes;

/// <summary>What the mixture of a composite does to a cell.</summary>
public class CompositeStructureTests
{
    private static readonly CompositeStructure _pouch = new(0.6, 0.28, 10.44e-6);

    [Theory]
    [InlineData(0.537, 1.74)]
    [InlineData(0.669, 1.27)]
    public void Tortuosity_is_that_of_the_review(double electrolyte, double expected) =>
        Assert.Equal(expected, (_pouch with { ElectrolyteFraction = electrolyte }).Tortuosity, 12);

    [Theory]
    [InlineData(4e-6, 0.02, 0.1)]
    [InlineData(15.6e-6, 0.31, 1e-4)]
    public void Large_particles_leave_more_out_and_conduct_worse(double diameter, double inactive, double conductivity)
    {
        CompositeStructure mixture = _pouch with { ParticleDiameter = diameter };
        Assert.Equal(inactive, mixture.InactiveFraction, 12);
        Assert.Equal(conductivity, mixture.ElectronicConductivity, 1e-12);
    }

    [Fact]
    public void The_same_mixture_is_the_same_cell() =>
        Assert.Equal(Rig.Pouch, _pouch.Remix(Rig.Pouch, _pouch));

    [Fact]
    public void Less_electrolyte_costs_more_and_more_until_nothing_reaches_through()
    {
        double before = 0;
        foreach (double electrolyte in new[] { 0.35, 0.28, 0.22, 0.18, 0.165 })
        {
            Pack pack = Rig.Cell(_pouch.Remix(Rig.Pouch, _pouch with { ElectrolyteFraction = electrolyte }));
            double rail = pack.Overpotentials(0, 3).IonicRail;
            Assert.True(rail > before);
            before = rail;
        }

        Assert.Equal(0, (_pouch with { ElectrolyteFraction = 0.15 }).IonicEfficiency);
        Assert.Throws<ArgumentOutOfRangeException>(() => _pouch.Remix(Rig.Pouch, _pouch with { ElectrolyteFraction = 0.15 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _pouch.Remix(Rig.Pouch, _pouch with { ElectrolyteFraction = 0.5 }));
    }

    [Fact]
    public void Small_particles_give_more_charge_at_a_high_rate()
    {
        double Delivered(double diameter)
        {
            CellParameters cell = _pouch.Remix(Rig.Pouch.KeepingContact(), _pouch with { ParticleDiameter = diameter });
            return Rig.Cell(cell, 25, 1).Until(-6, pack => pack.Time > 0 && pack.CellVoltage(0, -6, 0) <= 3) * 6 / 3600.0;
        }

        double small = Delivered(4e-6);
        double medium = Delivered(10.44e-6);
        double large = Delivered(15.6e-6);
        Assert.True(small > medium && medium > large, $"{small} {medium} {large} A h");
    }

    [Fact]
    public void A_film_is_no_mixture() => Assert.Throws<ArgumentException>(() =>
        _pouch.Remix(Rig.Pouch with { Positive = Rig.Pouch.Positive with { Geometry = DiffusionGeometry.Film } }, _pouch));
}
