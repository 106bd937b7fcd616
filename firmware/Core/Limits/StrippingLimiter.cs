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
    private readonly CriticalCurrent _critical;

    /// <summary>Makes the limiter of all cells.</summary>
    public StrippingLimiter(CellProfile profile, PackProfile pack, CellModel model, Readings readings, Settings settings)
        : base(LimitReason.Stripping)
    {
        _critical = new CriticalCurrent(
            profile, pack, model, readings, profile.StrippingPressure_Q24, profile.StrippingTemperature_Q16, profile.StrippingCeiling_Q24,
            settings.Value(Setting.TemperatureTolerance), CriticalCurrentMargin.Keep_Q16(profile, settings), 0);
    }

    /// <summary>Once a second for every cell, after its model step.</summary>
    public void Consider(int cell)
    {
        _critical.Consider(cell);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        _critical.Settle();
    }

    /// <inheritdoc/>
    public override void Renew()
    {
        Discharge_Q24 = _critical.Find();
        DischargePlace = _critical.LowestCell;
    }
}
