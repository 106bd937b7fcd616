using Bms.Core.Cells;

namespace Bms.Core.Limits;

/// <summary>Keeps to the rated currents of the cell.</summary>
public sealed class RatingLimiter : Limiter
{
    /// <summary>Makes the limiter of a cell design; its answer never changes.</summary>
    public RatingLimiter(CellProfile profile)
        : base(LimitReason.Rating)
    {
        Charge_Q24 = profile.ChargeRateMaximum_Q24;
        Discharge_Q24 = profile.DischargeRateMaximum_Q24;
    }
}
