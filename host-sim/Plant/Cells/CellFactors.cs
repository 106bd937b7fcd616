using System;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;

namespace Bms.Plant.Cells;

/// <summary>By how much one cell differs from its design.</summary>
/// <param name="Capacity">Capacity over the design's, -.</param>
/// <param name="Resistance">Every resistance over the design's, and the design's exchange currents over the cell's, -.</param>
/// <param name="CriticalCurrent">Stripping and plating limit over the design's, -.</param>
/// <param name="ContactLoss">Contact lost per charge stripped over the design's, -.</param>
/// <param name="StateOfChargeOffset">Added to the state of charge the pack starts with.</param>
/// <param name="AgeingRate">Interphase growth and fade after any life over the design's, -.</param>
public readonly record struct CellFactors(
    double Capacity, double Resistance, double CriticalCurrent, double ContactLoss, double StateOfChargeOffset, double AgeingRate)
{
    // "CELL": keeps these streams apart from those of sensors with the same seed.
    private const ulong FirstStream = 0x43454C4C_00000000;
    private const double SmallestCapacity = 0.1;

    /// <summary>A cell exactly as designed.</summary>
    public static CellFactors Nominal => new(1, 1, 1, 1, 0, 1);

    /// <summary>Draws the factors of one cell of a pack; the same seed and cell give the same factors in every pack.</summary>
    public static CellFactors Draw(Spread spread, ulong seed, int cell)
    {
        ArgumentNullException.ThrowIfNull(spread);

        var random = new RandomSequence(seed, FirstStream + (ulong)cell);
        double capacity = Math.Max(SmallestCapacity, 1 + (spread.Capacity * random.Normal()));
        double resistance = random.LogNormal(spread.Resistance);
        double criticalCurrent = random.LogNormal(spread.CriticalCurrent);
        double contactLoss = random.LogNormal(spread.ContactLoss);
        double stateOfCharge = spread.InitialStateOfCharge * random.Normal();
        return new CellFactors(capacity, resistance, criticalCurrent, contactLoss, stateOfCharge, random.LogNormal(spread.AgeingRate));
    }
}
