using Bms.Plant.Heat;
using Bms.Plant.Parameters;

namespace Bms.Plant.Tests.Data;

/// <summary>The sulfide pouch cell with what its reference leaves out: heat through its layers, radiation, cracks, melting and runaway.</summary>
public static class FullPouch
{
    /// <summary>As built in: one of 20 repeats.</summary>
    public static Layer[] Layers { get; } =
    [
        new("aluminium", 6e-6, 0.01, 2702, 897, 237) { Expansion = 2.31e-5 },
        new("composite cathode", 5.6544e-5, 0.01, 3343.6, 739.149, 0.8) { Expansion = 1.6e-5 },
        new("separator", 5e-5, 0.01, 1640, 950, 0.6) { Expansion = 2.5e-5 },
        new("lithium", 2e-5, 0.01, 534, 3570, 81.8) { Expansion = 4.6e-5 },
        new("copper", 4e-6, 0.01, 8933, 385, 398) { Expansion = 1.65e-5 },
    ];

    public static CellParameters Parameters { get; } = Complete(PouchCell.Parameters);

    private static CellParameters Complete(CellParameters pouch) => pouch with
    {
        Layers = Layers,
        Negative = pouch.Negative with { Reservoir = 8.24 },
        Mechanics = pouch.Mechanics with { RelaxingShare = 1e-3 },
        Thermal = pouch.Thermal with
        {
            CrossResistance = new LayeredProperties(Layers, pouch.Cell.Layers).CrossResistance,
            RadiatingArea = 0.02,
            Emissivity = 0.85,
            NeighbourConductance = 2,
            TabShare = 0.5,
        },
        Runaway = new ThermalRunaway { Onset = 423.15, Activation = 140e3, AdiabaticRise = 500 },
        ElectrolyteFracture = new ElectrolyteFracture
        {
            Toughness = 0.23e6,
            YoungsModulus = 22e9,
            PoissonRatio = 0.3,
            Flaw = 1e-5,
            PressureShare = 0.5,
            ExpansionMismatch = 9e-6,
            GrowthRate = 1e-3,
        },
        ParticleFracture = new ParticleFracture
        {
            Toughness = 1e5,
            YoungsModulus = 143e9,
            MatrixModulus = 22e9,
            PoissonRatio = 0.25,
            Flaw = 1e-7,
            Exponent = 2,
            GrowthPerCycle = 1e-4,
        },
    };
}
