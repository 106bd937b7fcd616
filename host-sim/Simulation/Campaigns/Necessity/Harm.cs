using System;
using System.Linq;
using Bms.Plant.Packs;

namespace Bms.Simulation.Campaigns.Necessity;

/// <summary>Wear of the true cells that no constraint forbids, but that a limiter is to keep small.</summary>
/// <param name="Words">What it is, with its unit.</param>
/// <param name="OfCell">How much of it a cell has.</param>
public sealed record Harm(string Words, Func<Pack, int, double> OfCell)
{
    /// <summary>Resistance that the interphase has gained, mOhm cm².</summary>
    public static Harm Interphase { get; } = new("growth of the interphase, mOhm cm²", (pack, cell) => pack.Age(cell).InterphaseGrowth * 1e7);

    /// <summary>Capacity that use has taken, ppm.</summary>
    public static Harm CycleFade { get; } = new("capacity that use has taken, ppm", (pack, cell) => pack.Age(cell).CycleFade * 1e6);

    /// <summary>The most that any cell has.</summary>
    public double Of(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Enumerable.Range(0, pack.CellCount).Max(cell => OfCell(pack, cell));
    }
}
