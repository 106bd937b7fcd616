using System;
using System.Linq;
using Bms.Plant.Packs;

namespace Bms.Simulation.Campaigns.Necessity;

/// <summary>Wear of the true cells that no constraint forbids, but that a limiter is to keep small.</summary>
/// <param name="Words">What it is, with its unit.</param>
/// <param name="OfCell">How much of it a cell has.</param>
/// <param name="PerCharge">Whether it counts per charge moved, so that what was not served does not pass for care.</param>
public sealed record Harm(string Words, Func<Pack, int, double> OfCell, bool PerCharge = false)
{
    /// <summary>Resistance that the interphase has gained, mOhm cm².</summary>
    public static Harm Interphase { get; } = new("growth of the interphase, mOhm cm²", (pack, cell) => pack.Age(cell).InterphaseGrowth * 1e7);

    /// <summary>Capacity that use has taken, ppm per full charge moved.</summary>
    public static Harm CycleFade { get; } = new("capacity that use takes, ppm per full charge", (pack, cell) => pack.Age(cell).CycleFade * 1e6, PerCharge: true);

    /// <summary>The most that any cell has.</summary>
    /// <param name="pack">The pack after a run.</param>
    /// <param name="charge">Charge moved in it, A h, both directions as magnitudes.</param>
    public double Of(Pack pack, double charge)
    {
        ArgumentNullException.ThrowIfNull(pack);
        double most = Enumerable.Range(0, pack.CellCount).Max(cell => OfCell(pack, cell));
        return PerCharge ? most * pack.Parameters.Cell.WindowCapacity / charge : most;
    }
}
