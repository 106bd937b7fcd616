using Bms.Core.Cells;

namespace Bms.Core.Limits;

/// <summary>Keeps to the rated currents of terminals and fuse.</summary>
public sealed class RatingLimiter : Limiter
{
    /// <summary>Makes the limiter of a cell design; its answer never changes.</summary>
    public RatingLimiter(CellProfile profile)
        : base(LimitReason.Rating)
    {
        int fuse_Q24 = new RateScale(profile.OneC_uA).Rate_Q24(profile.FuseRatedCurrent_uA);
        Charge_Q24 = profile.ChargeRateMaximum_Q24 < fuse_Q24 ? profile.ChargeRateMaximum_Q24 : fuse_Q24;
        Discharge_Q24 = profile.DischargeRateMaximum_Q24 < fuse_Q24 ? profile.DischargeRateMaximum_Q24 : fuse_Q24;
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
    }
}
