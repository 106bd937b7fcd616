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

    /// <summary>What is left when it also differs by other factors: all but the offset multiply, offsets add.</summary>
    public CellFactors Times(CellFactors other) => new(
        Capacity * other.Capacity,
        Resistance * other.Resistance,
        CriticalCurrent * other.CriticalCurrent,
        ContactLoss * other.ContactLoss,
        StateOfChargeOffset + other.StateOfChargeOffset,
        AgeingRate * other.AgeingRate);

    /// <summary>Draws the factors of one cell of a pack; the same seed and cell give the same factors in every pack.</summary>
    /// <remarks>Each factor is normal or lognormal of a draw z = ρ z' + √(1 - ρ²) z°, z' the draw of the factor it hangs together
    /// with; a draw beyond the truncation is drawn again.</remarks>
    public static CellFactors Draw(Spread spread, ulong seed, int cell)
    {
        ArgumentNullException.ThrowIfNull(spread);

        var random = new RandomSequence(seed, FirstStream + (ulong)cell);
        double capacity = Deviation(random, 0, 0, spread.Truncation);
        double resistance = Deviation(random, spread.CapacityResistance, capacity, spread.Truncation);
        double criticalCurrent = Deviation(random, 0, 0, spread.Truncation);
        double contactLoss = Deviation(random, spread.CriticalCurrentContactLoss, criticalCurrent, spread.Truncation);
        double stateOfCharge = Deviation(random, 0, 0, spread.Truncation);
        double ageingRate = Deviation(random, spread.ContactLossAgeing, contactLoss, spread.Truncation);
        return new CellFactors(
            Math.Max(SmallestCapacity, 1 + (spread.Capacity * capacity)),
            Math.Exp(spread.Resistance * resistance),
            Math.Exp(spread.CriticalCurrent * criticalCurrent),
            Math.Exp(spread.ContactLoss * contactLoss),
            spread.InitialStateOfCharge * stateOfCharge,
            Math.Exp(spread.AgeingRate * ageingRate));
    }

    private static double Deviation(RandomSequence random, double correlation, double with, double truncation)
    {
        double own = Math.Sqrt(1 - (correlation * correlation));
        double deviation;
        do
        {
            deviation = (correlation * with) + (own * random.Normal());
        }
        while (Math.Abs(deviation) > truncation);

        return deviation;
    }
}
