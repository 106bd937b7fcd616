using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps the local stripping current below what creep and diffusion of lithium replenish, so that no voids open and contact is
/// kept: voids of the last discharge are what the next charge suffers from.
/// </summary>
/// <remarks>Review section 2.2; flux criterion after Yan 2022; contact factor after Tian.</remarks>
public sealed class StrippingLimiter : Limiter
{
    /// <summary>The critical current of all cells; each is to be considered once a second.</summary>
    public readonly CriticalCurrent Critical;

    /// <summary>Makes the limiter of all cells.</summary>
    public StrippingLimiter(CellProfile profile, PackProfile pack, CellModel model, Readings readings, Settings settings)
        : base(LimitReason.Stripping)
    {
        Critical = new CriticalCurrent(
            profile, pack, model, readings, profile.StrippingPressure_Q24, profile.StrippingReliance_Q16, profile.StrippingReliableCeiling_Q24,
            0, settings);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        Critical.Settle();
    }

    /// <inheritdoc/>
    public override void Renew()
    {
        Discharge_Q24 = Critical.Find();
        DischargePlace = Critical.LowestCell;
    }
}
