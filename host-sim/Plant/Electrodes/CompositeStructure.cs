using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>What a composite electrode is mixed of, and how well its phases carry what they must.</summary>
/// <remarks>A tool of design: it moves the parameters of a cell from one mixture to another, relative to what they are. Numbers of
/// the review: tortuosity 1.74 at 53.7 and 1.27 at 66.9 vol% electrolyte; electronic conductivity of NMC 1e-3 S/cm at 4 µm and 1e-6
/// at 15.6 µm; inactive share 2, 27 and 31 % for small, medium and large particles, here 4, 10.4 (tunable) and 15.6 µm.</remarks>
/// <param name="ActiveFraction">Volume fraction of active material.</param>
/// <param name="ElectrolyteFraction">Volume fraction of electrolyte; the rest is void.</param>
/// <param name="ParticleDiameter">Diameter of the active particles, m.</param>
public readonly record struct CompositeStructure(double ActiveFraction, double ElectrolyteFraction, double ParticleDiameter)
{
    /// <summary>Volume fraction below which a phase of random grains does not reach through: 0.16 (Scher and Zallen 1970, as remembered).</summary>
    public const double PercolationLimit = 0.16;

    // Share of a phase that belongs to the net, near its threshold in three dimensions (universal, as remembered).
    private const double ConnectedExponent = 0.41;

    private static readonly Table _tortuosity = new([0.268, 0.537, 0.669, 0.745], [2.698, 1.74, 1.27, 1]);
    private static readonly Table _inactive = new([4e-6, 10.4e-6, 15.6e-6], [0.02, 0.27, 0.31]);
    private static readonly Table _electronic = new([4e-6, 15.6e-6], [0.1, 1e-4], Interpolation.LogLinear);

    /// <summary>Volume fraction of voids.</summary>
    public double VoidFraction => 1 - ActiveFraction - ElectrolyteFraction;

    /// <summary>Way of the ions over the thickness: the review's two values on a straight line, continued to 1 and to half the lower fraction.</summary>
    public double Tortuosity => _tortuosity.At(ElectrolyteFraction);

    /// <summary>Share of the electrolyte that belongs to a net through the electrode; 0 below the percolation limit.</summary>
    public double ConnectedElectrolyte =>
        Math.Pow(Math.Max(0, ElectrolyteFraction - PercolationLimit) / (1 - PercolationLimit), ConnectedExponent);

    /// <summary>Ionic conductivity over that of the electrolyte: ε P / τ²; 0 below the percolation limit.</summary>
    public double IonicEfficiency => ElectrolyteFraction * ConnectedElectrolyte / (Tortuosity * Tortuosity);

    /// <summary>Share of the active material that nothing reaches, without a carbon additive.</summary>
    public double InactiveFraction => _inactive.At(ParticleDiameter);

    /// <summary>Electronic conductivity of the active material, S/m, without a carbon additive.</summary>
    public double ElectronicConductivity => _electronic.At(ParticleDiameter);

    /// <summary>The electrode of a cell, mixed differently.</summary>
    /// <param name="cell">The cell, mixed like this.</param>
    /// <param name="other">How it is to be mixed instead.</param>
    /// <exception cref="ArgumentException">The cell is a film.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fractions that are not positive or exceed 1, a diameter that is not positive, or an
    /// electrolyte below its percolation limit.</exception>
    public CellParameters Remix(CellParameters cell, CompositeStructure other)
    {
        ArgumentNullException.ThrowIfNull(cell);
        PositiveElectrode positive = cell.Positive;
        if (positive.Geometry == DiffusionGeometry.Film)
        {
            throw new ArgumentException("a film is no mixture", nameof(cell));
        }

        Check(nameof(other), other);
        double utilisation = positive.Utilisation * (1 - other.InactiveFraction) / (1 - InactiveFraction);
        double amount = other.ActiveFraction * utilisation / (ActiveFraction * positive.Utilisation);
        double smaller = ParticleDiameter / other.ParticleDiameter;
        return cell with
        {
            Cell = cell.Cell with { WindowCapacity = cell.Cell.WindowCapacity * amount },
            Positive = positive with
            {
                ActiveFraction = positive.ActiveFraction * other.ActiveFraction / ActiveFraction,
                Utilisation = utilisation,
                DiffusionLength = positive.DiffusionLength / smaller,
                AreaRatio = positive.AreaRatio * amount * smaller,
                IonicRailResistance = positive.IonicRailResistance * IonicEfficiency / other.IonicEfficiency,
                ElectronicRailResistance = positive.ElectronicRailResistance * ElectronicConductivity / other.ElectronicConductivity,
            },
        };
    }

    private static void Check(string name, CompositeStructure mixture)
    {
        bool isMixture = mixture.ActiveFraction > 0 && mixture.ElectrolyteFraction > PercolationLimit && mixture.VoidFraction >= 0 && mixture.ParticleDiameter > 0;
        if (!isMixture || !double.IsFinite(mixture.ParticleDiameter))
        {
            throw new ArgumentOutOfRangeException(name, mixture, $"fractions above 0 that leave no more than all, and an electrolyte above {PercolationLimit}");
        }
    }
}
