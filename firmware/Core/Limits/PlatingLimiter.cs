using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps the local plating current below the critical current density, so that no lithium filament starts.
/// </summary>
/// <remarks>Review section 2.1, Eq. 1 (temperature through the interface resistance); contact factor after Tian.</remarks>
public sealed class PlatingLimiter : Limiter
{
    /// <summary>The critical current of all cells; each is to be considered once a second.</summary>
    public readonly CriticalCurrent Critical;

    /// <summary>Makes the limiter of all cells.</summary>
    public PlatingLimiter(CellProfile profile, PackProfile pack, CellModel model, Readings readings, Settings settings)
        : base(LimitReason.Plating)
    {
        Critical = new CriticalCurrent(
            profile, pack, model, readings, profile.PlatingPressure_Q24, profile.PlatingReliance_Q16, profile.PlatingReliableCeiling_Q24,
            profile.PlatingDecay_Q44, settings);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        Critical.Settle();
    }

    /// <inheritdoc/>
    public override void Renew()
    {
        Charge_Q24 = Critical.Find();
        ChargePlace = Critical.LowestCell;
    }
}
