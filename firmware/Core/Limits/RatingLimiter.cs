using Bms.Core.Cells;

namespace Bms.Core.Limits;

/// <summary>Keeps to the rated currents of terminals and fuse.</summary>
public sealed class RatingLimiter : Limiter
{
    private readonly int _charge_Q24;
    private readonly int _discharge_Q24;

    /// <summary>Makes the limiter of a cell design.</summary>
    public RatingLimiter(CellProfile profile, CellModel model)
    {
        int fuse_Q24 = model.Rate_Q24(profile.FuseRatedCurrent_uA);
        _charge_Q24 = profile.ChargeRateMaximum_Q24 < fuse_Q24 ? profile.ChargeRateMaximum_Q24 : fuse_Q24;
        _discharge_Q24 = profile.DischargeRateMaximum_Q24 < fuse_Q24 ? profile.DischargeRateMaximum_Q24 : fuse_Q24;
    }

    /// <inheritdoc/>
    public override void Apply(LimitSet limits)
    {
        limits.LowerCharge(_charge_Q24, LimitReason.Rating, 0);
        limits.LowerDischarge(_discharge_Q24, LimitReason.Rating, 0);
    }
}
