using System;
using Bms.Plant.Electrodes;
using Bms.Plant.Parameters;

namespace Bms.Plant.Cells.Variants;

/// <summary>Cells of other kinds, made from one whose parameters are known: they differ from it in what is named, and in nothing else.</summary>
public static class CellVariants
{
    private const double SquareCentimetre = 1e-4;

    /// <summary>The same layers conformally over a structured substrate: interface, capacity, leakage and conductance grow, the footprint stays.</summary>
    /// <param name="planar">A planar cell.</param>
    /// <param name="enhancement">Area enhancement factor, interface over footprint, at least 1 (review Eq. 17).</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static CellParameters Conformal(CellParameters planar, double enhancement)
    {
        ArgumentNullException.ThrowIfNull(planar);
        ArgumentOutOfRangeException.ThrowIfLessThan(enhancement, 1);
        double more = enhancement / planar.Cell.AreaEnhancement;
        return planar with
        {
            Cell = planar.Cell with
            {
                AreaEnhancement = enhancement,
                NominalCapacity = more * planar.Cell.NominalCapacity,
                WindowCapacity = more * planar.Cell.WindowCapacity,
            },
            Negative = planar.Negative with { Reservoir = more * planar.Negative.Reservoir },
            Short = planar.Short with { Leakage = more * planar.Short.Leakage },
        };
    }

    /// <summary>The same cell without lithium to begin with: it is plated on a bare collector.</summary>
    /// <param name="cell">A cell with a lithium-metal electrode.</param>
    public static CellParameters LithiumFree(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell with { Negative = cell.Negative with { Collector = new BareCollector(), Particles = null, Reservoir = 0 } };
    }

    /// <summary>The same cell with graphite in electrolyte for lithium metal: nothing is plated, no void and no filament starts.</summary>
    /// <param name="cell">A cell with a lithium-metal electrode.</param>
    public static CellParameters GraphiteComposite(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double arealCharge = cell.Cell.WindowCapacity / (cell.Cell.TotalArea * 10);
        CompositeNegative graphite = CompositeNegatives.Graphite(arealCharge);
        return cell with
        {
            Negative = cell.Negative with
            {
                Particles = graphite,
                Collector = null,
                Reservoir = 0,
                ThicknessPerArealCharge = graphite.Expansion * graphite.Thickness / arealCharge,
            },
            Interface = cell.Interface with { ContactLoss = 0 },
            Filament = cell.Filament with { GrowthRate = 0 },
        };
    }

    /// <summary>The 10 µAh planar film of Danilov 2011: 1 cm², 1.5 µm of electrolyte, 320 nm of LCO.</summary>
    /// <param name="film">A thin-film cell, whose potentials and activation energies it takes.</param>
    /// <remarks>The recombination constant is a hundred times the printed one, because only then do the printed constants give the printed
    /// figures.</remarks>
    public static CellParameters TenMicroampereHour(CellParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        const double Thickness = 320e-9;
        const double Sites = 23300;
        IonPairs pairs = new()
        {
            TotalConcentration = 60100,
            MobileFraction = 0.18,
            Recombination = 0.9e-6,
            RecombinationActivation = 0,
            CationDiffusivity = 0.9e-15,
            AnionDiffusivity = 5.1e-15,
        };
        return film with
        {
            Cell = film.Cell with
            {
                LayerArea = SquareCentimetre,
                Layers = 1,
                AreaEnhancement = 1,
                NominalCapacity = 10e-6,
                WindowCapacity = Laws.Constants.Faraday * SquareCentimetre * Thickness * Sites * 0.5 / Laws.Constants.SecondsPerHour,
            },
            Positive = film.Positive with
            {
                Thickness = Thickness,
                DiffusionLength = Thickness,
                MaximumConcentration = Sites,
                StoichiometryFull = 0.5,
                StoichiometryEmpty = 1,
                FluxSplit = 1,
                Diffusivity = new Table([0, 1], [1.76e-15, 1.76e-15]),
                ExchangeCurrent = 9.5,
            },
            Separator = film.Separator with { Thickness = 1.5e-6, Conductivity = pairs.Conductivity(film.ReferenceTemperature) },
            Electrolyte = film.Electrolyte with { Pairs = pairs, MobileConcentration = pairs.FreeConcentration },
            Short = film.Short with { Leakage = film.Electrolyte.ElectronicConductivity * SquareCentimetre / 1.5e-6 },
        };
    }
}
