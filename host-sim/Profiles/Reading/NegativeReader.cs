using Bms.Plant.Electrodes;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>Which term of a parameter file says what of the negative electrode; a file that names no kind has lithium metal.</summary>
internal static class NegativeReader
{
    private const double SquareCentimetrePerSquareMetre = 1e4;
    private const double MilliamperePerAmpere = 1000;

    /// <summary>Reads the electrode of a cell of a size.</summary>
    public static NegativeElectrode Read(Group electrode, CellGeometry cell)
    {
        var kind = (NegativeKind)(int)electrode.Or("Kind", (int)NegativeKind.LithiumMetal);
        double thickness = electrode["Thickness per areal charge [m.cm2.mA-1.h-1]"];
        return new NegativeElectrode
        {
            ExchangeCurrent = electrode["Exchange current density [A.m-2]"],
            ExchangeCurrentActivation = electrode["Exchange current density activation energy [J.mol-1]"],
            DoubleLayerCapacitance = electrode["Double-layer capacitance [F.m-2]"],
            ThicknessPerArealCharge = thickness,
            Reservoir = electrode.Or("Reservoir thickness [m]", 0) / thickness * SquareCentimetrePerSquareMetre / MilliamperePerAmpere * cell.TotalArea,
            Collector = kind == NegativeKind.LithiumFree ? Collector(electrode, new BareCollector()) : null,
            Particles = kind == NegativeKind.Composite
                ? Particles(electrode, CompositeNegatives.Graphite(cell.WindowCapacity * MilliamperePerAmpere / (cell.TotalArea * SquareCentimetrePerSquareMetre)))
                : null,
        };
    }

    private static BareCollector Collector(Group electrode, BareCollector usual) => new()
    {
        NucleationOverpotential = electrode.Or("Nucleation overpotential [V]", usual.NucleationOverpotential),
        CoveringCharge = electrode.Or("Covering charge [mA.h.cm-2]", usual.CoveringCharge),
        FormationLoss = electrode.Or("Formation loss [mA.h.cm-2]", usual.FormationLoss),
        FormationCharge = electrode.Or("Formation charge [mA.h.cm-2]", usual.FormationCharge),
        PlatingEfficiency = electrode.Or("Plating efficiency", usual.PlatingEfficiency),
        ExhaustionCharge = electrode.Or("Exhaustion charge [mA.h.cm-2]", usual.ExhaustionCharge),
    };

    private static CompositeNegative Particles(Group electrode, CompositeNegative usual) => new()
    {
        OpenCircuitPotential = electrode.Has("OCP [V]") ? electrode.Table("OCP [V]") : usual.OpenCircuitPotential,
        StoichiometryEmpty = electrode.Or("Minimum stoichiometry", usual.StoichiometryEmpty),
        StoichiometryFull = electrode.Or("Maximum stoichiometry", usual.StoichiometryFull),
        ParticleRadius = electrode.Or("Particle radius [m]", usual.ParticleRadius),
        Diffusivity = electrode.Or("Diffusivity [m2.s-1]", usual.Diffusivity),
        DiffusivityActivation = electrode.Or("Diffusivity activation energy [J.mol-1]", usual.DiffusivityActivation),
        Thickness = electrode.Or("Thickness [m]", usual.Thickness),
        Expansion = electrode.Or("Expansion on charge", usual.Expansion),
    };
}
